// @vitest-environment node
import * as v from 'valibot'
import { beforeAll, expect, it } from 'vitest'
import { QonversionError } from '../../src/core/errors.ts'
import { execute } from '../../src/core/execute.ts'
import type { Operation, OperationId } from '../../src/core/operation.ts'
import { toRequest } from '../../src/core/serialize.ts'
import { createSandbox } from '../../src/entries/sandbox.ts'
import { operations } from '../../src/resources/all.ts'
import { createRandom } from '../../src/sandbox/random.ts'
import { drifted } from '../../src/testing/faults.ts'
import { figure, runs } from '../figures.ts'
import { calls } from './calls/calls.ts'
import type { Body } from './calls/caller.ts'

const SEED = 20_261_121
const sandbox = createSandbox({ seed: 1, now: new Date('2026-04-22T09:30:00Z'), customers: 300 })
const byId = new Map<string, Operation>(operations.map((operation) => [operation.id, operation]))

interface Answered {
  readonly operation: Operation
  readonly input: Body
  readonly text: string
}
/** The first good answer with a body of each operation. */
const answers = new Map<OperationId, Answered>()

async function call(operation: Operation, input: Body): Promise<Body> {
  const { signal } = new AbortController()
  const headers = { 'content-type': 'application/json' }
  const { path, ...init } = toRequest(operation, input)
  const response = await sandbox.fetcher(path, { ...init, headers, signal })
  const text = await response.text()
  if (response.ok && text !== '' && !answers.has(operation.id))
    answers.set(operation.id, { operation, input, text })
  return text === '' ? {} : (JSON.parse(text) as Body)
}

beforeAll(async () => {
  for (const operation of operations) {
    sandbox.reset()
    await calls[operation.id]!({
      ask: (input) => call(operation, input),
      raw: async () => ({}),
      other: (id, input = {}) => call(byId.get(id)!, input),
    })
  }
})

it('200 drifted answers of every operation are read, or are errors that say so', async () => {
  const without = operations.filter(({ id }) => !answers.has(id))
  expect(without.filter(({ output }) => !v.is(output(), undefined))).toEqual([])
  const count = runs(200)
  const random = createRandom(SEED)
  const results = { read: 0, refused: 0 }
  const json = { headers: { 'content-type': 'application/json' } }
  for (const { operation, input, text } of answers.values())
    for (let change = 0; change < count; change++) {
      const body = JSON.stringify(drifted(JSON.parse(text), random))
      const run = execute(operation, input, { fetcher: async () => new Response(body, json) })
      const error = await run.then(
        () => undefined,
        (reason: unknown) => reason,
      )
      if (error !== undefined) expect(error).toBeInstanceOf(QonversionError)
      results[error === undefined ? 'read' : 'refused']++
    }
  expect(Math.min(results.read, results.refused)).toBeGreaterThan(0)
  figure(
    `drifted answers of ${answers.size} operations: untyped or uncaught`,
    answers.size * count,
    `0 (${results.read} read, ${results.refused} typed errors)`,
    SEED,
  )
}, 300_000)
