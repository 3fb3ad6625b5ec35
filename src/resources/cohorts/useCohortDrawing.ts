'use client'
import { useMemo } from 'react'
import { createDrawing, type CohortDrawing } from './cohortDrawing.ts'
import { gridsOf, type CohortGrids } from './cohortGrids.ts'
import { createHeat, DEFAULT_COLOUR, type ColourOptions } from './grid.colour.model.ts'
import type { CellBasis, CohortView, RenewalLength } from './grid.types.ts'
import type { CohortMetric, CohortsAnswer, CohortsInput } from './types.ts'
import { useCohortTexts } from './useCohortTexts.ts'

/** What a picture of an answer may be told, as its component is; written out, so that the tables of props have each. */
export interface CohortDrawingProps {
  /** The input the answer was asked with: it is read back with the picture. @default {} */
  readonly question?: CohortsInput | undefined
  /** As given, or made into a total, a share or an amount per member; `viewsOf` tells which of them a metric has. @default 'absolute' */
  readonly view?: CohortView | undefined
  /** Lengths of the renewals in view, where the host knows them: with exactly one, columns are weeks, months or years and cells become final. */
  readonly renewalLengths?: readonly RenewalLength[] | undefined
  /** Those of each segment, by its value: a split by product has one each. @default `renewalLengths` */
  readonly segmentLengths?: Readonly<Record<string, readonly RenewalLength[]>> | undefined
  /** Days after a period's end in which late store notices still count; 1 by days and 60 by renewals unless given. */
  readonly settlingDays?: number | undefined
  /** Length of the trial in days, for first conversions by renewals. */
  readonly trialDays?: number | undefined
  /** Days after which an install no longer becomes a payer, for installs by renewals. */
  readonly conversionWindowDays?: number | undefined
  /** What the host knows of the vendor's ratios; overrules what is worked out from the numbers. */
  readonly cellBasis?: CellBasis | undefined
  /** Cohorts with fewer members are left out of means. @default 0 */
  readonly minSize?: number | undefined
  /** How cells are coloured. @default one sequential blue scale over the table */
  readonly colour?: Partial<ColourOptions> | undefined
}

/** What a picture of an answer is read by. */
export interface CohortDrawingOptions extends CohortDrawingProps {
  readonly metric: CohortMetric
  readonly view: CohortView
  /** When the answer was fetched, in milliseconds since the epoch: states are judged at this instant. */
  readonly asOf: number
}

/** The grids of an answer and what is drawn of them: the same texts, states and levels as in the table. */
export function useCohortDrawing(
  data: CohortsAnswer,
  options: CohortDrawingOptions,
): CohortGrids & { readonly drawing: CohortDrawing } {
  const { metric, view, question, minSize = 0, colour } = options
  const { scope, scale, omitFirst, ramp } = { ...DEFAULT_COLOUR, ...colour }
  const isNet = question?.revenue_type === 'net'
  const texts = useCohortTexts()
  const grids = gridsOf(data, options)
  const { whole: grid, segments } = grids
  const drawing = useMemo(() => {
    const reading = { metric, view }
    const drawn = [grid, ...segments.map((segment) => segment.grid)]
    const heat = createHeat(drawn, reading, { scope, scale, omitFirst, ramp }, undefined, minSize)
    return createDrawing({ texts, grid, reading, heat, minSize, isNet })
  }, [texts, grid, segments, metric, view, scope, scale, omitFirst, ramp, minSize, isNet])
  return { ...grids, drawing }
}
