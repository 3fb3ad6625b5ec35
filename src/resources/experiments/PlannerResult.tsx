'use client'
import type { ReactNode } from 'react'
import { Notice } from '../../ui/Notice.tsx'
import { isMoneyMetric } from './form.plan.model.ts'
import { plannerFault } from './plannerTexts.ts'
import type { Planned, SamplePlannerModel } from './useSamplePlanner.ts'
import { useSamplePlannerTexts } from './useSamplePlannerTexts.ts'

/** What the test takes: users, days and dates, the fixed size beside them, and what speaks against it; or why nothing can be said. */
export function PlannerResult({
  model: { planned, faults, figures },
  loading,
  children,
}: {
  readonly model: SamplePlannerModel
  /** True while figures may still come: nothing is said to be missing yet. */
  readonly loading: boolean
  readonly children: ReactNode
}) {
  const { t } = useSamplePlannerTexts()
  const said = faults.flatMap(({ field }) => plannerFault(t, faults, field, loading) ?? [])
  return (
    <section className="qv-planner-result" aria-label={t('samplePlanner.result')}>
      <div aria-live="polite">
        {planned ? (
          <Taken planned={planned} payerShare={figures.payerShare} />
        ) : (
          said.length > 0 && (
            <>
              <p className="qv-form-note">{t('samplePlanner.nothing')}</p>
              <ul className="qv-notice-list">
                {[...new Set(said)].map((fault) => (
                  <li key={fault}>{fault}</li>
                ))}
              </ul>
            </>
          )
        )}
        {!planned && loading && said.length === 0 && (
          <p className="qv-form-note">{t('samplePlanner.loading')}</p>
        )}
      </div>
      {children}
    </section>
  )
}

function Taken({
  planned: { sample, question, calendar, view },
  payerShare,
}: {
  readonly planned: Planned
  readonly payerShare: number | null
}) {
  const { t, format } = useSamplePlannerTexts()
  const { users, fixedUsers, days, medianDays, isTooFewEvents } = sample
  const { weights = [1, 1], outcomeWindow = 0 } = question
  const whole = weights.reduce((sum, weight) => sum + weight, 0)
  const [control = 0, ...variants] = weights.map((weight) => Math.ceil((users * weight) / whole))
  const least = Math.min(...[control, ...variants].filter((arm) => arm > 0))
  const hasFewPayers = isMoneyMetric(view.metric) && payerShare !== null && least * payerShare < 100
  const median = calendar?.median ?? null
  const weeks = days === null ? 0 : days / 7
  return (
    <>
      <p className="qv-planner-figure">
        <strong>{t('samplePlanner.users', { n: format.count(users) })}</strong>
        {days !== null && (
          <strong>{t('samplePlanner.days', { count: days, n: format.count(days) })}</strong>
        )}
      </p>
      <p className="qv-form-note">
        {t('samplePlanner.users.arms', {
          control: format.count(control),
          variants: variants
            .map((n, index) =>
              t('samplePlanner.users.variant', {
                index: format.count(index + 1),
                n: format.count(n),
              }),
            )
            .join(', '),
        })}
      </p>
      {days !== null && (
        <p className="qv-form-note">
          {t('samplePlanner.weeks', {
            count: weeks,
            n: format.count(weeks),
            window: format.count(outcomeWindow),
          })}
        </p>
      )}
      {calendar && (
        <p className="qv-planner-line">
          {t('samplePlanner.calendar', {
            start: format.day(calendar.start),
            lastDay: format.day(calendar.lastDay),
            result: format.day(calendar.result),
          })}
        </p>
      )}
      {view.engine === 'sequential' && median !== null && medianDays !== null && (
        <p className="qv-planner-line">
          {t('samplePlanner.median', {
            median: format.day(median),
            days: format.count(medianDays),
          })}
        </p>
      )}
      {view.engine === 'sequential' && (
        <p className="qv-planner-line">
          {t('samplePlanner.fixed', {
            users: format.count(fixedUsers),
            ratio: format.rate(users / fixedUsers),
          })}
        </p>
      )}
      {isTooFewEvents && <Notice tone="warning">{t('samplePlanner.tooFew')}</Notice>}
      {hasFewPayers && <Notice tone="warning">{t('samplePlanner.payers')}</Notice>}
      {days !== null && days > 366 && <Notice tone="warning">{t('samplePlanner.tooLong')}</Notice>}
    </>
  )
}
