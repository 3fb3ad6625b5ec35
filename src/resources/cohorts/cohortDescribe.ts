import { definitionText } from './cohortCellTexts.ts'
import { describeSummary, leftTexts } from './cohortSummaryTexts.ts'
import { asOfText, noticeTexts, readBack, type CohortHintTexts } from './cohortTexts.ts'
import { CELL_STATES } from './grid.states.model.ts'
import type { CellState, CohortGrid, CohortSummary, Reading, SummaryCell } from './grid.types.ts'
import { readCell } from './grid.views.model.ts'
import type { CohortsInput } from './types.ts'

/** What is said beside the grid itself. */
export interface DescribeOptions {
  /** The mean or median row, to tell what it left out. */
  readonly summary?: CohortSummary | undefined
  /** Members a cohort needed to take part in it. @default 0 */
  readonly minSize?: number | undefined
  /** When the answer was fetched, in milliseconds since the epoch. */
  readonly asOf?: number | undefined
}

/**
 * A table in plain sentences, for a screen reader, the head of a file and an agent alike: the question, how fresh the answer
 * is, what the number is, how many cells are how sure, what the summary row left out, and what to know before trusting it.
 */
export function describeGrid(
  texts: CohortHintTexts,
  grid: CohortGrid,
  reading: Reading,
  question: CohortsInput,
  { summary, minSize = 0, asOf }: DescribeOptions = {},
): readonly string[] {
  return [
    `${readBack(texts, grid, question, reading)}.`,
    ...(asOf === undefined ? [] : [`${asOfText(texts, grid, asOf)}.`]),
    definitionText(texts, grid, reading),
    ...(grid.rows.length > 0 ? [cellsText(texts, grid, reading)] : []),
    ...(summary ? [summaryText(texts, grid, summary, minSize)] : []),
    ...noticeTexts(texts, grid, question, reading),
  ]
}

/** How many cells there are of each state that occurs. */
function cellsText({ t, format }: CohortHintTexts, grid: CohortGrid, reading: Reading): string {
  const counts = new Map<CellState, number>()
  for (const row of grid.rows)
    for (const { index } of grid.columns) {
      const { state } = readCell(grid, row.index, index, reading)
      counts.set(state, (counts.get(state) ?? 0) + 1)
    }
  const parts = CELL_STATES.filter((state) => counts.has(state)).map((state) =>
    t('cohorts.cells.part', {
      state: t(`cohorts.state.${state}`),
      n: format.count(counts.get(state)!),
    }),
  )
  return t('cohorts.cells', { parts: parts.join(', ') })
}

/** How the summary row is made, and how many cells it left out. */
function summaryText(
  texts: CohortHintTexts,
  grid: CohortGrid,
  summary: CohortSummary,
  minSize: number,
): string {
  const { sentence, details } = describeSummary(texts, grid, summary, -1, minSize)
  const add = (reason: keyof SummaryCell['left']) =>
    summary.cells.reduce((sum, { left }) => sum + left[reason], 0)
  // Cut and small cohorts are left out of every column.
  const { small = 0, cut = 0 } = summary.cells[0]?.left ?? {}
  const left = {
    unfinished: add('unfinished'),
    small,
    cut,
    missing: add('missing'),
    unpublished: add('unpublished'),
  }
  return [`${sentence}:`, ...details, ...leftTexts(texts, left, minSize)].join(' ')
}
