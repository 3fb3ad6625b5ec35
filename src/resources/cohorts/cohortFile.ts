import { cohortCsv, csvName, type CsvSource } from './cohortCsv.ts'
import { describeGrid } from './cohortDescribe.ts'
import type { CohortHintTexts } from './cohortTexts.ts'
import type { SummaryRow } from './grid.lines.model.ts'
import { summarize } from './grid.summary.model.ts'

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
}

/** A table as a file: every cell, the summary rows under each grid, and what the table is in sentences. */
export function cohortFile(
  texts: CohortHintTexts,
  { named, summary = ['mean'], minSize = 0, ...source }: CohortFileSource,
): { readonly name: string; readonly text: string } {
  const { grid, reading, question, asOf } = source
  const kinds = (['mean', 'median'] as const).filter((kind) => summary.includes(kind))
  const summaries = (of: typeof grid) =>
    kinds.map((kind) => summarize(of, reading, { kind, minSize }))
  const about = describeGrid(texts, grid, reading, named ?? question, {
    summary: summaries(grid)[0],
    minSize,
    asOf,
  })
  return { name: csvName(source), text: cohortCsv({ ...source, summaries, about }) }
}
