import type { QueryClient } from '@tanstack/react-query'
import { InputError } from '../core/errors.ts'
import type { InputOf, Operation, OutputOf } from '../core/operation.ts'
import { send } from '../core/send.ts'
import { ask, type QuerySource } from './ask.ts'

/** How cached answers will look once a write has its effect, by the id of the read; an answer it does not concern is returned as it is. */
export type Guesses<Op extends Operation> = Readonly<
  Record<string, (answer: unknown, input: InputOf<Op>) => unknown>
>

/**
 * Carries out a write: shows the guess, sends it, and reports success only when everything it made stale has been asked
 * again. A failure puts the cache back and asks again too, because the write may have had its effect.
 */
export async function write<Op extends Operation>(
  operation: Op,
  input: InputOf<Op>,
  source: QuerySource,
  client: QueryClient,
  guesses: Guesses<Op> = {},
): Promise<OutputOf<Op>> {
  const putBack = await show(operation, input, source, client, guesses)
  try {
    const answer = await send(operation, (idempotencyKey) =>
      ask(operation, input, source, idempotencyKey === undefined ? {} : { idempotencyKey }),
    )
    await refresh(operation, source, client)
    return answer
  } catch (error) {
    putBack()
    if (!(error instanceof InputError)) await refresh(operation, source, client)
    throw error
  }
}

/**
 * Makes stale what the operation names and asks again what is in view. Cancelled first: TanStack Query keeps the answer of
 * a first load that was under way before the write.
 */
async function refresh(
  operation: Operation,
  source: QuerySource,
  client: QueryClient,
): Promise<void> {
  const keys = (operation.invalidates ?? [operation.resource]).map((resource) => ({
    queryKey: ['qonversion', source.scope, resource],
  }))
  await Promise.all(keys.map((key) => client.cancelQueries(key)))
  await Promise.all(keys.map((key) => client.invalidateQueries(key)))
}

/** Applies the guesses to what is cached; returns how to put it back. */
async function show<Op extends Operation>(
  operation: Op,
  input: InputOf<Op>,
  source: QuerySource,
  client: QueryClient,
  guesses: Guesses<Op>,
): Promise<() => void> {
  const before: (() => void)[] = []
  for (const [id, guess] of Object.entries(guesses)) {
    const queryKey = ['qonversion', source.scope, operation.resource, id]
    // An answer under way would overwrite the guess with what was before.
    await client.cancelQueries({ queryKey })
    for (const [key, answer] of client.getQueriesData({ queryKey })) {
      if (answer === undefined) continue
      client.setQueryData(key, guess(answer, input))
      before.push(() => client.setQueryData(key, answer))
    }
  }
  return () => {
    for (const putBack of before) putBack()
  }
}
