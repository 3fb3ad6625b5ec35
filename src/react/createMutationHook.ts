'use client'
import { useMutation, type UseMutationResult } from '@tanstack/react-query'
import { useRef } from 'react'
import { canonical } from '../core/canonical.ts'
import type { QonversionError } from '../core/errors.ts'
import type { Source } from '../core/fetcher.ts'
import { pathNames, type InputOf, type Operation, type OutputOf } from '../core/operation.ts'
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
 * Makes the hook of a write. The same call again while the last one is under way is the same intent: a double click has
 * one effect. Calls for one resource go one after the other, so that what was asked last is what stays.
 */
export function createMutationHook<Op extends Operation>(
  operation: Op,
  guesses?: Guesses<Op>,
): MutationHook<Op> {
  return function useWrite({ source: given } = {}) {
    const { queryClient } = useQonversion()
    const source = useQuerySource(given)
    const last = useRef<{ intent: string; writing: Promise<OutputOf<Op>> }>(undefined)
    const queues = useRef(new Map<string, Promise<OutputOf<Op>>>())
    return useMutation(
      {
        mutationKey: ['qonversion', source.scope, operation.resource, operation.id],
        mutationFn: (input: InputOf<Op>) => {
          // With its scope: what is under way for one project is not done for another.
          const intent = canonical([source.scope, input])
          if (last.current?.intent === intent) return last.current.writing
          const run = () => write(operation, input, source, queryClient, guesses)
          const queue = queues.current
          const target = targetOf(operation, input, source.scope)
          const before = target === undefined ? undefined : queue.get(target)
          const writing = (before ? before.then(run, run) : run()).finally(() => {
            if (last.current?.writing === writing) last.current = undefined
            if (target !== undefined && queue.get(target) === writing) queue.delete(target)
          })
          last.current = { intent, writing }
          if (target !== undefined) queue.set(target, writing)
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

/** The resource that a write changes, by its path; undefined where the write makes a new one. */
function targetOf(operation: Operation, input: unknown, scope: string): string | undefined {
  const names = pathNames(operation)
  if (names.length === 0) return undefined
  return canonical([scope, ...names.map((name) => (input as Record<string, unknown>)[name])])
}
