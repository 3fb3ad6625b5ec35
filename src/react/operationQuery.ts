import type { DataTag, QueryFunctionContext, UnusedSkipTokenOptions } from '@tanstack/react-query'
import { canonical } from '../core/canonical.ts'
import type { QonversionError } from '../core/errors.ts'
import type { InputOf, Operation, OutputOf } from '../core/operation.ts'
import { retryDelay, shouldRetry } from '../core/retry.ts'
import { ask, type QuerySource } from './ask.ts'
import { sourceProblems } from './source.ts'

/** Cache key of a query: whose data, which section, which operation, which question. Any leading part selects all below it. */
export type OperationKey = readonly [
  library: 'qonversion',
  scope: string,
  resource: string,
  operation: string,
  input: string,
]

/** Options of one query, ready for `useQuery`, `prefetchQuery` and `getQueryData`, which all know the answer's type from them. */
export type OperationQuery<Op extends Operation> = UnusedSkipTokenOptions<
  OutputOf<Op>,
  QonversionError,
  OutputOf<Op>,
  OperationKey
> & { queryKey: DataTag<OperationKey, OutputOf<Op>, QonversionError> }

/** The key of a question. `kind` sets apart what the cache holds in another form than the plain answer. */
export function operationKey(
  operation: Operation,
  input: unknown,
  source: QuerySource,
  kind = '',
): OperationKey {
  // Nothing is ever stored under the empty scope, so a broken source cannot show another's data.
  const scope = sourceProblems(source).length > 0 ? '' : source.scope
  return ['qonversion', scope, operation.resource, operation.id + kind, canonical(input)]
}

/**
 * The library's own rules in place of the host's defaults: its retries (none on a server, where a page waits), its
 * freshness, no waiting for an `online` event that a fetcher may not need, and previous data only while scope and
 * operation stay the same.
 */
export function queryRules(operation: Operation, input: unknown, key: OperationKey) {
  const { staleTime = 0 } = operation
  return {
    queryKey: key,
    staleTime: typeof staleTime === 'function' ? staleTime(input) : staleTime,
    retry: typeof window === 'undefined' ? false : shouldRetry,
    retryDelay,
    networkMode: 'always' as const,
    refetchOnReconnect: true,
    ...(operation.isLarge && { structuralSharing: false }),
    // A function of its own for each call: the observer keeps a placeholder as long as the function is the same one, and
    // would carry it across a change of scope.
    placeholderData: (previous: unknown, from?: { queryKey: OperationKey }) =>
      from && key.slice(0, 4).every((part, index) => part === from.queryKey[index])
        ? previous
        : undefined,
  }
}

/** The query of an operation for TanStack Query. A wrong input or source is an `InputError` of the query. */
export function operationQuery<Op extends Operation>(
  operation: Op,
  input: InputOf<Op>,
  source: QuerySource,
): OperationQuery<Op> {
  const query = {
    ...queryRules(operation, input, operationKey(operation, input, source)),
    queryFn: ({ client, signal }: QueryFunctionContext) =>
      ask(operation, input, source, { client, signal }),
  }
  return query as unknown as OperationQuery<Op>
}
