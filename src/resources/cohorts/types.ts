import type { InputOf, OutputOf } from '../../core/operation.ts'
import type { COHORT_METRICS } from './metrics.ts'
import type { getCohorts, getCohortsMeta } from './operations.ts'

/** A cohort query: range, mode, grouping, definition, money and filters; every part is optional. */
export type CohortsInput = InputOf<typeof getCohorts>
/** The cohort table as the API documents it, snake_case and untouched. */
export type CohortsAnswer = OutputOf<typeof getCohorts>
/** What a cohort query may ask for. */
export type CohortsMeta = OutputOf<typeof getCohortsMeta>
export type CohortRow = CohortsAnswer['cohorts'][number]
export type CohortCell = CohortRow['periods'][number]
export type CohortMetric = (typeof COHORT_METRICS)[number]
export type CohortDefinition = NonNullable<CohortsInput['cohort_definition']>
