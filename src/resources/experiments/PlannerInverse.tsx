'use client'
import { FormSection, NumberField } from '../../ui/formFields.tsx'
import type { SamplePlannerModel } from './useSamplePlanner.ts'
import { useSamplePlannerTexts } from './useSamplePlannerTexts.ts'

/** The other way round: what effect so many days could show. */
export function PlannerInverse({
  model: { view, change, planned, inverse },
}: {
  readonly model: SamplePlannerModel
}) {
  const { t, format } = useSamplePlannerTexts()
  if (!planned) return null
  const { days } = view
  const isOff = days !== null && !(Number.isInteger(days) && days > 0)
  return (
    <FormSection title={t('samplePlanner.inverse')}>
      <NumberField
        label={t('samplePlanner.inverse.days')}
        value={days}
        error={isOff ? t('samplePlanner.fault.whole') : undefined}
        onChange={(next) => change({ days: next })}
      />
      <p className="qv-planner-line" aria-live="polite">
        {planned.question.usersPerDay === undefined
          ? t('samplePlanner.inverse.noRate')
          : inverse &&
            !isOff &&
            (inverse.effect === null
              ? t('samplePlanner.inverse.none', { n: format.count(inverse.users) })
              : t('samplePlanner.inverse.result', {
                  n: format.count(inverse.users),
                  effect: format.percent(inverse.effect),
                  power: format.percent(planned.question.power ?? 0.8),
                }))}
      </p>
    </FormSection>
  )
}
