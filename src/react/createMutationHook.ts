'use client'
import { useMutation, type UseMutationResult } from '@tanstack/react-query'
import { useRef } from 'react'
import { canonical } from '../core/canonical.ts'
import type { QonversionError } from '../core/errors.ts'
import type { Source } from '../core/fetcher.ts'
import type { InputOf, Operation, OutputOf } from '../core/operation.ts'
import { useQonversion } from './context.ts'
import { useQuerySource } from './hookOptions.ts'
import { write, type Guesses } from './write.ts'

/** Options of every write hook. */
export interface MutationHookOptions {
  /** Another source than the provider's: both parts, or the result is an `InputError`. */
  readonly source?: Source | undefined
}

/**
 * A hook that carries out one write and returns TanStack Query's result untouched: `mutate(input)`, `mutateAsync(input)`,
 * `isPending`, `error`. It succeeds when everything the write made stale has been asked again.
 */
export type MutationHook<Op extends Operation> = (
  options?: MutationHookOptions,
) => UseMutationResult<OutputOf<Op>, QonversionError, InputOf<Op>>

/** Makes the hook of a write. A second call with the same input while the first is under way is the same intent: a double click has one effect. */
export function createMutationHook<Op extends Operation>(
  operation: Op,
  guesses?: Guesses<Op>,
): MutationHook<Op> {
  return function useWrite({ source: given } = {}) {
    const { queryClient } = useQonversion()
    const source = useQuerySource(given)
    const underWay = useRef(new Map<string, Promise<OutputOf<Op>>>())
    return useMutation(
      {
        mutationKey: ['qonversion', source.scope, operation.resource, operation.id],
        mutationFn: (input: InputOf<Op>) => {
          // With its scope: what is under way for one project is not done for another.
          const intent = canonical([source.scope, input])
          const same = underWay.current.get(intent)
          if (same) return same
          const writing = write(operation, input, source, queryClient, guesses).finally(() =>
            underWay.current.delete(intent),
          )
          underWay.current.set(intent, writing)
          return writing
        },
        // Tried again below, with the key of the first try.
        retry: false,
        networkMode: 'always',
        throwOnError: false,
      },
      queryClient,
    )
  }
}
