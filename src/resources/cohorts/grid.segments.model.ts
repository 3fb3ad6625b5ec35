import { buildGrid, tellFacts } from './grid.build.model.ts'
import type { CohortGrid, CohortGridOptions, RenewalLength } from './grid.types.ts'
import type { CohortsAnswer } from './types.ts'

/** What the grids of a split answer must know beside it. */
export interface CohortGridsOptions extends CohortGridOptions {
  /** The lengths of the renewals of each segment, by its value: a split by product has one each. @default `renewalLengths` */
  readonly segmentLengths?: Readonly<Record<string, readonly RenewalLength[]>> | undefined
}

/** One segment of a split answer, as a table of its own. */
export interface CohortSegment {
  readonly value: string
  /** The API's own name for it, else its value; never empty. */
  readonly label: string
  readonly grid: CohortGrid
}

/**
 * Makes a split answer ready to read: the whole and each segment with its own totals and the same columns. Segments are
 * never added up: a customer can be in two of them.
 */
export function buildCohortGrids(
  answer: CohortsAnswer,
  { segmentLengths = {}, ...options }: CohortGridsOptions,
): { readonly whole: CohortGrid; readonly segments: readonly CohortSegment[] } {
  const facts = tellFacts(answer, options)
  const segments = (answer.segments ?? []).map(({ value, label, ...part }) => {
    const renewalLengths = segmentLengths[value] ?? options.renewalLengths
    const grid = buildGrid({ ...answer, ...part }, { ...options, renewalLengths }, facts)
    return { value, label: label || value || '–', grid }
  })
  return { whole: buildGrid(answer, options, facts), segments }
}
