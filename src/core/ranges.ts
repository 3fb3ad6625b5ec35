import { addPeriods, DAY, isoDate, startOf, type Grouping } from './calendar.ts'

/**
 * What a range is chosen as. Relative: the last whole periods before now, so that a stored choice moves on with the
 * calendar. Fixed: two days, `YYYY-MM-DD`, UTC, the last one included.
 */
export type RangeChoice = RelativeRange | FixedRange

/** The last `last` complete periods; `current` adds the one that is still running. */
export interface RelativeRange {
  readonly last: number
  readonly unit: Grouping
  /** @default false */
  readonly current?: boolean
}

/** From one day through another, `YYYY-MM-DD`, UTC. */
export interface FixedRange {
  readonly from: string
  readonly through: string
}

/** A range as the API takes it: Unix seconds at 00:00 UTC, `to` excluded. */
export interface ExactRange {
  readonly from: number
  readonly to: number
}

/** How many complete periods of a length are offered; the first is what a panel begins with. */
const COUNTS: Readonly<Record<Grouping, readonly number[]>> = {
  day: [30, 7, 14, 90],
  week: [12, 4, 26, 52],
  month: [12, 3, 6, 24],
  quarter: [8, 4, 12],
  year: [3, 2, 5],
}

/** No range counts further back. */
const MOST = 1_000

/** The ranges offered for a length of periods, shortest first. */
export function rangePresets(unit: Grouping): readonly RelativeRange[] {
  return COUNTS[unit].toSorted((a, b) => a - b).map((last) => ({ last, unit }))
}

/** The range a panel begins with by a length of periods: the last 30 days, 12 weeks, 12 months, 8 quarters or 3 years. */
export const defaultRange = (unit: Grouping): RelativeRange => ({ last: COUNTS[unit][0]!, unit })

/** True for a range that moves on with the calendar. */
export const isRelative = (range: RangeChoice): range is RelativeRange => 'last' in range

/**
 * The exact range of a choice at `now` (Unix seconds), widened or cut to whole periods of `grouping`: a fixed range is
 * widened to the periods that hold its days; a relative one holds complete periods only, unless the current is asked for.
 */
export function resolveRange(range: RangeChoice, now: number, grouping: Grouping): ExactRange {
  if (!isRelative(range))
    return {
      from: sinceEpoch(startOf(grouping, unix(range.from))),
      to: addPeriods(grouping, startOf(grouping, unix(range.through)), 1),
    }
  const end = startOf(range.unit, now)
  const first = startOf(grouping, addPeriods(range.unit, end, -range.last))
  const last = range.current
    ? addPeriods(grouping, startOf(grouping, now), 1)
    : startOf(grouping, end)
  const from = sinceEpoch(first)
  // The last week by months may hold no complete month: the one it began in is then shown.
  return { from, to: Math.max(last, addPeriods(grouping, from, 1)) }
}

/** The first and the last day of an exact range, as date inputs hold them. */
export const rangeDays = ({ from, to }: ExactRange): FixedRange => ({
  from: isoDate(from),
  through: isoDate(to - DAY),
})

/** True unless a fixed range ends before it begins. */
export const isRangeValid = (range: RangeChoice): boolean =>
  isRelative(range) || range.from <= range.through

/** A range out of anything stored or typed; null for what is none. Numbers and switches may be text, as addresses hold them. */
export function readRange(stored: unknown): RangeChoice | null {
  if (typeof stored !== 'object' || stored === null) return null
  const { last, unit, current, from, through } = stored as Record<string, unknown>
  if (isDay(from) && isDay(through)) return { from, through }
  const count = Number(last)
  const isCount = last !== '' && Number.isInteger(count) && count > 0 && count <= MOST
  if (!isCount || !isUnit(unit)) return null
  return current === true || current === 'true'
    ? { last: count, unit, current: true }
    : { last: count, unit }
}

const isUnit = (text: unknown): text is Grouping =>
  typeof text === 'string' && Object.hasOwn(COUNTS, text)

function isDay(text: unknown): text is string {
  if (typeof text !== 'string' || !/^\d{4}-\d{2}-\d{2}$/.test(text)) return false
  // 30 February is read as 2 March: only a day that comes back as itself is one.
  const at = unix(text)
  return Number.isFinite(at) && isoDate(at) === text && text >= '1970-01-01'
}

const unix = (day: string): number => Date.parse(`${day}T00:00:00Z`) / 1000

/** The first week of 1970 began in 1969, and no range may. */
const sinceEpoch = (at: number): number => Math.max(0, at)
