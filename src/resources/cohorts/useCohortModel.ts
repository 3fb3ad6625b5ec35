'use client'
import { useCallback, useMemo, useState } from 'react'
import type { TooltipContent } from '../../ui/GridTooltip.tsx'
import {
  useGridNavigation,
  type GridNavigation,
  type GridNavigationOptions,
  type GridPosition,
} from '../../ui/useGridNavigation.ts'
import type { CohortHints } from './useCohortHintTexts.ts'
import { gridsOf, type CohortReadOptions } from './cohortGrids.ts'
import { createDrawing, LEADING, type CohortDrawing } from './cohortDrawing.ts'
import { arrangeRows } from './grid.arrange.model.ts'
import { arrangeSegments } from './grid.arrangeSegments.model.ts'
import { createHeat, DEFAULT_COLOUR, type ColourOptions } from './grid.colour.model.ts'
import { groupLines } from './grid.groups.model.ts'
import { cohortLines, summaryLines, type CohortLine, type SummaryRow } from './grid.lines.model.ts'
import type { CohortGrid, CohortSort, Reading } from './grid.types.ts'
import type { CohortsAnswer } from './types.ts'
import { useCohortHints } from './useCohortHints.ts'
import { useCohortTexts } from './useCohortTexts.ts'

/** What the table is read by. */
export interface CohortTableOptions extends Reading, CohortReadOptions {
  /** Rows at the end of the table. @default ['total', 'mean'] */
  readonly summary?: readonly SummaryRow[] | undefined
  /** Cohorts with fewer members are dimmed and left out of means. @default 0 */
  readonly minSize?: number | undefined
  /** True leaves cohorts under the least size out of the table too. @default false */
  readonly hideSmall?: boolean | undefined
  /** How cells are coloured. @default one sequential blue scale over the table */
  readonly colour?: Partial<ColourOptions> | undefined
  /** Order of the cohorts; without it the viewer sorts. Null is the answer's own order. */
  readonly sort?: CohortSort | null | undefined
  /** Told when the viewer sorts. */
  readonly onSortChange?: ((sort: CohortSort | null) => void) | undefined
  /** Segments of a split answer whose cohorts are folded away; `null` is the whole answer. @default none */
  readonly foldedSegments?: ReadonlySet<string | null> | undefined
  /** Told of each move of the focus by a key. */
  readonly onMove?: GridNavigationOptions['onMove']
}

/** A cohort table ready to draw: its lines, texts, levels and states of cells, the words for each, and the grid's keyboard. */
export interface CohortModel extends GridNavigation, CohortDrawing {
  /** The same while what is drawn is the same. */
  readonly drawing: CohortDrawing
  /** Lines of the body. */
  readonly lines: readonly CohortLine[]
  /** Lines that stay at the foot. */
  readonly footer: readonly CohortLine[]
  /** Order of the cohorts; null is the answer's own. */
  readonly sort: CohortSort | null
  /** Sorts by a heading: largest first, then smallest first, then in the answer's own order. */
  readonly sortBy: (by: CohortSort['by']) => void
  /** The line of a row of the grid (headings are row 0); null for the headings. */
  readonly lineAt: (row: number) => CohortLine | null
  /**
   * The words for any position of the grid, headings included. They are loaded with the first that is asked for: null until
   * they are there, which makes it another function.
   */
  readonly describeAt: (position: GridPosition) => TooltipContent | null
  /** What is said of the numbers; null until it is asked for (by `describeAt`) and loaded. */
  readonly hints: CohortHints | null
}

/** Makes an answer ready to draw. */
export function useCohortModel(data: CohortsAnswer, options: CohortTableOptions): CohortModel {
  const { metric, view, question, summary = SUMMARY, minSize = 0, colour, onMove } = options
  const { foldedSegments = NONE, hideSmall = false, onSortChange } = options
  const { scope, scale, omitFirst, ramp } = { ...DEFAULT_COLOUR, ...colour }
  const isNet = question?.revenue_type === 'net'
  const texts = useCohortTexts()
  const { whole: grid, segments } = gridsOf(data, options)
  const reading = useMemo(() => ({ metric, view }), [metric, view])
  const [ownSort, setOwnSort] = useState<CohortSort | null>(null)
  const sort = options.sort === undefined ? ownSort : options.sort
  const sortBy = useCallback(
    (key: CohortSort['by']) => {
      const next = nextSort(sort, key)
      setOwnSort(next)
      onSortChange?.(next)
    },
    [sort, onSortChange],
  )
  // The order stays the same object as long as it can: a metric changes it only when it is sorted by.
  const by = typeof sort?.by === 'number' ? reading : UNREAD
  const lines = useMemo(() => {
    const linesOf = (of: CohortGrid, segment: string | null = null) =>
      cohortLines(of, arrangeRows(of, by, order), segment, minSize)
    const order = { sort: sort ?? undefined, minSize: hideSmall ? minSize : 0 }
    if (segments.length === 0) return linesOf(grid)
    const allLabel = texts.t('cohorts.all')
    const arranged = arrangeSegments(segments, by, order)
    return groupLines(grid, arranged, { folded: foldedSegments, allLabel, linesOf, summary })
  }, [grid, segments, foldedSegments, minSize, hideSmall, sort, by, texts, summary])
  const footer = useMemo(() => summaryLines(grid, summary), [grid, summary])
  const drawing = useMemo(() => {
    const chosen = { scope, scale, omitFirst, ramp }
    const grids = [grid, ...segments.map((segment) => segment.grid)]
    const heat = createHeat(grids, reading, chosen, undefined, minSize)
    return createDrawing({ texts, grid, reading, heat, minSize, isNet })
  }, [texts, grid, segments, reading, scope, scale, omitFirst, ramp, minSize, isNet])

  const lineAt = useCallback(
    (row: number) => lines[row - 1] ?? footer[row - 1 - lines.length] ?? null,
    [lines, footer],
  )
  const [hints, askForHints] = useCohortHints()
  const describeAt = useCallback(
    ({ row, column }: GridPosition) => {
      if (hints) return hints.describe(drawing, lineAt(row), Math.max(-1, column - LEADING))
      askForHints()
      return null
    },
    [hints, askForHints, drawing, lineAt],
  )

  const navigation = useGridNavigation({
    rowCount: 1 + lines.length + footer.length,
    columnCount: LEADING + grid.columns.length,
    start: FIRST_NUMBER,
    onMove,
  })
  return {
    ...navigation,
    ...drawing,
    drawing,
    lines,
    footer,
    sort,
    sortBy,
    lineAt,
    describeAt,
    hints,
  }
}

/** Numbers begin with the largest; cohorts, which stand in the order of their time, with the last. */
function nextSort(sort: CohortSort | null, by: CohortSort['by']): CohortSort | null {
  if (sort?.by !== by) return { by, descending: true }
  return sort.descending ? { by, descending: false } : null
}

const UNREAD: Reading = { metric: 'revenue', view: 'absolute' }
const FIRST_NUMBER: GridPosition = { row: 1, column: LEADING }
const NONE: ReadonlySet<string | null> = new Set()
const SUMMARY: readonly SummaryRow[] = ['total', 'mean']
