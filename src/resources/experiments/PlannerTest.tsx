'use client'
import { DateField } from '../../ui/fields.tsx'
import { ChoiceField, FormSection, NumberField } from '../../ui/formFields.tsx'
import { isMoneyMetric, naturalDirection, toPercent, toShare } from './form.plan.model.ts'
import { plannerFault } from './plannerTexts.ts'
import type { SamplePlannerModel } from './useSamplePlanner.ts'
import { useSamplePlannerTexts } from './useSamplePlannerTexts.ts'

const ENGINES = ['sequential', 'fixed', 'bayesian'] as const
const ARMS = [2, 3, 4, 5, 6]

/** The test that is planned: its effect, how it is read, its arms and when it begins. */
export function PlannerTest({
  model: { view, change, figures, faults },
  currency,
}: {
  readonly model: SamplePlannerModel
  readonly currency: string
}) {
  const { t, format } = useSamplePlannerTexts()
  const { weights, effect, engine } = view
  const fault = (field: Parameters<typeof plannerFault>[2]) => plannerFault(t, faults, field)
  const isMoney = isMoneyMetric(view.metric)
  const perUser = isMoney ? (figures.value ?? NaN) * (figures.payerShare ?? NaN) : figures.value
  const later =
    perUser === null || effect === null
      ? NaN
      : perUser * (naturalDirection(view.metric) === 'decrease' ? 1 - effect : 1 + effect)
  const say = (value: number) => (isMoney ? format.money(value, currency) : format.percent(value))
  const arms = weights.map((weight, index) => ({
    weight,
    label:
      index === 0
        ? t('samplePlanner.weight.control')
        : t('samplePlanner.weight.variant', { n: format.count(index) }),
  }))
  const percent = (field: 'alpha' | 'power') => (
    <NumberField
      label={t(`samplePlanner.${field}`)}
      value={view[field] === null ? null : toPercent(view[field])}
      error={fault(field)}
      onChange={(next) => change({ [field]: next === null ? null : toShare(next) })}
    />
  )
  return (
    <FormSection title={t('samplePlanner.test')}>
      <div className="qv-form-fields">
        <NumberField
          label={t('samplePlanner.effect')}
          value={effect === null ? null : toPercent(effect)}
          hint={
            Number.isNaN(later) || perUser === null || fault('effect')
              ? undefined
              : t(isMoney ? 'samplePlanner.effect.money' : 'samplePlanner.effect.share', {
                  now: say(perUser),
                  later: say(later),
                })
          }
          error={fault('effect')}
          onChange={(next) => change({ effect: next === null ? null : toShare(next) })}
        />
        <ChoiceField
          label={t('samplePlanner.engine')}
          value={engine}
          choices={ENGINES.map((one) => ({ value: one, label: t(`samplePlanner.engine.${one}`) }))}
          hint={engine === 'bayesian' ? t('samplePlanner.engine.bayesian.note') : undefined}
          onChange={(value) => change({ engine: ENGINES.find((one) => one === value) ?? engine })}
        />
        <ChoiceField
          label={t('samplePlanner.arms')}
          value={String(weights.length)}
          choices={[...new Set([...ARMS, weights.length])].map((n) => ({
            value: String(n),
            label: t('samplePlanner.arms.n', { count: n, n: format.count(n) }),
          }))}
          onChange={(value) =>
            change({
              weights: Array.from({ length: Number(value) }, (_, index) => weights[index] ?? 1),
            })
          }
        />
        <DateField
          label={t('samplePlanner.start')}
          value={view.start}
          onChange={(start) => change({ start })}
        />
        {arms.map(({ label, weight }, index) => (
          <NumberField
            key={label}
            label={label}
            value={weight}
            error={index === 0 ? fault('weights') : undefined}
            onChange={(next) => change({ weights: weights.with(index, next) })}
          />
        ))}
      </div>
      <details className="qv-more">
        <summary className="qv-more-summary">{t('samplePlanner.more')}</summary>
        <div className="qv-form-fields">
          {percent('power')}
          {percent('alpha')}
          <NumberField
            label={t('samplePlanner.outcomeWindow')}
            value={view.outcomeWindow}
            hint={t('samplePlanner.outcomeWindow.hint')}
            error={fault('outcomeWindow')}
            onChange={(outcomeWindow) => change({ outcomeWindow })}
          />
          <NumberField
            label={t('samplePlanner.minDays')}
            value={view.minDays}
            error={fault('minDays')}
            onChange={(minDays) => change({ minDays })}
          />
        </div>
      </details>
    </FormSection>
  )
}
