'use client'
import { useMemo } from 'react'
import { createDrawing, type CohortDrawing } from './cohortDrawing.ts'
import { gridsOf, type CohortGrids } from './cohortGrids.ts'
import { createHeat, DEFAULT_COLOUR, type ColourOptions } from './grid.colour.model.ts'
import type { CohortGridsOptions } from './grid.segments.model.ts'
import type { Reading } from './grid.types.ts'
import type { CohortsAnswer, CohortsInput } from './types.ts'
import { useCohortTexts } from './useCohortTexts.ts'

/** What a picture of an answer is read by. */
export interface CohortDrawingOptions
  extends Reading, Omit<CohortGridsOptions, 'now' | 'definition'> {
  /** The input the answer was asked with. @default {} */
  readonly question?: CohortsInput | undefined
  /** When the answer was fetched, in milliseconds since the epoch: states are judged at this instant. */
  readonly asOf: number
  /** Cohorts with fewer members are left out of means. @default 0 */
  readonly minSize?: number | undefined
  /** How cells are coloured. @default one sequential blue scale over the table */
  readonly colour?: Partial<ColourOptions> | undefined
}

/** The grids of an answer and what is drawn of them: the same texts, states and levels as in the table. */
export function useCohortDrawing(
  data: CohortsAnswer,
  options: CohortDrawingOptions,
): CohortGrids & { readonly drawing: CohortDrawing } {
  const { metric, view, question, asOf, minSize = 0, colour } = options
  const { renewalLengths, settlingDays, trialDays, conversionWindowDays, cellBasis } = options
  const { segmentLengths } = options
  const { scope, scale, omitFirst, ramp } = { ...DEFAULT_COLOUR, ...colour }
  const definition = question?.cohort_definition
  const isNet = question?.revenue_type === 'net'
  const texts = useCohortTexts()
  const grids = gridsOf(data, {
    now: Math.floor(asOf / 1000),
    definition,
    renewalLengths,
    settlingDays,
    trialDays,
    conversionWindowDays,
    cellBasis,
    segmentLengths,
  })
  const grid = grids.whole
  const drawing = useMemo(() => {
    const reading = { metric, view }
    const heat = createHeat([grid], reading, { scope, scale, omitFirst, ramp }, undefined, minSize)
    return createDrawing({ texts, grid, reading, heat, minSize, isNet })
  }, [texts, grid, metric, view, scope, scale, omitFirst, ramp, minSize, isNet])
  return { ...grids, drawing }
}
