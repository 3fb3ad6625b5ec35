'use client'
import { ChoiceField, FormSection, NumberField } from '../../ui/formFields.tsx'
import { Notice } from '../../ui/Notice.tsx'
import { ProblemNotice, type Problem } from '../../ui/ProblemNotice.tsx'
import { isMoneyMetric, toPercent, toShare } from './form.plan.model.ts'
import { metricName } from './formTexts.ts'
import { plannerFault } from './plannerTexts.ts'
import type { MetricBaseline } from './planner.types.ts'
import type { SamplePlannerModel } from './useSamplePlanner.ts'
import { useSamplePlannerTexts } from './useSamplePlannerTexts.ts'

/** Metrics that can be planned for: each per exposed user. */
const METRICS = [
  'user_to_paid',
  'user_to_trial',
  'new_trials',
  'new_subscriptions',
  'sales',
  'proceeds',
  'refunds',
]

/** What users do today: the project's figures, said where they come from, or the viewer's own. */
export function PlannerToday({
  model: { view, change, figures, faults },
  currency,
  baselines,
  loading,
  problem,
  onRetry,
  usersPerDaySource,
}: {
  readonly model: SamplePlannerModel
  readonly currency: string
  readonly baselines: readonly MetricBaseline[]
  readonly loading: boolean
  readonly problem: Problem | undefined
  readonly onRetry: (() => void) | undefined
  readonly usersPerDaySource: string | undefined
}) {
  const { t, format } = useSamplePlannerTexts()
  const { metric } = view
  const { value, payerShare, usersPerDay, known } = figures
  const isMoney = isMoneyMetric(metric)
  const metrics = [...new Set([...METRICS, ...baselines.map((one) => one.metric), metric])]
  const isOwn = [view.value, view.payerShare, view.usersPerDay].some((own) => own !== null)
  const source = [known?.source, known?.assumption].filter(Boolean).join(' ')
  const isAssumed = isMoney && known?.baseline.kind !== 'mean'
  return (
    <FormSection title={t('samplePlanner.today')}>
      {loading && (
        <p role="status" className="qv-form-note">
          {t('samplePlanner.loading')}
        </p>
      )}
      {problem && (
        <>
          <ProblemNotice problem={problem} onRetry={onRetry} />
          <p className="qv-form-note">{t('samplePlanner.missing')}</p>
        </>
      )}
      <div className="qv-form-fields">
        <ChoiceField
          label={t('samplePlanner.metric')}
          value={metric}
          choices={metrics.map((id) => ({ value: id, label: metricName(t, id) }))}
          onChange={(next) => change({ metric: next, value: null, payerShare: null })}
        />
        {isMoney && (
          <NumberField
            label={t('samplePlanner.payerShare')}
            value={shown(payerShare === null ? null : toPercent(payerShare), view.payerShare)}
            error={plannerFault(t, faults, 'payerShare', loading)}
            onChange={(next) => change({ payerShare: toShare(next ?? NaN) })}
          />
        )}
        <NumberField
          label={isMoney ? t('samplePlanner.value.money', { currency }) : t('samplePlanner.value')}
          value={shown(value === null || isMoney ? value : toPercent(value), view.value)}
          hint={source || (loading || problem ? undefined : t('samplePlanner.value.none'))}
          error={plannerFault(t, faults, 'value', loading)}
          onChange={(next) => change({ value: isMoney ? (next ?? NaN) : toShare(next ?? NaN) })}
        />
        <NumberField
          label={t('samplePlanner.usersPerDay')}
          value={shown(usersPerDay, view.usersPerDay)}
          hint={
            usersPerDay === null
              ? t('samplePlanner.usersPerDay.none')
              : view.usersPerDay === null
                ? usersPerDaySource
                : undefined
          }
          error={plannerFault(t, faults, 'usersPerDay', loading)}
          onChange={(next) => change({ usersPerDay: next ?? NaN })}
        />
        <NumberField
          label={t('samplePlanner.share')}
          value={view.share === null ? null : toPercent(view.share)}
          hint={t('samplePlanner.share.hint')}
          error={plannerFault(t, faults, 'share', loading)}
          onChange={(next) => change({ share: next === null ? null : toShare(next) })}
        />
      </div>
      {isAssumed && value !== null && <Notice tone="info">{t('samplePlanner.assumed')}</Notice>}
      {isOwn && (
        <p className="qv-form-actions">
          <button
            type="button"
            className="qv-button"
            onClick={() => change({ value: null, payerShare: null, usersPerDay: null })}
          >
            {t('samplePlanner.own.back')}
          </button>
          {known?.baseline.kind === 'proportion' && view.value !== null && (
            <span className="qv-form-note">
              {t('samplePlanner.own', { value: format.percent(known.baseline.rate) })}
            </span>
          )}
        </p>
      )}
    </FormSection>
  )
}

/** The viewer's own as it is; of the project's, three digits: no more is known of the next users from the last. */
const shown = (value: number | null, own: number | null): number | null =>
  value === null || own !== null ? value : Number(value.toPrecision(3))
