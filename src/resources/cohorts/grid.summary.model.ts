import type {
  CohortGrid,
  CohortGridRow,
  CohortSummary,
  CohortValue,
  Reading,
  SummaryCell,
  SummaryKind,
  ValueUnit,
} from './grid.types.ts'
import { isRunning, readRow, unitOf } from './grid.views.model.ts'

/** How rows are put together, and who takes part. */
export interface SummaryOptions {
  readonly kind: SummaryKind
  /** Members a row must have. @default 0 */
  readonly minSize?: number | undefined
}

/**
 * One number for each column, over the rows whose cell there is final. The mean is pooled: what the rows divide, added up,
 * over what they divide it by, so that ten people do not weigh as much as a hundred; of amounts it is the mean per member.
 * Rows that the range cuts, that people still join or that are smaller than `minSize` take no part, and are counted.
 */
export function summarize(
  grid: CohortGrid,
  reading: Reading,
  { kind, minSize = 0 }: SummaryOptions,
): CohortSummary {
  const shown = kind === 'mean' ? perMember(reading) : reading
  const unit = unitOf(shown.metric, shown.view)
  const cut = grid.rows.filter((row) => row.state === 'cut').length
  const rows = grid.rows.filter((row) => row.state !== 'cut' && row.size >= minSize)
  const small = grid.rows.length - cut - rows.length
  const read = (row: CohortGridRow, column: number) => readRow(grid, row, column, shown)
  const isIn = (row: CohortGridRow, column: number) => isSettled(row, read(row, column), kind)
  const isSum = isRunning(shown.view) || grid.basis[shown.metric] === 'cumulative'
  // A mean of running sums over other rows in each column could fall: one set of rows for all of them.
  const last = isSum ? lastShared(grid, rows, isIn) : grid.columns.length - 1
  const group = isSum ? rows.filter((row) => isIn(row, last)) : rows

  const cells = grid.columns.map(({ index }): SummaryCell => {
    const parts = index > last ? [] : group.filter((row) => isIn(row, index))
    const missing = rows.filter((row) => isMissing(row, read(row, index), kind)).length
    const unfinished = rows.length - parts.length - missing
    return {
      ...put(
        kind,
        unit,
        parts.map((row) => read(row, index)),
      ),
      rows: parts.length,
      left: { unfinished, small, cut, missing },
    }
  })
  return { kind, reading: shown, unit, cells, through: isSum && last >= 0 ? last : null }
}

/** The reading that a mean is pooled from: amounts are put per member, so that they are of cohorts of any size. */
function perMember({ metric, view }: Reading): Reading {
  if (metric === 'payers' && view === 'absolute') return { metric, view: 'percentOfSize' }
  if (metric !== 'revenue' && metric !== 'subscriptions') return { metric, view }
  if (view === 'absolute') return { metric, view: 'perMember' }
  return { metric, view: view === 'cumulative' ? 'cumulativePerMember' : view }
}

/** True for a cell that is over for good and has what the summary is made of. */
function isSettled(row: CohortGridRow, cell: CohortValue, kind: SummaryKind): boolean {
  if (row.state === 'recruiting' || cell.state !== 'final') return false
  return kind === 'mean' ? cell.of !== undefined : cell.value !== null
}

/** True for a cell that will not come to have a number either. */
function isMissing(row: CohortGridRow, cell: CohortValue, kind: SummaryKind): boolean {
  if (row.state === 'recruiting') return false
  return cell.state === 'missing' || (cell.state === 'final' && !isSettled(row, cell, kind))
}

/** The last column that at least half of the rows have reached; -1 without one. */
function lastShared(
  { columns }: CohortGrid,
  rows: readonly CohortGridRow[],
  isIn: (row: CohortGridRow, column: number) => boolean,
): number {
  return columns.findLastIndex(({ index }) => {
    const reached = rows.filter((row) => isIn(row, index)).length
    return reached > 0 && 2 * reached >= rows.length
  })
}

function put(kind: SummaryKind, unit: ValueUnit, parts: readonly CohortValue[]): CohortValue {
  if (parts.length === 0) return { value: null, state: 'missing', unit }
  if (kind === 'median')
    return { value: median(parts.map((part) => part.value!)), state: 'final', unit }
  const numerator = sum(parts.map((part) => part.of!.numerator))
  const denominator = sum(parts.map((part) => part.of!.denominator))
  const value = denominator > 0 ? numerator / denominator : null
  return { value, state: 'final', unit, of: { numerator, denominator } }
}

const sum = (values: readonly number[]): number => values.reduce((total, value) => total + value, 0)

function median(values: readonly number[]): number {
  const sorted = values.toSorted((a, b) => a - b)
  const middle = sorted.length >> 1
  return sorted.length % 2 ? sorted[middle]! : (sorted[middle - 1]! + sorted[middle]!) / 2
}
