import type { Grouping } from '../../core/calendar.ts'

/** The calendar lengths this version can count in; an answer may name a newer one. */
export const GROUPINGS = [
  'day',
  'week',
  'month',
  'quarter',
  'year',
] as const satisfies readonly Grouping[]

/** True for a length this version can count in. */
export const isGrouping = (text: string): text is Grouping =>
  (GROUPINGS as readonly string[]).includes(text)
