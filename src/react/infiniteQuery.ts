import type {
  DataTag,
  InfiniteData,
  QueryFunctionContext,
  UnusedSkipTokenInfiniteOptions,
} from '@tanstack/react-query'
import type { QonversionError } from '../core/errors.ts'
import {
  FIRST_PAGE,
  nextPage,
  readPage,
  rowsOf,
  type Page,
  type Paging,
  type Walk,
} from '../core/lists.ts'
import type { InputOf, Operation, OutputOf } from '../core/operation.ts'
import { ask, type QuerySource } from './ask.ts'
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
  /** How many rows are missing because they do not fit; `onDrift` of the provider says why. */
  readonly setAside: number
}

/** Input of a list without the parameters that page it. */
export type ListInput<Op extends Operation> = Omit<
  InputOf<Op>,
  'starting_after' | 'page' | 'offset'
>

/** Options of a list that is read page by page, ready for `useInfiniteQuery`, `prefetchInfiniteQuery` and `getQueryData`. */
export type InfiniteOperationQuery<Op extends ListOperation> = UnusedSkipTokenInfiniteOptions<
  Page<RowOf<Op>>,
  QonversionError,
  ListData<RowOf<Op>>,
  OperationKey,
  Walk
> & { queryKey: DataTag<OperationKey, InfiniteData<Page<RowOf<Op>>, Walk>, QonversionError> }

/** The query of a list that is read page by page. A wrong input or source is an `InputError` of the query. */
export function infiniteQuery<Op extends ListOperation>(
  operation: Op,
  input: ListInput<Op>,
  source: QuerySource,
): InfiniteOperationQuery<Op> {
  const { by } = operation.pages
  const query = {
    ...queryRules(operation, input, operationKey(operation, input, source, ':pages')),
    queryFn({
      client,
      queryKey,
      signal,
      pageParam,
    }: QueryFunctionContext<OperationKey, Walk>): Promise<Page<RowOf<Op>>> {
      const cached = client.getQueryCache().find({ queryKey })
      // One page more would pass a list for fresh whose other pages a write made stale: it is read anew from the start.
      if (cached?.state.isInvalidated && cached.state.fetchMeta?.fetchMore) {
        void cached.cancel({ silent: true })
        return cached.fetch() as Promise<never>
      }
      return readPage(
        operation.id,
        by,
        pageParam,
        (page) =>
          ask(operation, { ...input, ...page } as InputOf<Op>, source, {
            client,
            signal,
          }) as Promise<Page<RowOf<Op>>>,
      )
    },
    initialPageParam: FIRST_PAGE,
    // A host's default would let rows vanish from the top.
    maxPages: 0,
    getNextPageParam: (page: Page, _: unknown, walk: Walk) => nextPage(by, page, walk),
    select: toList,
  }
  return query as unknown as InfiniteOperationQuery<Op>
}

// One function for all lists, so that the rows keep their identity while the pages do.
function toList<Row>({ pages }: InfiniteData<Page<Row>>): ListData<Row> {
  return {
    rows: rowsOf(pages),
    restarted: pages.some((page) => page.restarted === true),
    setAside: pages.reduce((sum, page) => sum + (page.set_aside ?? 0), 0),
  }
}
