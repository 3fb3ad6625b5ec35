'use client'
import { useInfiniteQuery, type UseInfiniteQueryResult } from '@tanstack/react-query'
import type { QonversionError } from '../core/errors.ts'
import { useQonversion } from './context.ts'
import { observerRules, useQuerySource, type QueryHookOptions } from './hookOptions.ts'
import {
  infiniteQuery,
  type InfiniteOperationQuery,
  type ListData,
  type ListInput,
  type ListOperation,
  type RowOf,
} from './infiniteQuery.ts'

export type {
  InfiniteOperationQuery,
  ListData,
  ListInput,
  ListOperation,
  RowOf,
} from './infiniteQuery.ts'

/** Options of every hook that reads a list page by page. */
export type InfiniteHookOptions = Omit<QueryHookOptions<never>, 'select'>

/**
 * A hook that reads a list page by page: `data.rows`, `hasNextPage`, `fetchNextPage`; TanStack Query's result untouched. The
 * input may be left out when all of it is optional.
 */
export type InfiniteHook<Op extends ListOperation> = (
  ...args: object extends ListInput<Op>
    ? [input?: ListInput<Op>, options?: InfiniteHookOptions]
    : [input: ListInput<Op>, options?: InfiniteHookOptions]
) => UseInfiniteQueryResult<ListData<RowOf<Op>>, QonversionError>

/** Makes the hook of a list that is read page by page. */
export function createInfiniteHook<Op extends ListOperation>(operation: Op): InfiniteHook<Op> {
  return function useList(input = {} as ListInput<Op>, options = {}) {
    const { queryClient } = useQonversion()
    const query = infiniteQuery(operation, input, useQuerySource(options.source))
    const observed = {
      ...query,
      ...observerRules(options),
    } as unknown as InfiniteOperationQuery<Op>
    return useInfiniteQuery(observed, queryClient)
  }
}
