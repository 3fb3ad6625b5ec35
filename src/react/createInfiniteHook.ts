'use client'
import {
  useInfiniteQuery,
  type InfiniteData,
  type UseInfiniteQueryOptions,
  type UseInfiniteQueryResult,
} from '@tanstack/react-query'
import type { QonversionError } from '../core/errors.ts'
import {
  checkPage,
  FIRST_PAGE,
  nextPage,
  rowsOf,
  type Page,
  type Paging,
  type Walk,
} from '../core/lists.ts'
import type { InputOf, Operation, OutputOf } from '../core/operation.ts'
import { ask, type QuerySource } from './ask.ts'
import { useQonversion } from './context.ts'
import { observerRules, useQuerySource, type QueryHookOptions } from './hookOptions.ts'
import { operationKey, queryRules, type OperationKey } from './operationQuery.ts'

/** An operation that answers with a list. */
export type ListOperation = Operation & { readonly pages: Paging }

/** The row type of a list operation. */
export type RowOf<Op extends Operation> =
  OutputOf<Op> extends { data: readonly (infer Row)[] } ? Row : never

/** A list as it is read page by page. */
export interface ListData<Row> {
  /** Every row once, in the order of the pages. */
  readonly rows: readonly Row[]
  /** True when the server did not know a cursor and the list began again: rows read before are gone. */
  readonly restarted: boolean
}

/** Input of a list without the parameters that page it. */
export type ListInput<Op extends Operation> = Omit<
  InputOf<Op>,
  'starting_after' | 'page' | 'offset'
>

/** A hook that reads a list page by page: `data.rows`, `hasNextPage`, `fetchNextPage`; TanStack Query's result untouched. */
export type InfiniteHook<Op extends ListOperation> = (
  input?: ListInput<Op>,
  options?: Omit<QueryHookOptions<never>, 'select'>,
) => UseInfiniteQueryResult<ListData<RowOf<Op>>, QonversionError>

/** Options of a list's query, for prefetching its first page. */
export function infiniteQuery<Op extends ListOperation>(
  operation: Op,
  input: ListInput<Op>,
  source: QuerySource,
) {
  const { by } = operation.pages
  return {
    ...queryRules(operation, operationKey(operation, input, source, ':pages')),
    queryFn: async ({ signal, pageParam }: { signal: AbortSignal; pageParam: Walk }) => {
      const asked = { ...input, ...pageParam.input } as InputOf<Op>
      const page = (await ask(operation, asked, source, { signal })) as Page<RowOf<Op>>
      checkPage(operation.id, by, page, pageParam)
      return page
    },
    initialPageParam: FIRST_PAGE,
    getNextPageParam: (page: Page, _: unknown, walk: Walk) => nextPage(by, page, walk),
    select: toList,
  }
}

/** Makes the hook of a list that is read page by page. */
export function createInfiniteHook<Op extends ListOperation>(operation: Op): InfiniteHook<Op> {
  return function useList(input = {} as ListInput<Op>, options = {}) {
    const { queryClient } = useQonversion()
    const query = infiniteQuery(operation, input, useQuerySource(options.source))
    const observed = { ...query, ...observerRules(options) } as unknown as UseInfiniteQueryOptions<
      Page<RowOf<Op>>,
      QonversionError,
      ListData<RowOf<Op>>,
      OperationKey,
      Walk
    >
    return useInfiniteQuery(observed, queryClient)
  }
}

// One function for all lists, so that the rows keep their identity while the pages do.
function toList<Row>({ pages }: InfiniteData<Page<Row>>): ListData<Row> {
  return { rows: rowsOf(pages), restarted: pages.some((page) => page.restarted === true) }
}
