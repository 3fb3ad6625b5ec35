import { addPeriods, isoDate } from '../../core/calendar.ts'
import type { History } from '../history.ts'
import { inCurrency } from '../money.ts'
import { cellsOf, maximaOf, totalOf } from './cells.ts'
import { readQuestion, type CohortQuestion } from './question.ts'
import { rowsOf, type Table } from './table.ts'
import { tabulate, type Tables } from './tabulate.ts'
import type { Timeline } from './timeline.ts'

/** Columns of a table without rows, as the documented empty answer has them. */
const EMPTY_COLUMNS = 12

/** Answers `v4GetCohortAnalyticsData` from what has happened before `now` (unix seconds). Throws a 400. */
export function answerCohorts(history: History, input: Record<string, unknown>, now: number) {
  const asked = readQuestion(input, history, now)
  const { answer: tables, currency } = inCurrency(asked.currency, (target) =>
    tabulate(history, { ...asked, currency: target }, now),
  )
  const { groupBy } = asked
  return {
    object: 'analytics_cohorts',
    url: '/v4/analytics/cohorts',
    mode: asked.mode,
    grouping: asked.grouping,
    cohort_from: asked.from,
    cohort_to: asked.to,
    currency,
    period_labels: labelsOf(asked, tables),
    ...tableOf(tables.whole, tables.timeline),
    ...(groupBy !== undefined && {
      segments: tables.segments.map(({ code, label, table }) =>
        Object.assign({ value: code, label }, tableOf(table, tables.timeline)),
      ),
      group_by: groupBy,
    }),
  }
}

function tableOf(table: Table, timeline: Timeline) {
  const rows = rowsOf(table)
  const cohorts = rows.map((row) => ({
    cohort_start: timeline.start(row.window),
    cohort_end: timeline.start(row.window + 1),
    label: isoDate(timeline.start(row.window)),
    users: row.users,
    periods: cellsOf(row),
  }))
  return {
    cohorts,
    total: rows.length > 0 ? totalOf(rows) : null,
    max_values: maximaOf(cohorts.flatMap((row) => row.periods)),
  }
}

function labelsOf({ mode, grouping, from }: CohortQuestion, { whole, timeline }: Tables): string[] {
  const rows = rowsOf(whole)
  const first = rows[0]
  const length = first ? Math.max(...rows.map((row) => row.revenue.length)) : EMPTY_COLUMNS
  const start = first ? timeline.start(first.window) : from
  return Array.from({ length }, (_, period) =>
    mode === 'by_renewals' ? `P${period + 1}` : isoDate(addPeriods(grouping, start, period)),
  )
}
