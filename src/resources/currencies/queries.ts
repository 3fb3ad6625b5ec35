import type { QuerySource } from '../../react/ask.ts'
import { operationQuery, type OperationQuery } from '../../react/operationQuery.ts'
import { getCurrencies } from './operations.ts'

/** The query behind `useCurrencies`. */
export const currenciesQuery = (source: QuerySource): OperationQuery<typeof getCurrencies> =>
  operationQuery(getCurrencies, {}, source)
