'use client'
import { useRef, useState, type ReactNode } from 'react'
import { ChoiceField, FormSection, NumberField } from '../../ui/formFields.tsx'
import { useClientLayoutEffect } from '../../hydration/hooks.ts'
import { ExperimentFormGuardrails } from './ExperimentFormGuardrails.tsx'
import { isMoneyMetric, type PlanDraft } from './form.plan.model.ts'
import type { PlannedTest } from './planner.types.ts'
import type { ExperimentFormModel } from './useExperimentForm.ts'
import { useExperimentFormTexts } from './useExperimentFormTexts.ts'

const ENGINES = ['sequential', 'fixed', 'bayesian'] as const

/** How the results will be read: kept by the host, decided before the first look. */
export function ExperimentFormPlan({
  model,
  currency,
  planner,
}: {
  readonly model: ExperimentFormModel
  readonly currency: string
  readonly planner: ((take: (planned: PlannedTest) => void) => ReactNode) | undefined
}) {
  const { t } = useExperimentFormTexts()
  const { draft, change, faultAt, takePlanned } = model
  const { plan, metric } = draft
  const [isOpen, setOpen] = useState(false)
  const [taken, setTaken] = useState(0)
  const summary = useRef<HTMLElement>(null)
  // The planner folds with the button that was pressed in it.
  useClientLayoutEffect(() => {
    if (taken > 0) summary.current?.focus()
  }, [taken])
  const set = (part: Partial<PlanDraft>) => {
    setTaken(0)
    change({ plan: { ...plan, ...part } })
  }
  const number = (field: NumberOfPlan, isRequired = false) => (
    <NumberField
      label={t(`experimentForm.${field}`, { currency })}
      value={plan[field]}
      required={isRequired}
      hint={t(`experimentForm.${field}.hint`)}
      error={faultAt(`plan.${field}`)}
      onChange={(value) => set({ [field]: value })}
    />
  )
  const take = (planned: PlannedTest) => {
    takePlanned(planned)
    setTaken((times) => times + 1)
    setOpen(false)
  }
  return (
    <FormSection title={t('experimentForm.plan')} about={t('experimentForm.plan.about')}>
      {planner && (
        <details
          className="qv-more"
          open={isOpen}
          onToggle={({ currentTarget }) => setOpen(currentTarget.open)}
        >
          <summary ref={summary} className="qv-more-summary">
            {t('experimentForm.plan.planner')}
          </summary>
          {isOpen && planner(take)}
        </details>
      )}
      <p role="status" className="qv-form-note">
        {taken > 0
          ? t('experimentForm.plan.taken')
          : plan.plannedUsers === null && t('experimentForm.plan.none')}
      </p>
      <div className="qv-form-fields">
        <ChoiceField
          label={t('experimentForm.engine')}
          value={plan.engine}
          choices={ENGINES.map((engine) => ({
            value: engine,
            label: t(`experimentForm.engine.${engine}`),
          }))}
          hint={t(`experimentForm.engine.${plan.engine}.hint`)}
          onChange={(value) =>
            set({ engine: ENGINES.find((engine) => engine === value) ?? plan.engine })
          }
        />
        {number('plannedUsers')}
        {number('minEffect', true)}
        {number('outcomeWindow', true)}
        {number('minDays', true)}
        {number('alpha', true)}
        {isMoneyMetric(metric) && number('cap')}
      </div>
      <ExperimentFormGuardrails
        {...{ metric, faultAt }}
        guardrails={plan.guardrails}
        onChange={(guardrails) => set({ guardrails })}
      />
    </FormSection>
  )
}

type NumberOfPlan = 'plannedUsers' | 'minEffect' | 'outcomeWindow' | 'minDays' | 'alpha' | 'cap'
