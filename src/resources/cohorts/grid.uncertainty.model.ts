import type { CohortGrid, Reading } from './grid.types.ts'
import { readCell } from './grid.views.model.ts'

/** The range of values that the numbers do not rule out, as fractions. */
export interface Interval {
  readonly low: number
  readonly high: number
}

/** Some members of all: a share with both of its numbers. */
export interface Share {
  readonly numerator: number
  readonly denominator: number
}

/** How a share of one cohort differs from that of another, as fractions: a − b, its interval, and whether that leaves zero out. */
export interface RowComparison extends Interval {
  readonly difference: number
  /** True when the interval does not hold zero: the two are told apart. */
  readonly told: boolean
  readonly a: Share
  readonly b: Share
}

/** Standard deviations that hold 95% of a normal distribution. */
const Z95 = 1.959964

/** Wilson's score interval for `k` of `n` (95% unless `z` says otherwise): never outside 0 to 1, of use for few people and for none. */
export function wilson(k: number, n: number, z = Z95): Interval {
  if (!(n > 0)) return { low: 0, high: 1 }
  const share = k / n
  const middle = share + (z * z) / (2 * n)
  const reach = z * Math.sqrt((share * (1 - share)) / n + (z * z) / (4 * n * n))
  const whole = 1 + (z * z) / n
  // Rounding must not push a bound over the edge it stands on.
  return {
    low: k <= 0 ? 0 : (middle - reach) / whole,
    high: k >= n ? 1 : (middle + reach) / whole,
  }
}

/** Newcombe's hybrid score interval for the difference of two independent shares (method 10 of 1998), a − b. */
export function compareShares(a: Share, b: Share, z = Z95): RowComparison {
  const [shareA, shareB] = [a.numerator / a.denominator, b.numerator / b.denominator]
  const ofA = wilson(a.numerator, a.denominator, z)
  const ofB = wilson(b.numerator, b.denominator, z)
  const difference = shareA - shareB
  const low = difference - Math.hypot(shareA - ofA.low, ofB.high - shareB)
  const high = difference + Math.hypot(ofA.high - shareA, shareB - ofB.low)
  return { difference, low, high, told: low > 0 || high < 0, a, b }
}

/**
 * True for the readings that have an interval: members over members, which are payers of the cohort's size and payers of a
 * renewal of those of the first. Money, payments and a share of a partial first period have none.
 */
export const hasIntervals = (grid: CohortGrid, { metric, view }: Reading): boolean =>
  metric === 'payers' &&
  (view === 'percentOfSize' || (view === 'percentOfFirst' && grid.mode === 'by_renewals'))

/** The 95% interval of one cell; null where the reading has none or the cell is not final: what still grows has no error bar. */
export function intervalOf(
  grid: CohortGrid,
  row: number,
  column: number,
  reading: Reading,
): Interval | null {
  const share = finalShare(grid, row, column, reading)
  return share && wilson(share.numerator, share.denominator)
}

/** The difference between two rows of a grid in one column, row `a` less row `b`; null unless both cells are final shares. */
export function compareRows(
  grid: CohortGrid,
  a: number,
  b: number,
  column: number,
  reading: Reading,
): RowComparison | null {
  const [ofA, ofB] = [a, b].map((row) => finalShare(grid, row, column, reading))
  return ofA && ofB ? compareShares(ofA, ofB) : null
}

/** The share that one cell is, to be compared with one of another grid by `compareShares`; null unless it is a final share of members. */
export function finalShare(
  grid: CohortGrid,
  row: number,
  column: number,
  reading: Reading,
): Share | null {
  // All of the first are payers of the first.
  const isWhole = reading.view === 'percentOfFirst' && column === 0
  if (isWhole || !hasIntervals(grid, reading)) return null
  const { state, value, of } = readCell(grid, row, column, reading)
  if (state !== 'final' || value === null || !of) return null
  return isShare(of) ? of : null
}

/** False in an answer in which more people paid than there are: it is nothing to reckon with. */
export const isShare = ({ numerator, denominator }: Share): boolean =>
  numerator >= 0 && denominator >= numerator && denominator > 0
