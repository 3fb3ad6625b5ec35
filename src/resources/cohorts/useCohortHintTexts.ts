'use client'
import { cohortHints } from '../../i18n/en/cohortHints.ts'
import { cohorts } from '../../i18n/en/cohorts.ts'
import { common } from '../../i18n/en/common.ts'
import { textsOf, type Viewer } from '../../i18n/textsOf.ts'
import { createUseTexts } from '../../i18n/useTexts.ts'
import type { CellDescription } from './cohortCellTexts.ts'
import type { CohortDrawing } from './cohortDrawing.ts'
import { describeHeading, describeLine } from './cohortLineTexts.ts'
import type { CohortHintTexts } from './cohortTexts.ts'
import type { CohortLine } from './grid.lines.model.ts'

const english = { ...common, ...cohorts, ...cohortHints }

/** Texts of the cohort table with those that explain its numbers, and formatters. */
export const useCohortHintTexts = /* @__PURE__ */ createUseTexts(english)

/** What is said of a table's numbers to one viewer. */
export interface CohortHints {
  readonly texts: CohortHintTexts
  /** The words for a number of a line (`column` from 0), for the line itself (−1), or without a line for a heading. */
  readonly describe: (
    drawing: CohortDrawing,
    line: CohortLine | null,
    column: number,
  ) => CellDescription | null
}

/** Makes the words for one viewer: for tables, which load them with the first that is asked for. */
export function createHints(viewer: Viewer): CohortHints {
  const texts = textsOf(english, viewer)
  return {
    texts,
    describe: (drawing, line, column) =>
      line ? describeLine(texts, drawing, line, column) : describeHeading(texts, drawing, column),
  }
}
