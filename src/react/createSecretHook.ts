'use client'
import type { UseMutationResult } from '@tanstack/react-query'
import { useCallback } from 'react'
import type { QonversionError } from '../core/errors.ts'
import type { InputOf, Operation, OutputOf } from '../core/operation.ts'
import { createMutationHook, type MutationHookOptions } from './createMutationHook.ts'

type Result<Op extends Operation> = UseMutationResult<OutputOf<Op>, QonversionError, InputOf<Op>>

/** What a hook that sends or brings a secret returns: TanStack Query's result without `variables`, which would hold what was sent. */
export type SecretResult<Op extends Operation> = Omit<
  Result<Op>,
  'mutate' | 'mutateAsync' | 'variables'
> & {
  readonly mutate: (input: InputOf<Op>) => void
  readonly mutateAsync: (input: InputOf<Op>) => Promise<OutputOf<Op>>
}

/** A hook that carries out one write which sends or brings a secret. */
export type SecretHook<Op extends Operation> = (options?: MutationHookOptions) => SecretResult<Op>

/**
 * Makes the hook of a write with a secret. What is sent is in no cache, so that no developer tool, persister or log of
 * mutations finds it there; what came back stays with the component until `reset` or its end.
 */
export function createSecretHook<Op extends Operation>(operation: Op): SecretHook<Op> {
  type Sealed = () => InputOf<Op>
  // The cache is given a function, which nothing prints or stores.
  const useWrite = createMutationHook(operation, undefined, (sealed) =>
    (sealed as unknown as Sealed)(),
  )
  return function useSecretWrite(options) {
    const { mutate, mutateAsync, variables: _sealed, ...result } = useWrite(options)
    return {
      ...result,
      mutate: useCallback((input: InputOf<Op>) => mutate(seal(input)), [mutate]),
      mutateAsync: useCallback((input: InputOf<Op>) => mutateAsync(seal(input)), [mutateAsync]),
    }
  }
}

const seal = <Input>(input: Input): Input => (() => input) as unknown as Input
