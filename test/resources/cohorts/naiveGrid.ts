import type { CohortMetric, CohortRow } from '../../../src/resources/cohorts/types.ts'
import { later, type Case } from './randomAnswers.ts'

const DAY = 86_400

/** A cell's amounts by the rules of the documentation, read straight from the answer. */
export interface NaiveCell {
  readonly revenue: number
  readonly payers: number
  readonly subscriptions: number
}

/** A row that a mean may take: its size and its final cells from the first on, null for a hole. */
export interface NaiveRow {
  readonly size: number
  readonly cells: readonly (NaiveCell | null)[]
}

type Unit = 'week' | 'month' | 'year'

/**
 * The rows that a mean may take, by the rules as they are written down: the window over and whole inside the range, not
 * smaller than `minSize`; and of each only the cells whose period, with the days in which notices still count, is over.
 */
export function finalRows({ data, options }: Case, minSize: number): readonly NaiveRow[] {
  const width = Math.max(0, ...data.cohorts.map((row) => row.periods.length))
  return data.cohorts
    .filter((row) => {
      const end = windowEnd(data.grouping, row)
      return (
        end <= options.now &&
        row.cohort_start >= data.cohort_from &&
        end <= data.cohort_to &&
        row.users >= minSize
      )
    })
    .map((row) => ({ size: row.users, cells: finalCells({ data, options }, row, width) }))
}

const windowEnd = (grouping: string, row: CohortRow) => later(grouping as Unit, row.cohort_start, 1)

function finalCells({ data, options }: Case, row: CohortRow, width: number) {
  const cells: (NaiveCell | null)[] = []
  for (let column = 0; column < width; column++) {
    if (settledAt({ data, options }, row, column) > options.now) break
    const isEnd = isAfterEnd({ data }, data.cohorts.indexOf(row), column)
    cells.push(isEnd ? NOTHING : ((row.periods[column] as NaiveCell | null | undefined) ?? null))
  }
  return cells
}

/** When a period is over and its late notices are in; never where nothing says so. */
function settledAt({ data, options }: Case, row: CohortRow, column: number): number {
  const { definition, renewalLengths = [], trialDays, conversionWindowDays, settlingDays } = options
  if (data.mode === 'by_days')
    return later(data.grouping as Unit, row.cohort_start, column + 1) + (settlingDays ?? 1) * DAY
  const delay = {
    new_paying: 0,
    initial_conversions: trialDays,
    new_customers: conversionWindowDays,
  }[definition ?? 'new_customers']
  const [length] = renewalLengths
  if (renewalLengths.length !== 1 || delay === undefined) return Infinity
  const due = later(length as Unit, windowEnd(data.grouping, row), column)
  return due + (delay + (settlingDays ?? 60)) * DAY
}

/** True where a period is over with the days in which notices still count. */
export const isOver = (sample: Case, row: number, column: number): boolean =>
  settledAt(sample, sample.data.cohorts[row]!, column) <= sample.options.now

const NOTHING: NaiveCell = { revenue: 0, payers: 0, subscriptions: 0 }

/** True after a row's last payment by renewals: nobody got there. */
export function isAfterEnd({ data }: Pick<Case, 'data'>, row: number, column: number): boolean {
  const rest = data.cohorts[row]!.periods.slice(column)
  const holdsNothing = rest.every((cell) => !cell?.revenue && !cell?.payers && !cell?.subscriptions)
  return data.mode === 'by_renewals' && holdsNothing
}

/** The amount that a metric's mean is made of. */
export const amountOf = (cell: NaiveCell, metric: CohortMetric): number =>
  cell[metric === 'payers' || metric === 'subscriptions' ? metric : 'revenue']

export const sum = (values: readonly number[]): number =>
  values.reduce((total, value) => total + value, 0)
