'use client'
import type { SamplePlannerModel } from './useSamplePlanner.ts'
import { useSamplePlannerTexts } from './useSamplePlannerTexts.ts'

/** Users and days by effect; a row's button plans for it. */
export function PlannerTable({
  model: { rows, view, change },
}: {
  readonly model: SamplePlannerModel
}) {
  const { t, format } = useSamplePlannerTexts()
  if (rows.length === 0) return null
  const hasDays = rows.some(({ days }) => days !== null)
  const isSequential = view.engine === 'sequential'
  return (
    <table className="qv-planner-table">
      <caption className="qv-form-legend">{t('samplePlanner.table')}</caption>
      <thead>
        <tr>
          <Head>{t('samplePlanner.table.effect')}</Head>
          <Head>{t('samplePlanner.table.users')}</Head>
          {isSequential && <Head>{t('samplePlanner.table.fixed')}</Head>}
          {hasDays && <Head>{t('samplePlanner.table.days')}</Head>}
          {hasDays && isSequential && <Head>{t('samplePlanner.table.median')}</Head>}
        </tr>
      </thead>
      <tbody>
        {rows.map(({ effect, users, fixedUsers, days, medianDays }) => (
          <tr key={effect} data-chosen={effect === view.effect ? '' : undefined}>
            <th scope="row" className="qv-planner-cell">
              <button
                type="button"
                className="qv-planner-choose"
                aria-label={t('samplePlanner.table.choose', { effect: format.percent(effect) })}
                aria-pressed={effect === view.effect}
                onClick={() => change({ effect })}
              >
                {format.percent(effect)}
              </button>
            </th>
            <Cell>{format.count(users)}</Cell>
            {isSequential && <Cell>{format.count(fixedUsers)}</Cell>}
            {hasDays && <Cell>{days === null ? '–' : format.count(days)}</Cell>}
            {hasDays && isSequential && (
              <Cell>{medianDays === null ? '–' : format.count(medianDays)}</Cell>
            )}
          </tr>
        ))}
      </tbody>
    </table>
  )
}

const Head = ({ children }: { readonly children: string }) => (
  <th scope="col" className="qv-planner-cell">
    {children}
  </th>
)
const Cell = ({ children }: { readonly children: string }) => (
  <td className="qv-planner-cell">{children}</td>
)
