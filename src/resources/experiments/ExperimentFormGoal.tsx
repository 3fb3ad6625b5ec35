'use client'
import { ChoiceField, FormSection, NumberField } from '../../ui/formFields.tsx'
import { isMoneyMetric, naturalDirection, twinOf } from './form.plan.model.ts'
import { metricName, PRIMARY_METRICS } from './formTexts.ts'
import type { ExperimentFormModel } from './useExperimentForm.ts'
import { useExperimentFormTexts } from './useExperimentFormTexts.ts'

/** What an experiment is judged by, which way that shall move, and how many users take part. */
export function ExperimentFormGoal({
  model: { draft, change, faultAt },
  currency,
}: {
  readonly model: ExperimentFormModel
  readonly currency: string
}) {
  const { t } = useExperimentFormTexts()
  const { metric, goalDirection } = draft
  const twin = twinOf(metric)
  return (
    <FormSection title={t('experimentForm.goal')}>
      <div className="qv-form-fields" data-few="">
        <ChoiceField
          label={t('experimentForm.metric')}
          value={metric}
          choices={[
            { value: '', label: t('experimentForm.metric.none') },
            ...PRIMARY_METRICS.map((id) => ({ value: id, label: metricName(t, id) })),
          ]}
          hint={twin && t('experimentForm.metric.conditional', { twin: metricName(t, twin) })}
          error={faultAt('primary_metric')}
          onChange={(next) => change({ metric: next, goalDirection: naturalDirection(next) })}
        />
        <ChoiceField
          label={t('experimentForm.direction')}
          value={goalDirection}
          choices={[
            { value: 'increase', label: t('experimentForm.direction.increase') },
            { value: 'decrease', label: t('experimentForm.direction.decrease') },
            ...(goalDirection === ''
              ? [{ value: '', label: t('experimentForm.direction.none') }]
              : []),
          ]}
          error={faultAt('goal_direction')}
          onChange={(next) => change({ goalDirection: next })}
        />
        <NumberField
          label={
            isMoneyMetric(metric)
              ? t('experimentForm.goalValue.money', { currency })
              : t('experimentForm.goalValue')
          }
          value={draft.goalValue}
          hint={t('experimentForm.goalValue.hint')}
          error={faultAt('goal_value')}
          onChange={(goalValue) => change({ goalValue })}
        />
        <NumberField
          label={t('experimentForm.share')}
          value={draft.share}
          hint={t('experimentForm.share.hint')}
          error={faultAt('segment_percent')}
          onChange={(share) => change({ share })}
        />
      </div>
    </FormSection>
  )
}
