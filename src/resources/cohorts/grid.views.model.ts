import type { CellState, CohortGrid, CohortGridRow } from './grid.types.ts'
import type { CohortCell, CohortMetric } from './types.ts'

/** How a metric is read: as given, or as a share of the cohort's members. */
export type CohortView = 'absolute' | 'percentOfSize'

/** Kind of a number, which decides its format. */
export type ValueUnit = 'money' | 'count' | 'percent'

/** One number of the table with how far it can be trusted. */
export interface CohortValue {
  /** Null where there is none yet or none at all: never 0 in its place. Shares are fractions. */
  readonly value: number | null
  readonly state: CellState
  readonly unit: ValueUnit
}

/** The views that mean something for a metric: only payers are members over members. */
export function viewsOf(metric: CohortMetric): readonly CohortView[] {
  return metric === 'payers' ? ['absolute', 'percentOfSize'] : ['absolute']
}

/** The unit of a metric in a view. */
export function unitOf(metric: CohortMetric, view: CohortView): ValueUnit {
  if (view === 'percentOfSize') return 'percent'
  return metric === 'payers' || metric === 'subscriptions' ? 'count' : 'money'
}

/** The number of one cell. A share of a cohort that still recruits is open, whatever its period is. */
export function readCell(
  row: CohortGridRow,
  column: number,
  metric: CohortMetric,
  view: CohortView,
): CohortValue {
  const timed = row.states[column] ?? 'missing'
  const cell = row.cells[column] ?? null
  const unit = unitOf(metric, view)
  if (timed === 'future' || timed === 'missing') return { value: null, state: timed, unit }
  const isShare = view === 'percentOfSize'
  const state = isShare && row.state === 'recruiting' ? 'open' : timed
  const value = isStillNothing(cell, timed)
    ? null
    : valueOf(cell, metric, isShare ? row.size : null)
  // A ratio of nothing (no payer, no payment) has no value; the period is over all the same.
  return { value, state, unit }
}

/** The number of one column in the totals row, its share over the members of the rows that have the column. */
export function readTotal(
  grid: CohortGrid,
  column: number,
  metric: CohortMetric,
  view: CohortView,
): CohortValue {
  const unit = unitOf(metric, view)
  const total = grid.total
  const cell = total?.cells[column] ?? null
  const state = total?.states[column] ?? 'missing'
  if (!total || cell === null || state === 'missing') return { value: null, state: 'missing', unit }
  const isShare = view === 'percentOfSize'
  const value = valueOf(cell, metric, isShare ? (total.sizes[column] ?? 0) : null)
  const isOpen = isShare && total.recruiting[column]
  return { value, state: isOpen ? 'open' : state, unit }
}

function valueOf(
  cell: CohortCell | null,
  metric: CohortMetric,
  size: number | null,
): number | null {
  const value = cell?.[metric] ?? null
  if (size === null || value === null) return value
  return size > 0 ? value / size : null
}

/** After the last payment of a row a provisional zero is a dash: somebody may still pay. */
function isStillNothing(cell: CohortCell | null, state: CellState): boolean {
  return state === 'provisional' && !cell?.revenue && !cell?.payers && !cell?.subscriptions
}
