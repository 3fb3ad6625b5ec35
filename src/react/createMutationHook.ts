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

/**
 * Makes the hook of a write; `read` finds the input in what `mutate` was given. The same call again while the last one is under way is the same intent: a double click has
 * one effect.
 */
export function createMutationHook<Op extends Operation>(
  operation: Op,
  guesses?: Guesses<Op>,
  read: (given: InputOf<Op>) => InputOf<Op> = (given) => given,
): MutationHook<Op> {
  return function useWrite({ source: other } = {}) {
    const { queryClient } = useQonversion()
    const source = useQuerySource(other)
    const last = useRef<{ intent: string; writing: Promise<OutputOf<Op>> }>(undefined)
    return useMutation(
      {
        mutationKey: ['qonversion', source.scope, operation.resource, operation.id],
        mutationFn: (given: InputOf<Op>) => {
          const input = read(given)
          // With its scope: what is under way for one project is not done for another.
          const intent = canonical([source.scope, input])
          if (last.current?.intent === intent) return last.current.writing
          const writing = write(operation, input, source, queryClient, guesses).finally(() => {
            if (last.current?.writing === writing) last.current = undefined
          })
          last.current = { intent, writing }
          return writing
        },
        // What came back of a secret is forgotten with the component.
        ...(operation.secret && { gcTime: 0 }),
        // Tried again below, with the key of the first try.
        retry: false,
        networkMode: 'always',
        throwOnError: false,
      },
      queryClient,
    )
  }
}
