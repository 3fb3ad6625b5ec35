// @vitest-environment node
import * as fc from 'fast-check'
import * as v from 'valibot'
import { describe, expect, it } from 'vitest'
import { QonversionError, ResponseShapeError } from '../../src/core/errors.ts'
import { execute } from '../../src/core/execute.ts'
import type { Operation } from '../../src/core/operation.ts'
import { toRequest } from '../../src/core/serialize.ts'
import { operations } from '../../src/resources/all.ts'
import { createSandbox } from '../../src/sandbox/createSandbox.ts'
import { createRandom } from '../../src/sandbox/random.ts'
import { drifted } from '../../src/testing/faults.ts'
import { contract } from '../contract/contract.ts'
import { figure, full, runs } from '../figures.ts'
import { inputOf } from './inputs.ts'

const SEED = 20_261_121
const LARGEST = 8_000

interface Fixture {
  readonly operation: Operation
  readonly input: Record<string, unknown>
  readonly bytes: Uint8Array
}

/** Documented answers of the contract, word for word. */
const documented = operations.flatMap((operation) => {
  const input = fc.sample(inputOf(operation), { numRuns: 1, seed: SEED })[0]!
  const examples = contract.get(operation.id)?.answerExamples ?? []
  return examples.map((example) => fixture(operation, input, JSON.stringify(example)))
})

/** Small pages of every list, and whole answers, of a small simulated business. */
async function simulated(): Promise<Fixture[]> {
  const { fetcher } = createSandbox({ seed: SEED, now: new Date('2026-11-21'), customers: 40 })
  const { signal } = new AbortController()
  const found: Fixture[] = []
  for (const operation of operations)
    for (const input of [{}, ...[1, 2, 3, 4, 5].map((limit) => ({ limit }))]) {
      if (operation.method !== 'GET' || !v.is(operation.input(), input)) continue
      const { path } = toRequest(operation, input)
      const response = await fetcher(path, { method: 'GET', headers: {}, signal })
      if (response.ok) found.push(fixture(operation, input, await response.text()))
    }
  return found
}

function fixture(operation: Operation, input: Fixture['input'], body: string): Fixture {
  return { operation, input, bytes: new TextEncoder().encode(body) }
}

/** The first of every operation, then the second of each, and so on: no section is left out for standing at the end. */
function inTurns(all: readonly Fixture[]): Fixture[] {
  const turns = new Map<Operation, number>()
  const placed = all.map((one) => {
    const turn = turns.get(one.operation) ?? 0
    turns.set(one.operation, turn + 1)
    return { one, turn }
  })
  return placed.toSorted((a, b) => a.turn - b.turn).map(({ one }) => one)
}

const candidates = [...documented, ...(await simulated())].filter(
  ({ bytes }) => bytes.length <= LARGEST,
)
const fixtures = inTurns(candidates).slice(0, 50)

const json = { headers: { 'content-type': 'application/json' } }
const answer = ({ operation, input }: Fixture, body: BodyInit): Promise<unknown> =>
  execute(operation, input, { fetcher: async () => new Response(body, json) }).then(
    () => 'read',
    (error: unknown) => error,
  )

describe('fixtures', () => {
  it('are read whole', async () => {
    expect(fixtures).toHaveLength(50)
    const sections = (list: readonly Fixture[]) =>
      new Set(list.map(({ operation }) => operation.resource))
    expect(sections(fixtures)).toEqual(sections(candidates))
    for (const one of fixtures) expect(await answer(one, text(one))).toBe('read')
  })

  it('50 cut at every byte are errors that say so, never half an answer', async () => {
    let cuts = 0
    // A twentieth of the bytes in the short run, others in each fixture.
    const step = full ? 1 : 20
    for (const [index, one] of fixtures.entries())
      for (let at = index % step; at < one.bytes.length; at += step) {
        const result = await answer(one, one.bytes.slice(0, at))
        expect(result).toBeInstanceOf(ResponseShapeError)
        cuts++
      }
    figure(
      'fixtures cut at every byte: untyped or uncaught',
      cuts,
      `0 (${fixtures.length} fixtures)`,
    )
  }, 300_000)

  it('10,000 changed answers are read or are errors that say so', async () => {
    const count = runs(10_000)
    const random = createRandom(SEED)
    const results = { read: 0, refused: 0 }
    for (let change = 0; change < count; change++) {
      const one = fixtures[change % fixtures.length]!
      // 200 of each fixture, one half broken, the other drifted.
      const isBroken = Math.floor(change / fixtures.length) % 2 === 0
      const body = isBroken ? broken(one.bytes, random) : drift(one, random)
      const result = await answer(one, body)
      if (result === 'read') results.read++
      else {
        expect(result).toBeInstanceOf(QonversionError)
        expect((result as Error).message).not.toBe('')
        results.refused++
      }
    }
    expect(Math.min(results.read, results.refused)).toBeGreaterThan(0)
    figure(
      'changed answers: untyped or uncaught',
      count,
      `0 (${results.read} read, ${results.refused} typed errors)`,
      SEED,
    )
  }, 300_000)
})

const text = ({ bytes }: Fixture) => new TextDecoder().decode(bytes)

const drift = (of: Fixture, random: ReturnType<typeof createRandom>) =>
  JSON.stringify(drifted(JSON.parse(text(of)), random))

/** One to four bytes changed, put in or taken out. */
function broken(
  bytes: Uint8Array,
  random: ReturnType<typeof createRandom>,
): Uint8Array<ArrayBuffer> {
  const list = [...bytes]
  for (let left = 1 + random.below(4); left > 0; left--) {
    const at = random.below(list.length)
    const kind = random.below(3)
    if (kind === 0) list[at] = random.below(256)
    else if (kind === 1) list.splice(at, 0, random.below(256))
    else list.splice(at, 1 + random.below(8))
  }
  return new Uint8Array(list)
}
