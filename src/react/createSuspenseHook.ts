'use client'
import {
  useSuspenseQuery,
  type UseSuspenseQueryOptions,
  type UseSuspenseQueryResult,
} from '@tanstack/react-query'
import type { QonversionError } from '../core/errors.ts'
import type { Source } from '../core/fetcher.ts'
import type { InputOf, Operation, OutputOf } from '../core/operation.ts'
import { useQonversion } from './context.ts'
import { observerRules, useQuerySource } from './hookOptions.ts'
import { operationQuery, type OperationKey } from './operationQuery.ts'

/** A hook that suspends until its answer is there and throws its error to the nearest boundary. */
export type SuspenseHook<Op extends Operation> = (
  ...args: object extends InputOf<Op>
    ? [input?: InputOf<Op>, options?: { source?: Source | undefined }]
    : [input: InputOf<Op>, options?: { source?: Source | undefined }]
) => UseSuspenseQueryResult<OutputOf<Op>, QonversionError>

/** Makes the suspending hook of a read, over the same query as the other. */
export function createSuspenseHook<Op extends Operation>(operation: Op): SuspenseHook<Op> {
  return function useOperation(input = {}, options = {}) {
    const { queryClient } = useQonversion()
    const query = operationQuery(operation, input, useQuerySource(options.source))
    const observed = { ...query, ...observerRules({}) } as unknown as UseSuspenseQueryOptions<
      OutputOf<Op>,
      QonversionError,
      OutputOf<Op>,
      OperationKey
    >
    return useSuspenseQuery(observed, queryClient)
  }
}
