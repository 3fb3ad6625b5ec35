import type { Fetcher } from '../../src/core/fetcher.ts'
import type { Operation, OperationId } from '../../src/core/operation.ts'
import { toRequest } from '../../src/core/serialize.ts'
import { createSandbox } from '../../src/entries/sandbox.ts'
import { operations } from '../../src/resources/all.ts'
import { calls } from '../sandbox/calls/calls.ts'
import type { Body, Caller } from '../sandbox/calls/caller.ts'

/** A call of an operation that was answered well, as the sandbox answered it. */
export interface Recorded {
  readonly operation: Operation
  readonly input: Body
  readonly path: string
  readonly status: number
  /** Empty for an answer without a body. */
  readonly text: string
}

export const byId = new Map<string, Operation>(operations.map((one) => [one.id, one]))

/** A small business for what walks over every operation. */
export const smallBusiness = (seed = 1, customers = 60) =>
  createSandbox({ seed, now: new Date('2026-04-22T09:30:00Z'), customers })

/** Sends a request as it is; the answer's status and text. */
export async function sendTo(fetcher: Fetcher, operation: Operation, input: Body) {
  const { path, ...init } = toRequest(operation, input)
  const headers = { 'content-type': 'application/json' }
  const response = await fetcher(path, { ...init, headers, signal: new AbortController().signal })
  return { path, status: response.status, text: await response.text() }
}

/** Plays how an operation is called: `ask` carries out its own calls, all others are made as they are. */
export async function play(
  { id }: Operation,
  fetcher: Fetcher,
  ask: (input: Body) => Promise<Body>,
): Promise<void> {
  const caller: Caller = {
    ask,
    raw: async () => ({}),
    other: async (other, input = {}) => {
      const { text } = await sendTo(fetcher, byId.get(other)!, input)
      return bodyOf(text)
    },
  }
  await calls[id]!(caller)
}

export const bodyOf = (text: string): Body => (text === '' ? {} : (JSON.parse(text) as Body))

/** The first call of every operation that is answered well. */
export async function record(
  seed = 1,
  customers = 60,
): Promise<ReadonlyMap<OperationId, Recorded>> {
  const sandbox = smallBusiness(seed, customers)
  const recorded = new Map<OperationId, Recorded>()
  for (const operation of operations) {
    sandbox.reset()
    await play(operation, sandbox.fetcher, async (input) => {
      const { path, status, text } = await sendTo(sandbox.fetcher, operation, input)
      if (status < 300 && !recorded.has(operation.id))
        recorded.set(operation.id, { operation, input, path, status, text })
      return bodyOf(text)
    })
  }
  return recorded
}
