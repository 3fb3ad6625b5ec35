import { addPeriods, DAY } from '../../core/calendar.ts'
import type {
  CellState,
  CohortGrid,
  CohortGridOptions,
  CohortGridRow,
  RenewalLength,
  RowClock,
  RowState,
} from './grid.types.ts'
import { isGrouping } from './grouping.ts'
import type { CohortCell, CohortMetric } from './types.ts'

/** The times of one cohort that its states follow from, Unix seconds. */
export interface CohortWindow {
  readonly start: number
  readonly end: number
  readonly mode: string
  readonly grouping: string
}

type Row = Pick<CohortGridRow, 'cells' | 'clock'>

/** State of a cohort's membership at `now`, in a range that ends at `to` (Unix seconds). */
export function rowState(window: CohortWindow, from: number, to: number, now: number): RowState {
  if (window.end > now && to >= Math.min(now, window.end)) return 'recruiting'
  return window.start < from || window.end > to ? 'cut' : 'complete'
}

/** State of one cell. While its period runs, a cell without a value is not missing. */
export function stateOf({ cells, clock }: Row, column: number): CellState {
  const cell = cells[column]
  if (column >= clock.begun) return isNothing(cell) ? 'future' : 'provisional'
  // So it is of most cells, and it is asked of each.
  if (column < clock.settled && column < clock.reached) return isEmpty(cell) ? 'missing' : 'final'
  const timed = timedState(clock, column)
  if (column >= clock.reached)
    return timed === 'final' && clock.ended !== null ? 'final' : 'provisional'
  return isEmpty(cell) && timed === 'settling' ? 'missing' : timed
}

/** A number of a cell that is over for good, as the answer holds it; null where its state must be looked at. */
export function finalValue(
  { state, cells, clock }: CohortGridRow,
  column: number,
  metric: CohortMetric,
): number | null {
  // While people join a cohort, what is divided by its size is not over.
  if (state === 'recruiting' || column >= clock.settled || column >= clock.reached) return null
  return cells[column]?.[metric] ?? null
}

/** What one cell holds; null where there is no number yet or none at all, also where the answer has filled in zeros. */
export function cellOf(
  row: Row,
  column: number,
  state: CellState = stateOf(row, column),
): CohortCell | null {
  const cell = row.cells[column] ?? null
  if (column < row.clock.reached) return state === 'future' ? null : cell
  if (state !== 'final') return null
  return isEmpty(cell) ? row.clock.ended : cell
}

/** The states of cells that have a number, of those that occur in a grid. */
export function occurringStates({ rows, columns }: CohortGrid): ReadonlySet<CellState> {
  const found = new Set<CellState>()
  const look = (row: CohortGridRow, state: CellState, from: number, to: number) => {
    for (let column = from; column < to && !found.has(state); column++)
      if (stateOf(row, column) === state) found.add(state)
  }
  for (const row of rows) {
    const { settled, over, begun, dated, reached } = row.clock
    look(row, 'final', 0, settled)
    look(row, 'settling', settled, over)
    look(row, 'open', over, begun)
    // Half of a large table has not begun: past the last cell there is nothing to find.
    const end = dated ? Math.max(begun, row.cells.findLastIndex(Boolean) + 1) : columns.length
    look(row, 'provisional', dated ? Math.min(begun, reached) : 0, end)
  }
  return found
}

/** True where settled columns after the end of a row are read as zeros that the answer does not hold. */
export const assumesEnd = ({ cells, clock }: Row): boolean =>
  clock.ended !== null && clock.settled > clock.reached && isEmpty(cells[clock.settled - 1])

/** A number made of others is as unsure as the least sure of them. */
export const leastSure = (a: CellState, b: CellState): CellState =>
  CELL_STATES.indexOf(a) > CELL_STATES.indexOf(b) ? a : b

/** The states, the surest first: along a row doubt only grows, but for what is missing. */
export const CELL_STATES: readonly CellState[] = [
  'final',
  'settling',
  'open',
  'provisional',
  'future',
  'missing',
]

/** When the columns of a row change their state: by days by the calendar; by renewals only one known length tells. */
export function rowClock(
  { start, end, mode, grouping }: CohortWindow,
  width: number,
  options: CohortGridOptions,
): Omit<RowClock, 'reached' | 'ended'> {
  const isByDays = mode === 'by_days'
  const { now, settlingDays = isByDays ? 1 : 60 } = options
  const step = isByDays ? grouping : onlyLength(options)
  const undated = { settled: 0, over: 0, begun: width, dated: false }
  if (!step || !isGrouping(step)) return undated
  const begun = countWhile(width, (index) => addPeriods(step, start, index) < now)
  const delay = isByDays ? 0 : delayDays(options)
  if (delay === undefined) return { ...undated, begun }
  // By renewals it is the last member whose payment is waited for.
  const ends = (index: number) =>
    isByDays ? addPeriods(step, start, index + 1) : addPeriods(step, end, index) + delay * DAY
  const over = countDown(begun, (index) => ends(index) <= now)
  const settled = countDown(over, (index) => ends(index) + settlingDays * DAY <= now)
  return { settled, over, begun, dated: true }
}

/** Columns of a row up to the last that holds a payment: what is after it is the same as if it were not there. */
export const reachedColumns = (cells: readonly (CohortCell | null)[]): number =>
  cells.findLastIndex((cell) => !isNothing(cell)) + 1

/** The one renewal length in view; undefined when several are, or none is known. */
export function onlyLength({ renewalLengths = [] }: CohortGridOptions): RenewalLength | undefined {
  const [length] = renewalLengths
  return renewalLengths.every((each) => each === length) ? length : undefined
}

/** Days between joining and the first payment at the latest; undefined when nothing bounds them. */
function delayDays(options: CohortGridOptions): number | undefined {
  const { definition = 'new_customers', trialDays, conversionWindowDays } = options
  if (definition === 'new_paying') return 0
  return definition === 'initial_conversions' ? trialDays : conversionWindowDays
}

/** The state that a column which has begun has by its time alone. */
function timedState({ settled, over, dated }: RowClock, column: number): CellState {
  if (!dated) return 'provisional'
  if (column < settled) return 'final'
  return column < over ? 'settling' : 'open'
}

/** How many of the first `width` columns hold; they do up to one, and then none does. */
function countWhile(width: number, holds: (index: number) => boolean): number {
  let low = 0
  let high = width
  while (low < high) {
    const middle = (low + high) >> 1
    if (holds(middle)) low = middle + 1
    else high = middle
  }
  return low
}

/** The same where all but the last few of `count` hold. */
function countDown(count: number, holds: (index: number) => boolean): number {
  let held = count
  while (held > 0 && !holds(held - 1)) held--
  return held
}

function isEmpty(cell: CohortCell | null | undefined): boolean {
  return (
    !cell ||
    (cell.revenue === null &&
      cell.payers === null &&
      cell.subscriptions === null &&
      cell.arpu === null &&
      cell.arppu === null &&
      cell.arpas === null)
  )
}

/** True for a cell that is absent, empty or filled with zeros. */
function isNothing(cell: CohortCell | null | undefined): boolean {
  return (
    !cell ||
    (!cell.revenue &&
      !cell.payers &&
      !cell.subscriptions &&
      !cell.arpu &&
      !cell.arppu &&
      !cell.arpas)
  )
}
