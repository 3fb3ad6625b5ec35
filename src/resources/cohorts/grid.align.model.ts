import { addPeriods } from '../../core/calendar.ts'
import { isGrouping } from './grouping.ts'
import type { CohortRow, CohortsAnswer } from './types.ts'

/** Rows whose first cell is each cohort's own first period. */
export interface AlignedRows {
  readonly rows: readonly CohortRow[]
  /** True when the answer's columns were calendar periods, the same for every row, and have been moved. */
  readonly wasCalendarAligned: boolean
}

/**
 * Reads an answer by days whose columns are calendar periods (every later row begins with as many nulls as it starts
 * later than `origin`, Unix seconds) by offset, as the documented layout is; any other answer is returned as it is. Rows
 * without any number tell nothing.
 */
export function alignByOffset(
  { mode, grouping, cohorts }: CohortsAnswer,
  origin: number,
): AlignedRows {
  const asGiven = { rows: cohorts, wasCalendarAligned: false }
  if (mode !== 'by_days' || !isGrouping(grouping)) return asGiven
  const leading = cohorts.map(({ periods }) => periods.findIndex((cell) => cell !== null))
  if (leading.every((nulls) => nulls <= 0)) return asGiven
  const width = cohorts.reduce((widest, row) => Math.max(widest, row.periods.length), 0)
  const starts = new Map<number, number>()
  for (let offset = 0; offset < width; offset++)
    starts.set(addPeriods(grouping, origin, offset), offset)
  const offsets = cohorts.map((row) => starts.get(row.cohort_start) ?? 0)
  const isShifted = leading.every((nulls, index) => nulls < 0 || nulls === offsets[index])
  if (!isShifted) return asGiven
  const rows = cohorts.map((row, index) => ({ ...row, periods: row.periods.slice(offsets[index]) }))
  return { rows, wasCalendarAligned: true }
}
