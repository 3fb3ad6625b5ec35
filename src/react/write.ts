import type { InfiniteData, Query, QueryClient } from '@tanstack/react-query'
import { QonversionApiError } from '../core/errors.ts'
import { checkInput } from '../core/input.ts'
import type { InputOf, Operation, OutputOf } from '../core/operation.ts'
import { send } from '../core/send.ts'
import { ask, type QuerySource } from './ask.ts'
import { inOrder } from './order.ts'

/** How cached answers will look once a write has its effect, by the id of the read; an answer it does not concern is returned as it is. */
export type Guesses<Op extends Operation> = Readonly<
  Record<string, (answer: unknown, input: InputOf<Op>) => unknown>
>

/**
 * Carries out a write after those before it to the same thing: shows the guess, sends it, and reports success only when
 * everything it made stale has been asked again. A failure puts the cache back at once, and asks again too, because the
 * write may have had its effect.
 */
export async function write<Op extends Operation>(
  operation: Op,
  input: InputOf<Op>,
  source: QuerySource,
  client: QueryClient,
  guesses?: Guesses<Op>,
): Promise<OutputOf<Op>> {
  checkInput(operation, input)
  return inOrder(operation, input, source.scope, client, () =>
    carryOut(operation, input, source, client, guesses),
  )
}

async function carryOut<Op extends Operation>(
  operation: Op,
  input: InputOf<Op>,
  source: QuerySource,
  client: QueryClient,
  guesses?: Guesses<Op>,
): Promise<OutputOf<Op>> {
  const putBack = guesses && show(operation, input, source, client, guesses)
  try {
    const answer = await send(operation, (idempotencyKey) =>
      ask(operation, input, source, { client, idempotencyKey }),
    )
    await refresh(operation, source, client)
    return answer
  } catch (error) {
    putBack?.()
    void refresh(operation, source, client)
    // What the viewer may do is no longer what the page shows.
    if (error instanceof QonversionApiError && error.status === 403)
      void askAgainFor(source, client, ['permissions'])
    throw error
  }
}

/** Makes stale what the operation names, and asks again what is in view. Never rejects. */
const refresh = (operation: Operation, source: QuerySource, client: QueryClient): Promise<void> =>
  askAgainFor(source, client, operation.invalidates ?? [operation.resource])

async function askAgainFor(
  { scope }: QuerySource,
  client: QueryClient,
  resources: readonly string[],
): Promise<void> {
  const stale = resources.flatMap((resource) =>
    client.getQueryCache().findAll({ queryKey: ['qonversion', scope, resource] }),
  )
  await Promise.all(stale.map(askAgain))
}

async function askAgain(query: Query): Promise<void> {
  // What is under way was asked before the write, and TanStack Query would keep its answer where there is none yet.
  // Whoever waits for it is given the new one.
  const underWay = query.state.fetchStatus === 'idle' ? undefined : query.promise
  void query.cancel({ silent: true })
  query.invalidate()
  if (!underWay && !query.isActive()) return
  const hadArrived = isFulfilled(underWay)
  await isFulfilled(query.fetch())
  // An answer that had just arrived could not be cancelled any more.
  if (await hadArrived) await isFulfilled(query.fetch())
}

const isFulfilled = async (promise: Promise<unknown> | undefined) =>
  promise?.then(
    () => true,
    () => false,
  )

/** Applies the guesses to what is cached; returns how to put it back. */
function show<Op extends Operation>(
  operation: Op,
  input: InputOf<Op>,
  { scope }: QuerySource,
  client: QueryClient,
  guesses: Guesses<Op>,
): () => void {
  const undo: (() => void)[] = []
  for (const [id, guess] of Object.entries(guesses))
    for (const kind of ['', ':pages']) {
      const queryKey = ['qonversion', scope, operation.resource, id + kind]
      for (const query of client.getQueryCache().findAll({ queryKey })) {
        // An answer under way would overwrite the guess with what was before.
        if (query.state.data !== undefined) void query.cancel({ revert: true })
        const { data: before, dataUpdatedAt: updatedAt } = query.state
        if (before === undefined) continue
        const guessed = kind
          ? inPages(before as InfiniteData<unknown>, (page) => tryGuess(guess, page, input))
          : tryGuess(guess, before, input)
        if (guessed === before) continue
        const shown = client.setQueryData(query.queryKey, guessed, { updatedAt })
        undo.push(() => {
          // Another write or an answer may have come since; what it left is newer.
          if (query.state.data === shown) client.setQueryData(query.queryKey, before, { updatedAt })
        })
      }
    }
  return () => undo.forEach((one) => one())
}

/** An answer that a guess cannot read is left as it is: the write goes on without it. */
function tryGuess<Input>(
  guess: (answer: unknown, input: Input) => unknown,
  answer: unknown,
  input: Input,
): unknown {
  try {
    return guess(answer, input)
  } catch {
    return answer
  }
}

const inPages = (list: InfiniteData<unknown>, guess: (page: unknown) => unknown) => ({
  ...list,
  pages: list.pages.map(guess),
})
