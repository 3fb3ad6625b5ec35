import type { QuerySource } from '../../react/ask.ts'
import { operationQuery, type OperationQuery } from '../../react/operationQuery.ts'
import { getLtv, getLtvMeta, getLtvTrialConversion } from './operations.ts'
import type { LtvInput, LtvTrialConversionInput } from './types.ts'

/** The query behind `useLtv`. */
export const ltvQuery = (input: LtvInput, source: QuerySource): OperationQuery<typeof getLtv> =>
  operationQuery(getLtv, input, source)

/** The query behind `useLtvMeta`. */
export const ltvMetaQuery = (source: QuerySource): OperationQuery<typeof getLtvMeta> =>
  operationQuery(getLtvMeta, {}, source)

/** The query behind `useLtvTrialConversion`. */
export const ltvTrialConversionQuery = (
  input: LtvTrialConversionInput,
  source: QuerySource,
): OperationQuery<typeof getLtvTrialConversion> =>
  operationQuery(getLtvTrialConversion, input, source)
