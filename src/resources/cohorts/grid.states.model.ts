import { addPeriods, DAY } from '../../core/calendar.ts'
import type { CellState, CohortGridOptions, RowState } from './grid.types.ts'
import { isGrouping } from './grouping.ts'
import type { CohortCell } from './types.ts'

/** The times of one cohort that its states follow from, Unix seconds. */
export interface CohortWindow {
  readonly start: number
  readonly end: number
  readonly mode: string
  readonly grouping: string
}

/** State of a cohort's membership at `now`, in a range that ends at `to` (Unix seconds). */
export function rowState(window: CohortWindow, from: number, to: number, now: number): RowState {
  if (window.end > now && to >= Math.min(now, window.end)) return 'recruiting'
  return window.start < from || window.end > to ? 'cut' : 'complete'
}

/** States of a row's cells: by the calendar, by days; by renewals only one known length says when a period is over. */
export function cellStates(
  window: CohortWindow,
  cells: readonly (CohortCell | null)[],
  options: CohortGridOptions,
): CellState[] {
  const byDays = window.mode === 'by_days'
  const lastPaid = cells.findLastIndex(
    (cell) => cell !== null && (cell.subscriptions ?? cell.revenue ?? 0) !== 0,
  )
  return cells.map((cell, index) => {
    const timed = byDays
      ? stateByDays(window, index, options)
      : stateByRenewals(window, index, options)
    // While its period runs, a cell without a value is not missing: by renewals a row stops where no member went further.
    if (isEmpty(cell)) return timed === 'final' || timed === 'settling' ? 'missing' : timed
    if (timed === 'future') return isZero(cell) ? 'future' : 'provisional'
    return timed === 'provisional' || byDays || index <= lastPaid ? timed : trailing(timed)
  })
}

function stateByDays(
  { start, grouping }: CohortWindow,
  index: number,
  options: CohortGridOptions,
): CellState {
  if (!isGrouping(grouping)) return 'provisional'
  const begins = addPeriods(grouping, start, index)
  const ends = addPeriods(grouping, start, index + 1)
  return timeline(begins, ends, ends + (options.settlingDays ?? 1) * DAY, options.now)
}

function stateByRenewals(
  { start, end }: CohortWindow,
  index: number,
  options: CohortGridOptions,
): CellState {
  const { renewalLengths = [], definition = 'new_customers', settlingDays = 60, now } = options
  const [length] = renewalLengths
  if (length === undefined || renewalLengths.length > 1) return 'provisional'
  const begins = addPeriods(length, start, index)
  if (now < begins) return 'future'
  const delay = delayDays(definition, options)
  if (delay === undefined) return 'provisional'
  const ends = addPeriods(length, end, index) + delay * DAY
  return timeline(begins, ends, ends + settlingDays * DAY, now)
}

/** Days between joining and the first payment at the latest; undefined when nothing bounds them. */
function delayDays(definition: string, options: CohortGridOptions): number | undefined {
  if (definition === 'new_paying') return 0
  return definition === 'initial_conversions' ? options.trialDays : options.conversionWindowDays
}

function timeline(begins: number, ends: number, settled: number, now: number): CellState {
  if (begins >= now) return 'future'
  if (ends > now) return 'open'
  return settled > now ? 'settling' : 'final'
}

/** After a row's last payment a zero is only final once its period is. */
const trailing = (state: CellState): CellState => (state === 'final' ? 'final' : 'provisional')

function isEmpty(cell: CohortCell | null): boolean {
  return (
    cell === null ||
    (cell.revenue === null &&
      cell.payers === null &&
      cell.subscriptions === null &&
      cell.arpu === null &&
      cell.arppu === null &&
      cell.arpas === null)
  )
}

const isZero = (cell: CohortCell | null): boolean =>
  cell !== null && !cell.revenue && !cell.payers && !cell.subscriptions
