import type { QuerySource } from '../../react/ask.ts'
import { operationQuery, type OperationQuery } from '../../react/operationQuery.ts'
import { getCard } from './operations.ts'
import type { CardInput } from './types.ts'

/** The query behind `useCard`. */
export const cardQuery = (input: CardInput, source: QuerySource): OperationQuery<typeof getCard> =>
  operationQuery(getCard, input, source)
