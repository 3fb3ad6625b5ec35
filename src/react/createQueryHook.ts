'use client'
import { useQuery, type UseQueryOptions, type UseQueryResult } from '@tanstack/react-query'
import type { QonversionError } from '../core/errors.ts'
import type { Source } from '../core/fetcher.ts'
import type { InputOf, Operation, OutputOf } from '../core/operation.ts'
import { useQonversion } from './context.ts'
import { operationQuery, type OperationKey } from './operationQuery.ts'

/** Options of every query hook. All else is the library's rule, not the host's default. */
export interface QueryHookOptions<Answer, Selected = Answer> {
  /** Another source than the provider's: both parts, or the result is an `InputError`. */
  readonly source?: Source | undefined
  /**
   * False asks for nothing until it is true.
   * @default true
   */
  readonly enabled?: boolean | undefined
  /** Takes a part of the answer; the component renders again only when that part changes. */
  readonly select?: ((answer: Answer) => Selected) | undefined
  /** How long an answer counts as fresh, in milliseconds. Default: the operation's own. */
  readonly staleTime?: number | undefined
  /**
   * Asks again every so many milliseconds while the page is visible.
   * @default false
   */
  readonly refetchInterval?: number | false | undefined
  /**
   * Keeps showing the previous answer while a changed question loads, never across a change of scope.
   * @default true
   */
  readonly keepPreviousData?: boolean | undefined
}

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
    const { source, adapters, queryClient } = useQonversion()
    const query = operationQuery(operation, input, { ...(options.source ?? source), adapters })
    const { select, staleTime, keepPreviousData = true } = options
    const observed = {
      ...query,
      ...(select && { select }),
      ...(staleTime !== undefined && { staleTime }),
      ...(!keepPreviousData && { placeholderData: undefined }),
      enabled: options.enabled ?? true,
      refetchInterval: options.refetchInterval ?? false,
      // Not the host's defaults: errors belong into the component, and every field that is read must be live.
      throwOnError: false,
      notifyOnChangeProps: undefined,
    } as UseQueryOptions<OutputOf<Op>, QonversionError, Selected, OperationKey>
    return useQuery(observed, queryClient)
  }
  return useOperation
}
