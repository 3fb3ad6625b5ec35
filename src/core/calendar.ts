/** A calendar period of the API. All windows are UTC; weeks start on Monday. */
export type Grouping = 'day' | 'week' | 'month' | 'quarter' | 'year'

export const DAY = 86_400

/** Start of the period that holds an instant. Unix seconds in and out. */
export function startOf(grouping: Grouping, at: number): number {
  const day = Math.floor(at / DAY)
  if (grouping === 'day') return day * DAY
  // 1 January 1970 was a Thursday: three days after the Monday that its week starts on.
  if (grouping === 'week') return (Math.floor((day + 3) / 7) * 7 - 3) * DAY
  const date = new Date(at * 1000)
  const month = date.getUTCMonth()
  const first = grouping === 'month' ? month : grouping === 'quarter' ? month - (month % 3) : 0
  return utc(date.getUTCFullYear(), first)
}

/** Start of the period `count` periods after the one that starts at `start`. Unix seconds in and out. */
export function addPeriods(grouping: Grouping, start: number, count: number): number {
  if (grouping === 'day') return start + count * DAY
  if (grouping === 'week') return start + count * 7 * DAY
  return addMonths(start, count * MONTHS[grouping])
}

/** The same day of the month `count` months later, the last of a shorter month; time of day kept. Unix seconds in and out. */
export function addMonths(at: number, count: number): number {
  const date = new Date(at * 1000)
  const startOfMonth = (later: number) => utc(date.getUTCFullYear(), date.getUTCMonth() + later)
  const month = startOfMonth(count)
  const length = (startOfMonth(count + 1) - month) / DAY
  const day = Math.min(date.getUTCDate(), length)
  return month + (day - 1) * DAY + (at - Math.floor(at / DAY) * DAY)
}

/** `YYYY-MM-DD` of an instant, in UTC. Unix seconds in. */
export function isoDate(at: number): string {
  return new Date(at * 1000).toISOString().slice(0, 10)
}

const MONTHS = { month: 1, quarter: 3, year: 12 } as const

function utc(year: number, month: number): number {
  const date = new Date(0)
  date.setUTCFullYear(year, month, 1)
  return date.getTime() / 1000
}
