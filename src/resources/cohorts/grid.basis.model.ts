import type { CellBasis } from './grid.types.ts'
import type { CohortDefinition, CohortMetric, CohortRow } from './types.ts'

type BasisRow = Pick<CohortRow, 'users' | 'periods'>

type Ratio = 'arpu' | 'arppu' | 'arpas'

/** What each ratio divides by: members, payers, payments. */
const DENOMINATOR = { arpu: 'size', arppu: 'payers', arpas: 'subscriptions' } as const

/**
 * Works out what each metric of an answer is measured over, because no public page says it: the ratio holds in every cell
 * (`period`), or on running sums (`cumulative`), or neither (`vendor`: shown as it is, nothing derived from it).
 */
export function detectBasis(
  rows: readonly BasisRow[],
  definition: CohortDefinition = 'new_customers',
): Record<CohortMetric, CellBasis> {
  return {
    revenue: 'period',
    payers: 'period',
    subscriptions: 'period',
    arpu: ratioBasis(rows, 'arpu'),
    arppu: ratioBasis(rows, 'arppu', definition),
    arpas: ratioBasis(rows, 'arpas'),
  }
}

/** True when revenue never falls along any of at least 3 rows with 4 known cells and some revenue: it may be a running sum. */
export function looksCumulative(rows: readonly (readonly (number | null)[])[]): boolean {
  const series = rows
    .map((row) => row.filter((revenue) => revenue !== null))
    .filter((values) => values.length >= 4 && values.some((value) => value !== 0))
  return (
    series.length >= 3 &&
    series.every((values) =>
      values.every((value, index) => index === 0 || value >= values[index - 1]!),
    )
  )
}

function ratioBasis(
  rows: readonly BasisRow[],
  ratio: Ratio,
  definition?: CohortDefinition,
): CellBasis {
  if (rows.every((row) => holds(row, ratio, 'period'))) return 'period'
  if (rows.every((row) => holds(row, ratio, 'running'))) return 'cumulative'
  // Payers are distinct people and do not add up; under new payers all who paid so far are the members.
  const isOfMembers =
    definition === 'new_paying' && rows.every((row) => holds(row, ratio, 'ofMembers'))
  return isOfMembers ? 'cumulative' : 'vendor'
}

function holds(
  { users: size, periods }: BasisRow,
  ratio: Ratio,
  over: 'period' | 'running' | 'ofMembers',
): boolean {
  let revenue = 0
  let divisor = 0
  return periods.every((cell) => {
    if (cell === null) return true
    const parts = { size, payers: cell.payers, subscriptions: cell.subscriptions }
    const part = parts[DENOMINATOR[ratio]]
    if (cell.revenue === null || part === null) return true
    revenue = (over === 'period' ? 0 : revenue) + cell.revenue
    divisor = (over === 'running' ? divisor : 0) + part
    if (ratio === 'arpu' || over === 'ofMembers') divisor = size
    const given = cell[ratio]
    return given === null || divisor === 0 || isClose(given, revenue / divisor)
  })
}

/** Equal up to rounding: to a cent, or to four digits for currencies with large numbers. */
const isClose = (given: number, expected: number): boolean =>
  Math.abs(given - expected) <= 0.0051 + Math.abs(expected) * 1e-4
