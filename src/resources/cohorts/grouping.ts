import type { Grouping } from '../../core/calendar.ts'

const GROUPINGS: readonly string[] = [
  'day',
  'week',
  'month',
  'quarter',
  'year',
] satisfies Grouping[]

/** True for the calendar lengths this version can count in; an answer may name a newer one. */
export const isGrouping = (text: string): text is Grouping => GROUPINGS.includes(text)
