import {
  describeCell,
  describeColumn,
  describeRow,
  describeTotal,
  type CellDescription,
} from './cohortCellTexts.ts'
import { isPooled, type CohortDrawing } from './cohortDrawing.ts'
import { describeSummary } from './cohortSummaryTexts.ts'
import type { CohortHintTexts } from './cohortTexts.ts'
import type { CohortLine } from './grid.lines.model.ts'

/** The words for a number of a line (`column` from 0), or for the line itself (−1). */
export function describeLine(
  texts: CohortHintTexts,
  { reading, summary, minSize, isNet }: CohortDrawing,
  line: CohortLine,
  column: number,
): CellDescription | null {
  const { grid } = line
  if (line.kind === 'cohort') {
    const { sentence, details } =
      column < 0
        ? describeRow(texts, grid, line.row)
        : describeCell(texts, grid, line.row, column, reading, isNet)
    const size = texts.format.count(minSize)
    const small = line.isSmall ? [texts.t('cohorts.row.small', { size })] : []
    return { sentence, details: [...details, ...small] }
  }
  if (isPooled(line)) {
    const said = describeSummary(texts, grid, summary(line, line.kind), column, minSize)
    return line.label === undefined ? said : ofSegment(line.label, said)
  }
  if (column >= 0) {
    const said = describeTotal(texts, grid, column, reading)
    return line.kind === 'segment' && line.segment !== null ? ofSegment(line.label, said) : said
  }
  // A long name may be cut.
  return line.kind === 'segment' ? { sentence: line.label, details: [] } : null
}

/** Says whose number it is: each segment has a total and a mean. */
const ofSegment = (label: string, { sentence, details }: CellDescription): CellDescription => ({
  sentence: `${label} · ${sentence}`,
  details,
})

/** The words for the heading of a period (`column` from 0), or for that of the cohorts or their size (−1). */
export function describeHeading(
  texts: CohortHintTexts,
  { grid }: CohortDrawing,
  column: number,
): CellDescription {
  const sorting = texts.t('cohorts.sort.hint')
  if (column < 0) return { sentence: sorting, details: [] }
  const { sentence, details } = describeColumn(texts, grid, column)
  return { sentence, details: [...details, sorting] }
}
