import type { QuerySource } from '../../react/ask.ts'
import { operationQuery, type OperationQuery } from '../../react/operationQuery.ts'
import { getInsights } from './operations.ts'
import type { InsightsInput } from './types.ts'

/** The query behind `useInsights`. */
export const insightsQuery = (
  input: InsightsInput,
  source: QuerySource,
): OperationQuery<typeof getInsights> => operationQuery(getInsights, input, source)
