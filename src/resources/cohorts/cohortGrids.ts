import { buildCohortGrids, type CohortGridsOptions } from './grid.segments.model.ts'
import type { CohortsAnswer } from './types.ts'

/** The whole of an answer and its segments, ready to read. */
export type CohortGrids = ReturnType<typeof buildCohortGrids>

const made = new WeakMap<CohortsAnswer, { key: string; grids: CohortGrids }>()

/** The grids of an answer, made once for everything that draws it with the same options. */
export function gridsOf(answer: CohortsAnswer, options: CohortGridsOptions): CohortGrids {
  const { renewalLengths, segmentLengths, settlingDays, trialDays, conversionWindowDays } = options
  const key = JSON.stringify([
    options.now,
    options.definition,
    renewalLengths,
    segmentLengths,
    settlingDays,
    trialDays,
    conversionWindowDays,
    options.cellBasis,
  ])
  const known = made.get(answer)
  if (known?.key === key) return known.grids
  const grids = buildCohortGrids(answer, options)
  made.set(answer, { key, grids })
  return grids
}
