import type { CellBasis } from './grid.types.ts'
import type { CohortDefinition, CohortMetric, CohortRow } from './types.ts'

/** The part of a row that has happened. */
export type KnownRow = Pick<CohortRow, 'users' | 'periods'>

type Ratio = 'arpu' | 'arppu' | 'arpas'
type Over = 'period' | 'running' | 'ofMembers'

/** What a ratio divides by: members, payers, payments. */
const DENOMINATOR = { arpu: null, arppu: 'payers', arpas: 'subscriptions' } as const

/** What the numbers are rounded to, and who the members are. */
export interface BasisOptions {
  /** ISO 4217 code: money is taken to be rounded to its digits, unless the answer shows more. */
  readonly currency: string
  /** @default 'new_customers' */
  readonly definition?: CohortDefinition | undefined
}

/**
 * Works out what each metric of an answer is measured over, because no public page says it: the ratio holds in every cell
 * (`period`), or on running sums (`cumulative`), or neither (`vendor`: shown as it is, nothing derived from it). Cells that
 * lack a part tell nothing; where nothing tells, it is `period`.
 */
export function detectBasis(
  rows: readonly KnownRow[],
  { currency, definition }: BasisOptions,
): Record<CohortMetric, CellBasis> {
  const digits = currencyDigits(currency)
  const rounding = halfStep(rows, 'revenue', digits)
  const basisOf = (ratio: Ratio): CellBasis => {
    const errors = { revenue: rounding, ratio: halfStep(rows, ratio, digits) }
    const fits = (over: Over) => rows.every((row) => holds(row, ratio, over, errors))
    if (fits('period')) return 'period'
    // Payers are distinct people and do not add up; under new payers all who paid so far are the members.
    const isOfMembers = ratio === 'arppu' && definition === 'new_paying'
    return fits('running') || (isOfMembers && fits('ofMembers')) ? 'cumulative' : 'vendor'
  }
  return {
    revenue: 'period',
    payers: 'period',
    subscriptions: 'period',
    arpu: basisOf('arpu'),
    arppu: basisOf('arppu'),
    arpas: basisOf('arpas'),
  }
}

/** True when revenue never falls along any of at least 3 rows with 4 known cells and some revenue: it may be a running sum. */
export function looksCumulative(rows: readonly KnownRow[]): boolean {
  let telling = 0
  for (const { periods } of rows) {
    const values = periods.flatMap((cell) => cell?.revenue ?? [])
    if (values.length < 4 || values.every((value) => value === 0)) continue
    if (values.some((value, index) => index > 0 && value < values[index - 1]!)) return false
    telling++
  }
  return telling >= 3
}

/** True when a ratio is, in every cell of a row that tells, revenue over what it divides by, up to rounding. */
function holds(
  { users, periods }: KnownRow,
  ratio: Ratio,
  over: Over,
  errors: { readonly revenue: number; readonly ratio: number },
): boolean {
  const denominator = over === 'ofMembers' ? null : DENOMINATOR[ratio]
  let revenue = 0
  let divisor = 0
  let added = 0
  for (let index = 0; index < periods.length; index++) {
    const cell = periods[index]
    const part = denominator ? cell?.[denominator] : users
    if (!cell || cell.revenue === null || part === null || part === undefined) {
      if (over === 'period') continue
      // From here on the sums are not known.
      return true
    }
    const isRunning = over !== 'period'
    revenue = isRunning ? revenue + cell.revenue : cell.revenue
    divisor = isRunning && denominator ? divisor + part : part
    added = isRunning ? added + 1 : 1
    const given = cell[ratio]
    if (given === null || divisor === 0) continue
    const expected = revenue / divisor
    const slack =
      errors.ratio + (added * errors.revenue) / divisor + Math.abs(expected) * SIGNIFICANT
    if (Math.abs(given - expected) > slack) return false
  }
  return true
}

/** True when an amount per head is what its parts say, all of them rounded to the digits of the currency. */
export function isRatio(
  value: number,
  { numerator, denominator }: { readonly numerator: number; readonly denominator: number },
  currency: string,
): boolean {
  if (!(denominator > 0)) return false
  const expected = numerator / denominator
  const rounding = 0.5 * 10 ** -currencyDigits(currency) * ROUNDED
  const slack = rounding * (1 + 1 / denominator) + Math.abs(expected) * SIGNIFICANT
  return Math.abs(value - expected) <= slack
}

// Rates of exchange are applied at different steps, so that a ratio may differ in its fifth digit.
const SIGNIFICANT = 1e-4

// Millionths: more digits are none that somebody rounded to.
const FINEST = 1e6

/** The most that rounding can have moved a metric's values: half a unit of the last digit that any of them has. */
function halfStep(rows: readonly KnownRow[], metric: CohortMetric, least: number): number {
  let unit = 10 ** least
  for (const { periods } of rows)
    for (const cell of periods) {
      if (unit >= FINEST) return (0.5 / unit) * ROUNDED
      const value = cell?.[metric] ?? 0
      while (unit < FINEST && !isWhole(value * unit)) unit *= 10
    }
  return (0.5 / unit) * ROUNDED
}

// A value half way is rounded either way, and binary fractions miss the half by a little.
const ROUNDED = 1.02

const isWhole = (value: number): boolean => Math.abs(value - Math.round(value)) < 1e-6

const digitsOf = new Map<string, number>()

function currencyDigits(currency: string): number {
  const known = digitsOf.get(currency) ?? readDigits(currency)
  digitsOf.set(currency, known)
  return known
}

function readDigits(currency: string): number {
  try {
    const format = new Intl.NumberFormat('en', { style: 'currency', currency })
    return format.resolvedOptions().maximumFractionDigits ?? 2
  } catch {
    // No code that Intl can read.
    return 2
  }
}
