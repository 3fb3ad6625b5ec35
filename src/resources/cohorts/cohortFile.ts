import { cohortCsv, csvName, type CsvSource } from './cohortCsv.ts'
import { describeGrid } from './cohortDescribe.ts'
import type { CohortHintTexts } from './cohortTexts.ts'
import { arrangeSegments } from './grid.arrangeSegments.model.ts'
import type { SummaryRow } from './grid.lines.model.ts'
import { summarize } from './grid.summary.model.ts'
import type { CohortsAnswer } from './types.ts'

/** A table as it is shown. */
export interface CohortFileSource extends Pick<
  CsvSource,
  'grid' | 'segments' | 'reading' | 'question' | 'asOf'
> {
  /** The question in the project's words, for the sentences. @default `question` */
  readonly named?: CsvSource['question'] | undefined
  /** The rows at the foot of the table. @default ['mean'] */
  readonly summary?: readonly SummaryRow[] | undefined
  /** Members under which a cohort is left out of means. @default 0 */
  readonly minSize?: number | undefined
  /** True leaves cohorts under `minSize` out of the file too, as the table does; its sentences say how many. @default false */
  readonly hideSmall?: boolean | undefined
  /** What the grids were made of: counts the cohorts left out also where `segments` are only those shown. @default the grids */
  readonly answer?: CohortsAnswer | undefined
}

/** A table as a file: every cell that the table shows, the summary rows under each grid, and what the table is in sentences. */
export function cohortFile(
  texts: CohortHintTexts,
  source: CohortFileSource,
): { readonly name: string; readonly text: string } {
  const { grid, reading, question, asOf, named = question } = source
  const { summary = ['mean'], minSize = 0, hideSmall = false } = source
  const leastSize = hideSmall ? minSize : 0
  const segments = arrangeSegments(source.segments ?? [], reading, { minSize: leastSize })
  const kinds = (['mean', 'median'] as const).filter((kind) => summary.includes(kind))
  const summaries = (of: typeof grid) =>
    kinds.map((kind) => summarize(of, reading, { kind, minSize }))
  const about = describeGrid(texts, grid, reading, named, {
    summary: summaries(grid)[0],
    minSize,
    asOf,
  })
  const csv = { grid, reading, question, asOf, segments, summaries, leastSize }
  const hidden = hiddenText(texts, source, leastSize)
  return {
    name: csvName(source),
    text: cohortCsv({ ...csv, about: [...about, ...hidden] }),
  }
}

/** How many cohorts, of the whole and of its segments, the table and the file leave out. */
function hiddenText(
  { t, format }: CohortHintTexts,
  { grid, segments = [], answer }: CohortFileSource,
  leastSize: number,
): readonly string[] {
  const sizes = answer
    ? [answer, ...(answer.segments ?? [])].flatMap((part) => part.cohorts.map((row) => row.users))
    : [grid, ...segments.map((part) => part.grid)].flatMap((part) =>
        part.rows.map((row) => row.size),
      )
  const count = sizes.filter((size) => size < leastSize).length
  if (count === 0) return []
  const size = format.count(leastSize)
  return [t('cohorts.small.hidden', { count, n: format.count(count), size })]
}
