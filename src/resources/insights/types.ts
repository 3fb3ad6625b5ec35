import type { InputOf, OutputOf } from '../../core/operation.ts'
import type { getInsights } from './operations.ts'

/** An insights question: `period` in days; `force` generates anew, which is expensive; `cached_only` never generates. */
export type InsightsInput = InputOf<typeof getInsights>
/** Written observations with a verdict; `health` is null where nothing is cached and nothing was to be generated. */
export type InsightsAnswer = OutputOf<typeof getInsights>
/** One observation: what it is about, what happened and what to do. Plain text, never markup. */
export type Insight = InsightsAnswer['insights'][number]
