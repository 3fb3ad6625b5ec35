import { buildCohortGrids, type CohortGridsOptions } from './grid.segments.model.ts'
import type { CohortsAnswer, CohortsInput } from './types.ts'

/** The whole of an answer and its segments, ready to read. */
export type CohortGrids = ReturnType<typeof buildCohortGrids>

/** What an answer is read with: when and to what it was given, and what the host knows. */
export interface CohortReadOptions extends Omit<CohortGridsOptions, 'now' | 'definition'> {
  /** When the answer was fetched, in milliseconds since the epoch: states are judged at this instant. */
  readonly asOf: number
  /** The input the answer was asked with. @default {} */
  readonly question?: CohortsInput | undefined
}

const LIMIT = 8
const made = new WeakMap<CohortsAnswer, Map<string, CohortGrids>>()

/** The grids of an answer, made once for everything that reads it with equal options: table, heat map and curves. */
export function gridsOf(answer: CohortsAnswer, options: CohortReadOptions): CohortGrids {
  const all: CohortGridsOptions = {
    now: Math.floor(options.asOf / 1000),
    definition: options.question?.cohort_definition,
    renewalLengths: options.renewalLengths,
    segmentLengths: options.segmentLengths,
    settlingDays: options.settlingDays,
    trialDays: options.trialDays,
    conversionWindowDays: options.conversionWindowDays,
    cellBasis: options.cellBasis,
  }
  const key = JSON.stringify(all)
  const known = made.get(answer) ?? new Map<string, CohortGrids>()
  const grids = known.get(key) ?? buildCohortGrids(answer, all)
  if (known.size > LIMIT) known.clear()
  made.set(answer, known.set(key, grids))
  return grids
}
