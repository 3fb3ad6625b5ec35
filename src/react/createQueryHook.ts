'use client'
import { useQuery, type UseQueryOptions, type UseQueryResult } from '@tanstack/react-query'
import type { QonversionError } from '../core/errors.ts'
import type { InputOf, Operation, OutputOf } from '../core/operation.ts'
import { useQonversion } from './context.ts'
import { observerRules, useQuerySource, type QueryHookOptions } from './hookOptions.ts'
import { operationQuery, type OperationKey } from './operationQuery.ts'

/** A hook that asks one operation and returns TanStack Query's result untouched. The input may be left out when all of it is optional. */
export type QueryHook<Op extends Operation> =
  object extends InputOf<Op>
    ? <Selected = OutputOf<Op>>(
        input?: InputOf<Op>,
        options?: QueryHookOptions<OutputOf<Op>, Selected>,
      ) => UseQueryResult<Selected, QonversionError>
    : <Selected = OutputOf<Op>>(
        input: InputOf<Op>,
        options?: QueryHookOptions<OutputOf<Op>, Selected>,
      ) => UseQueryResult<Selected, QonversionError>

/** Makes the hook of a read. */
export function createQueryHook<Op extends Operation>(operation: Op): QueryHook<Op> {
  const useOperation = <Selected = OutputOf<Op>>(
    input: InputOf<Op> = {},
    options: QueryHookOptions<OutputOf<Op>, Selected> = {},
  ): UseQueryResult<Selected, QonversionError> => {
    const { queryClient } = useQonversion()
    const query = operationQuery(operation, input, useQuerySource(options.source))
    const observed = { ...query, ...observerRules(options) } as UseQueryOptions<
      OutputOf<Op>,
      QonversionError,
      Selected,
      OperationKey
    >
    return useQuery(observed, queryClient)
  }
  return useOperation
}
