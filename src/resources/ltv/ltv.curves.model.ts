import { addPeriods, DAY, type Grouping } from '../../core/calendar.ts'
import type { LtvAnswer, LtvPoint } from './types.ts'

/** What a curve shows: revenue so far, per customer who installed (ARPU) and per one who has paid (ARPPU). */
export type LtvMeasure = 'revenue' | 'arpu' | 'arppu'

/**
 * How far an age can be trusted: `final` (every customer of the range has it behind them and late store notices are in);
 * `settling` (behind them, notices still count); `open` (somebody has yet to reach it); `provisional` (by renewals, where
 * no date says when it ends).
 */
export type LtvState = 'final' | 'settling' | 'open' | 'provisional'

/** Whose money a point counts. */
export interface LtvPopulation {
  /** They installed from here, Unix seconds … */
  readonly from: number
  /** … until before here; null where the answer does not let us know. */
  readonly to: number | null
  /** How many they are; null where the answer does not say. */
  readonly users: number | null
}

/** One age of a curve, with everything paid up to and including it. A null is "not known", never 0. */
export interface LtvAge extends Readonly<Record<LtvMeasure, number | null>> {
  /** Full calendar days (UTC) since the one of the install, from 0; by renewals the number of the payment, from 1. */
  readonly age: number
  readonly state: LtvState
  readonly population: LtvPopulation
}

/** Whom unfinished ages count: those who have reached them, everybody (so young customers bend the curve down), or nobody says. */
export type LtvCounting = 'reached' | 'everyone' | 'unknown'

/** The curve of all customers of a range, or of one segment of them. */
export interface LtvCurve {
  /** Null for all customers. */
  readonly segment: string | null
  /** The API's own name of the segment; null for all customers. */
  readonly label: string | null
  readonly users: number | null
  /** Those of them who have paid, whenever. */
  readonly payers: number | null
  readonly counting: LtvCounting
  /** Ascending. Ages that nobody has begun are left out. */
  readonly ages: readonly LtvAge[]
}

/** Lifetime-value curves, ready to read. */
export interface LtvCurves {
  readonly mode: string
  /** Unix seconds; `to` is excluded. */
  readonly from: number
  readonly to: number
  /** The instant states are judged at, Unix seconds. */
  readonly now: number
  /** ISO 4217 code of every amount. */
  readonly currency: string
  readonly revenueType: string
  /** Attribute that splits; null without. */
  readonly attribute: string | null
  readonly whole: LtvCurve
  /** As the API lists them; they need not add up to the whole, and are never added up here. */
  readonly segments: readonly LtvCurve[]
  /** When an age is final at the earliest, Unix seconds; null where no date says so. */
  readonly finalAt: (age: number) => number | null
}

/** One renewal length of a subscription. */
export type RenewalLength = Exclude<Grouping, 'day'>

/** What the curves must know beside the answer. */
export interface LtvOptions {
  /** The instant that states are judged at, in Unix seconds: when the answer was fetched. */
  readonly now: number
  /** Days in which late store notices still count. @default 1 by days, 60 by renewals (billing retry and grace) */
  readonly settlingDays?: number | undefined
  /** The lengths of the renewals in view. Only exactly one tells when the n-th payment was due. @default unknown */
  readonly renewalLengths?: readonly RenewalLength[] | undefined
  /** Days from the install after which no first payment counts. Without it no age by renewals is final. @default unknown */
  readonly conversionWindowDays?: number | undefined
}

/** Reads an answer: each age with its values, its state at `now` and the customers it counts. */
export function buildLtvCurves(answer: LtvAnswer, options: LtvOptions): LtvCurves {
  const { mode, cohort_from: from, cohort_to: to } = answer
  const range: Range = { mode, from, to, ...options }
  return {
    mode,
    from,
    to,
    now: options.now,
    currency: answer.currency,
    revenueType: answer.revenue_type,
    attribute: answer.segment,
    whole: readCurve(range, answer.series, {
      segment: null,
      label: null,
      users: answer.cohort_users,
      payers: answer.paying_users,
    }),
    segments: answer.segments.map(({ value, label, cohort_users, paying_users, series }) =>
      readCurve(range, series, {
        segment: value,
        label,
        users: cohort_users ?? null,
        payers: paying_users ?? null,
      }),
    ),
    finalAt: (age) => closing(range, age)?.settled ?? null,
  }
}

/**
 * The curve as far as at least half of its customers have come. Behind that each age counts fewer people, the oldest only,
 * and what looks like a rise or a fall is a change of people. Ages that do not say how many they count stay.
 */
export function mostlyReached(curve: LtvCurve): LtvCurve {
  const { users: all, ages } = curve
  if (all === null) return curve
  const end = ages.findIndex(({ population: { users } }) => users !== null && users * 2 < all)
  return end < 0 ? curve : { ...curve, ages: ages.slice(0, end) }
}

type Range = LtvOptions & { readonly mode: string; readonly from: number; readonly to: number }
type Group = Pick<LtvCurve, 'segment' | 'label' | 'users' | 'payers'>

function readCurve(range: Range, points: readonly LtvPoint[], group: Group): LtvCurve {
  const begun = points
    .filter(({ period }) => hasBegun(range, period))
    .toSorted((a, b) => a.period - b.period)
  const counting = countingOf(range, begun, group.users)
  const ages = begun.map((point): LtvAge => {
    const { period: age, revenue, arpu, arppu } = point
    const state = stateOf(range, point, group.users)
    return {
      age,
      revenue,
      arpu,
      arppu,
      state,
      population: populationOf(range, point, state, group, counting),
    }
  })
  return { ...group, counting, ages }
}

/** A value at an age that the first customer of the range has not begun is a filling, not a number. */
const hasBegun = ({ mode, from, now }: Range, age: number): boolean =>
  mode !== 'by_days' || (dayOf(from) + age) * DAY < now

/** When the last customer of the range has an age behind them, and when late notices are in too; null where no date says so. */
function closing(range: Range, age: number): { over: number; settled: number } | null {
  const { mode, to, settlingDays, renewalLengths = [], conversionWindowDays } = range
  if (mode === 'by_days') {
    // Who came on the last day, the one before `to`, has it behind them `age` days after `to`.
    const over = (Math.ceil(to / DAY) + age) * DAY
    return { over, settled: over + (settlingDays ?? 1) * DAY }
  }
  const [length] = renewalLengths
  if (length === undefined || renewalLengths.length > 1 || conversionWindowDays === undefined)
    return null
  const over = addPeriods(length, to, age - 1) + conversionWindowDays * DAY
  return { over, settled: over + (settlingDays ?? 60) * DAY }
}

function stateOf(range: Range, { period, users }: LtvPoint, all: number | null): LtvState {
  const closed = closing(range, period)
  if (!closed) return 'provisional'
  // The answer itself may know of customers who are too young.
  if (closed.over > range.now || isFewer(users, all)) return 'open'
  return closed.settled > range.now ? 'settling' : 'final'
}

function countingOf(range: Range, points: readonly LtvPoint[], all: number | null): LtvCounting {
  if (all === null || points.some(({ users }) => typeof users !== 'number')) return 'unknown'
  if (points.some(({ users }) => isFewer(users, all))) return 'reached'
  const isYoung = ({ period }: LtvPoint) => (closing(range, period)?.over ?? Infinity) > range.now
  return points.some(isYoung) ? 'everyone' : 'reached'
}

function populationOf(
  { mode, from, to, now }: Range,
  { period, users = null }: LtvPoint,
  state: LtvState,
  group: Group,
  counting: LtvCounting,
): LtvPopulation {
  const everybody = { from, to: Math.min(to, now) }
  if (state === 'final' || state === 'settling')
    return { ...everybody, users: users ?? group.users }
  if (users !== null && !isFewer(users, group.users) && group.users !== null)
    return { ...everybody, users }
  if (counting !== 'reached' || mode !== 'by_days') return { from, to: null, users }
  // An age of k days lies behind those who installed more than k days before today.
  return { from, to: Math.min(to, (dayOf(now) - period) * DAY), users }
}

const dayOf = (at: number): number => Math.floor(at / DAY)

const isFewer = (users: number | null | undefined, all: number | null): boolean =>
  typeof users === 'number' && all !== null && users < all
