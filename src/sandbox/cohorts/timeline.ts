import { addPeriods, DAY, startOf, type Grouping } from '../../core/calendar.ts'

/** The calendar periods of one grouping over a stretch of time, numbered from 0. */
export interface Timeline {
  /** Start of a period, unix seconds; also of the one after the last, where that ends. */
  start(period: number): number
  /** Number of the period that holds an instant within the stretch. */
  periodOf(at: number): number
}

/** Numbers the periods from the one that holds `from` to the one that holds `to`, both in unix seconds. */
export function createTimeline(grouping: Grouping, from: number, to: number): Timeline {
  const first = startOf(grouping, from)
  const firstDay = first / DAY
  const starts = [first]
  // Days are looked up, not computed: an answer asks once for every payment.
  const periods = new Int32Array(Math.max(0, Math.floor(to / DAY) - firstDay + 1))
  for (let period = 0; starts[period]! <= to; period++) {
    const end = addPeriods(grouping, first, period + 1)
    starts.push(end)
    periods.fill(period, starts[period]! / DAY - firstDay, end / DAY - firstDay)
  }
  return {
    start: (period) => starts[period]!,
    periodOf: (at) => periods[Math.floor(at / DAY) - firstDay]!,
  }
}
