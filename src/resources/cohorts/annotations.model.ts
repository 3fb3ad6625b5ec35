import { addPeriods, DAY, isoDate, type Grouping } from '../../core/calendar.ts'
import type { CohortLine } from './grid.lines.model.ts'
import type { CohortGrid, CohortGridRow } from './grid.types.ts'
import { GROUPINGS, isGrouping } from './grouping.ts'

/** Something that happened on one day and explains numbers: a price rise, an outage, a campaign. */
export interface CohortAnnotation {
  /** UTC day, `YYYY-MM-DD`. */
  readonly date: string
  readonly label: string
  /** @default 'info' */
  readonly tone?: 'info' | 'warning' | 'error' | undefined
}

/** Why no date can be placed: renewals without one known length; cohorts of which no date says when they first pay; renewals shorter than the cohorts' windows. */
export type AnnotationObstacle = 'length' | 'definition' | 'grouping'

/** Where a date meets a cohort: in a column, this far into its period (0 up to, not including, 1). */
export interface Crossing {
  readonly column: number
  readonly fraction: number
}

/** How a cell is marked. */
export interface CellMark {
  readonly tone: NonNullable<CohortAnnotation['tone']>
  /** The quarter of the cell that the line stands in, from its start. */
  readonly quarter: number
  /** The annotations that meet here, as places in the list they came in. */
  readonly annotations: readonly number[]
}

/** The marks of one row, by column. Where several dates meet, the line is the first one's. */
export function marksOf(
  grid: CohortGrid,
  row: CohortGridRow,
  annotations: readonly CohortAnnotation[],
): ReadonlyMap<number, CellMark> {
  const marks = new Map<number, CellMark>()
  for (const [index, annotation] of annotations.entries()) {
    const at = annotationTime(annotation)
    const crossing = at === null ? null : crossingOf(grid, row, at)
    if (!crossing) continue
    const { column, fraction } = crossing
    const first = marks.get(column) ?? {
      tone: annotation.tone ?? 'info',
      quarter: Math.floor(fraction * 4),
      annotations: [],
    }
    marks.set(column, { ...first, annotations: [...first.annotations, index] })
  }
  return marks
}

/** An annotation as it is listed below the table. */
export interface ListedAnnotation extends CohortAnnotation {
  /** First second of its day, Unix seconds; null where its date is none. */
  readonly at: number | null
  /** True when it meets a cohort of the table. */
  readonly isMarked: boolean
}

/** A mark as a cell draws it. */
export interface DrawnMark extends CellMark {
  /** Written at the topmost cohort that the date meets: what happened. */
  readonly flag: string | undefined
}

/** What a table draws of its annotations. */
export interface Annotations {
  /** By date. */
  readonly list: readonly ListedAnnotation[]
  readonly obstacle: AnnotationObstacle | null
  /** The marks of a line, by column; the same as long as the lines and annotations are. */
  readonly marksOf: (line: CohortLine) => ReadonlyMap<number, DrawnMark> | undefined
  /** What happened in a period of a cohort. */
  readonly eventsAt: (line: CohortLine, column: number) => readonly ListedAnnotation[]
}

/** Places annotations over the lines of a table, each date once per cohort it meets. The marks of a line are found when it is drawn. */
export function placeAnnotations(
  grid: CohortGrid,
  lines: readonly CohortLine[],
  annotations: readonly CohortAnnotation[],
): Annotations {
  const topmost = annotations.map((annotation) => {
    const at = annotationTime(annotation)
    return at === null ? undefined : lines.find((line) => meets(line, at))
  })
  const listed = annotations.map((annotation, index) => ({
    ...annotation,
    at: annotationTime(annotation),
    isMarked: topmost[index] !== undefined,
  }))
  const drawn = new Map<CohortLine, ReadonlyMap<number, DrawnMark>>()
  const draw = (line: CohortLine) => {
    if (line.kind !== 'cohort') return undefined
    const known = drawn.get(line)
    if (known) return known
    const marks = new Map<number, DrawnMark>()
    for (const [column, mark] of marksOf(line.grid, line.grid.rows[line.row]!, annotations)) {
      const first = mark.annotations.filter((index) => topmost[index] === line)
      const flag = first.map((index) => annotations[index]!.label).join(', ') || undefined
      marks.set(column, { ...mark, flag })
    }
    drawn.set(line, marks)
    return marks
  }
  return {
    obstacle: annotationObstacle(grid),
    list: listed.toSorted((a, b) => (a.at ?? Infinity) - (b.at ?? Infinity)),
    marksOf: draw,
    eventsAt: (line, column) =>
      draw(line)
        ?.get(column)
        ?.annotations.map((index) => listed[index]!) ?? [],
  }
}

const meets = (line: CohortLine, at: number): boolean =>
  line.kind === 'cohort' && crossingOf(line.grid, line.grid.rows[line.row]!, at) !== null

/** What keeps dates from being placed in this grid; null where they can be. */
export function annotationObstacle(grid: CohortGrid): AnnotationObstacle | null {
  if (grid.mode === 'by_days') return isGrouping(grid.grouping) ? null : 'length'
  const length = grid.columns[0]?.unit
  if (!length) return 'length'
  if (grid.definition !== 'new_paying') return 'definition'
  const isShorter =
    isGrouping(grid.grouping) && GROUPINGS.indexOf(length) < GROUPINGS.indexOf(grid.grouping)
  return isShorter ? 'grouping' : null
}

/** The first second of an annotation's day, Unix seconds UTC; null where its date is none. */
export function annotationTime({ date }: CohortAnnotation): number | null {
  const at = /^\d{4}-\d{2}-\d{2}$/.test(date) ? Date.parse(`${date}T00:00:00Z`) / 1000 : Number.NaN
  // Date.parse takes 31 February for 3 March.
  return !Number.isNaN(at) && isoDate(at) === date ? at : null
}

/**
 * The column in which an instant (Unix seconds) meets a cohort; null before its first member, past the last column or
 * where `annotationObstacle` says that no date can be placed. By renewals a date on which nobody is due lies at the
 * start of the next column: what is left of it was paid before.
 */
export function crossingOf(grid: CohortGrid, row: CohortGridRow, at: number): Crossing | null {
  if (at < row.start || annotationObstacle(grid)) return null
  const step = grid.mode === 'by_days' ? grid.grouping : grid.columns[0]?.unit
  if (!step || !isGrouping(step)) return null
  const column = periodsUntil(step, row.start, at)
  const from = addPeriods(step, row.start, column)
  // The members of [start, end) are due for the first time on the day they join, and after each length again.
  const to =
    grid.mode === 'by_days'
      ? addPeriods(step, row.start, column + 1)
      : addPeriods(step, row.end, column)
  const crossing =
    at < to ? { column, fraction: (at - from) / (to - from) } : { column: column + 1, fraction: 0 }
  return crossing.column < grid.columns.length ? crossing : null
}

/** Whole periods from `start` to `at`. */
function periodsUntil(grouping: Grouping, start: number, at: number): number {
  let count = Math.max(0, Math.floor((at - start) / (LONGEST[grouping] * DAY)))
  while (addPeriods(grouping, start, count + 1) <= at) count++
  return count
}

// The longest period of each kind, in days: the estimate is never too late, and a few steps short of 30 years of months.
const LONGEST: Record<Grouping, number> = { day: 1, week: 7, month: 31, quarter: 92, year: 366 }
