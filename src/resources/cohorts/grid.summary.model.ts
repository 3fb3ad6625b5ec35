import type { CountedMetric } from './grid.running.model.ts'
import { finalValue } from './grid.states.model.ts'
import { sumOf } from './grid.sums.model.ts'
import type {
  CohortGrid,
  CohortGridRow,
  CohortSummary,
  CohortValue,
  Reading,
  SummaryCell,
  SummaryKind,
} from './grid.types.ts'
import { COUNTED, isRunning, readRow, underOf, unitOf, viewsOf } from './grid.views.model.ts'

/** How rows are put together, and who takes part. */
export interface SummaryOptions {
  readonly kind: SummaryKind
  /** Members a row must have. @default 0 */
  readonly minSize?: number | undefined
}

/**
 * One number for each column, over the rows whose cell there is final. The mean is pooled: what the rows divide, added up,
 * over what they divide it by, so that ten people do not weigh as much as a hundred; of amounts it is the mean per member.
 * Rows that the range cuts, that people still join or that are smaller than `minSize` take no part, and are counted. Sums
 * along the row are of one set of rows, all final at column `through`; later columns are blank.
 */
export function summarize(
  grid: CohortGrid,
  reading: Reading,
  { kind, minSize = 0 }: SummaryOptions,
): CohortSummary {
  const shown = kind === 'mean' ? perMember(reading) : reading
  const unit = unitOf(shown.metric, shown.view)
  const cut = grid.rows.filter((row) => row.state === 'cut').length
  const large = grid.rows.filter((row) => row.state !== 'cut' && row.size >= minSize)
  const small = grid.rows.length - cut - large.length
  const read = canSummarize(grid, reading) ? readPart : () => 'missing' as const

  // A mean of running sums over other rows in each column could fall: one set of rows for all of them.
  const isSum = isRunning(shown.view) || grid.basis[shown.metric] === 'cumulative'
  const reaches = large.map((row) =>
    isSum ? lastPart(grid, (column) => read(grid, row, column, shown, kind)) : Infinity,
  )
  const last = isSum ? lastShared(large, reaches) : Infinity
  const isMean = kind === 'mean'
  const plain = isMean && !isSum && canSummarize(grid, reading) ? plainAmount(grid, shown) : null

  const summarizeColumn = (column: number): SummaryCell => {
    const left = { unfinished: 0, small, cut, missing: 0, unpublished: 0 }
    // The values, or of a mean what they divide; by position the same rows.
    const numbers: number[] = []
    const sizes: number[] = []
    // Over hundreds of rows for each column in view, before anything is drawn: a plain loop is twice as fast when it is new.
    for (let index = 0; index < large.length; index++) {
      const row = large[index]!
      const amount = plain && finalValue(row, column, plain)
      const isGiven = plain === shown.metric || finalValue(row, column, shown.metric) !== null
      if (amount !== null && isGiven) {
        numbers.push(amount)
        sizes.push(row.size)
        continue
      }
      const part = read(grid, row, column, shown, kind)
      if (part === 'missing' || part === 'unpublished') left[part]++
      else if (part === 'unfinished' || column > last || reaches[index]! < last) left.unfinished++
      else {
        numbers.push((isMean ? part.of?.numerator : part.value) ?? 0)
        sizes.push(part.of?.denominator ?? 0)
      }
    }
    const value = numbers.length === 0 ? null : isMean ? pool(numbers, sizes) : median(numbers)
    return { unit, state: 'missing', value: null, ...value, rows: numbers.length, left }
  }
  const known: SummaryCell[] = []
  const cell = (column: number) => (known[column] ??= summarizeColumn(column))
  return {
    kind,
    reading: shown,
    unit,
    through: isSum && last >= 0 ? last : null,
    cell,
    get cells() {
      return grid.columns.map(({ index }) => cell(index))
    },
  }
}

/** The reading that a mean is pooled from: amounts are put per member, so that they are of cohorts of any size. */
function perMember({ metric, view }: Reading): Reading {
  if (metric === 'payers' && view === 'absolute') return { metric, view: 'percentOfSize' }
  if (metric !== 'revenue' && metric !== 'subscriptions') return { metric, view }
  if (view === 'absolute') return { metric, view: 'perMember' }
  return { metric, view: view === 'cumulative' ? 'cumulativePerMember' : view }
}

/** True where a summary means something: the metric has the view. */
const canSummarize = (grid: CohortGrid, { metric, view }: Reading): boolean =>
  viewsOf(metric, grid).some((offered) => offered.view === view)

/** A cell that is over for good and holds what the summary is made of; else why it takes no part. */
function readPart(
  grid: CohortGrid,
  row: CohortGridRow,
  column: number,
  shown: Reading,
  kind: SummaryKind,
): CohortValue | 'unfinished' | 'missing' | 'unpublished' {
  if (row.state === 'recruiting') return 'unfinished'
  const cell = readRow(grid, row, column, shown)
  if (cell.state !== 'final') return cell.state === 'missing' ? 'missing' : 'unfinished'
  const isKnown = kind === 'mean' ? cell.of !== undefined : cell.value !== null
  if (grid.basis[shown.metric] !== 'vendor' && isKnown) return cell
  return cell.value === null ? 'missing' : 'unpublished'
}

/** What a mean per member of one period adds up of final cells, which needs no object a cell; null for what `readPart` reads. */
const plainAmount = ({ basis }: CohortGrid, shown: Reading): CountedMetric | null =>
  basis[shown.metric] === 'period' && underOf(shown) === 'size' ? COUNTED[shown.metric] : null

/** The last column at which a row takes part; -1 without one. */
const lastPart = ({ columns }: CohortGrid, read: (column: number) => unknown): number =>
  columns.findLastIndex(({ index }) => typeof read(index) === 'object')

/** The last column at which at least half of the rows take part, those aside that people still join; -1 without one. */
function lastShared(rows: readonly CohortGridRow[], reaches: readonly number[]): number {
  const sorted = reaches
    .filter((_, position) => rows[position]!.state === 'complete')
    .toSorted((a, b) => b - a)
  return sorted[Math.ceil(sorted.length / 2) - 1] ?? -1
}

type Summed = Pick<CohortValue, 'value' | 'state' | 'of'>

function pool(numerators: readonly number[], denominators: readonly number[]): Summed {
  const numerator = sumOf(numerators)
  const denominator = sumOf(denominators)
  const value = denominator > 0 ? numerator / denominator : null
  return { value, state: 'final', of: { numerator, denominator } }
}

function median(numbers: readonly number[]): Summed {
  const values = numbers.toSorted((a, b) => a - b)
  const [low, high] = [values[(values.length - 1) >> 1]!, values[values.length >> 1]!]
  return { value: low + (high - low) / 2, state: 'final' }
}
