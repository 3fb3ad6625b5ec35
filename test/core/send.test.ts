// @vitest-environment node
import { describe, expect, it } from 'vitest'
import { QonversionApiError, QonversionError, TransportError } from '../../src/core/errors.ts'
import { execute } from '../../src/core/execute.ts'
import { createGate } from '../../src/core/gate.ts'
import type { InputOf, Operation } from '../../src/core/operation.ts'
import { send } from '../../src/core/send.ts'
import { createClock, FAULTS, withFaults, type Fault } from '../../src/entries/testing.ts'
import { figure, runs } from '../figures.ts'
import { createShelf, createThing, deleteThing, json, orderThing, renameThing } from './things.ts'

const SEED = 20_261_121

/** A shelf behind faults and a gate, and a way to write to it that takes no time. */
function shelfWith(
  names: readonly string[],
  schedule: { rate?: number; faults?: readonly Fault[]; script?: readonly (Fault | undefined)[] },
) {
  const clock = createClock()
  const shelf = createShelf(names)
  const { fetcher, ledger } = withFaults(shelf.fetcher, { seed: SEED, rate: 0, clock, ...schedule })
  const gate = createGate({ now: clock.now, random: () => 0.5, wait: clock.wait, patience: 30_000 })
  const write = <Op extends Operation>(operation: Op, input: InputOf<Op>) =>
    send(
      operation,
      (idempotencyKey) =>
        gate.pass(operation.id, () => execute(operation, input, { fetcher, idempotencyKey })),
      clock.wait,
    )
  return { shelf, ledger, clock, write }
}

const outcome = (run: Promise<unknown>) =>
  run.then(
    () => 'done',
    (error: unknown) => error,
  )

describe('a write', () => {
  it('sends one key with every try, and another for the next intent', async () => {
    const { shelf, ledger, clock, write } = shelfWith([], {
      script: ['status 503', 'time-out after commit'],
    })
    const first = await clock.run(write(createThing, { name: 'a' }))
    await clock.run(write(createThing, { name: 'a' }))
    expect(ledger.map(({ attempt, hasEffect }) => [attempt, hasEffect])).toEqual([
      [1, false],
      [2, true],
      // The replay of what the second did.
      [3, false],
      [1, true],
    ])
    expect(new Set(ledger.map(({ idempotencyKey }) => idempotencyKey)).size).toBe(2)
    expect(ledger[0]?.idempotencyKey).toMatch(/^[0-9a-f]{32}$/)
    expect(first).toEqual({ id: 'thing_1', name: 'a' })
    expect([...shelf.things.keys()]).toEqual(['thing_1', 'thing_2'])
  })

  it.each<[string, Fault]>([
    ['no answer', 'reset before commit'],
    ['an answer too late', 'time-out after commit'],
    ['an answer cut short', 'truncated'],
    ['a page of a proxy', 'HTML page'],
    ['a 429', 'refused, seconds'],
  ])('is tried again after %s, and has one effect', async (_, fault) => {
    const { shelf, ledger, clock, write } = shelfWith([], { script: [fault, fault] })
    expect(await outcome(clock.run(write(createThing, { name: 'a' })))).toBe('done')
    expect(ledger).toHaveLength(3)
    expect(shelf.effects).toEqual(new Map([['create a', 1]]))
  })

  it('that takes no key is sent once when it is a POST', async () => {
    const { shelf, ledger, clock, write } = shelfWith([], { script: ['time-out after commit'] })
    const error = await outcome(clock.run(write(orderThing, { name: 'a' })))
    expect(error).toBeInstanceOf(TransportError)
    expect(ledger).toHaveLength(1)
    expect(shelf.effects).toEqual(new Map([['create a', 1]]))
  })

  it.each([400, 403, 404, 409, 422])('is not tried again after a %i', async (status) => {
    let sent = 0
    const fetcher = async () => {
      sent++
      return json({ error: { type: 'request', code: 'state_conflict', message: 'No.' } }, status)
    }
    const run = send(createThing, () => execute(createThing, { name: 'a' }, { fetcher }))
    expect(await outcome(run)).toMatchObject({ status })
    expect(sent).toBe(1)
  })

  it('waits while the first try of its key still runs', async () => {
    const { clock } = shelfWith([], {})
    const inUse = { type: 'request', code: 'idempotency_key_in_use', message: 'Still running.' }
    const answers = [json({ error: inUse }, 409), json({ id: 'thing_1', name: 'a' }, 201)]
    const fetcher = async () => answers.shift()!
    const run = send(
      createThing,
      () => execute(createThing, { name: 'a' }, { fetcher }),
      clock.wait,
    )
    expect(await clock.run(run)).toEqual({ id: 'thing_1', name: 'a' })
  })
})

describe('a deletion', () => {
  const remove = (script: readonly Fault[]) => {
    const { shelf, clock, write } = shelfWith(['a'], { script })
    return { shelf, run: (id: string) => outcome(clock.run(write(deleteThing, { id }))) }
  }

  it('whose answer was lost is done, though the second try finds nothing', async () => {
    const { shelf, run } = remove(['time-out after commit'])
    expect(await run('thing_1')).toBe('done')
    expect(shelf.things.size).toBe(0)
  })

  it('of what is not there is an error', async () => {
    expect(await remove([]).run('thing_9')).toMatchObject({ status: 404 })
  })

  it('of what is not there is one too when the first try was only refused', async () => {
    const error = await remove(['refused, seconds']).run('thing_9')
    expect(error).toBeInstanceOf(QonversionApiError)
    expect(error).toMatchObject({ status: 404 })
  })
})

it('10,000 writes with faults in a fifth of the requests: every success has exactly one effect', async () => {
  const count = runs(10_000)
  // A gate that stays closed for a day lets no write through, which shows nothing.
  const faults = FAULTS.filter((fault) => fault !== 'refused, too long')
  const names = Array.from({ length: count }, (_, index) => `old ${index}`)
  const { shelf, ledger, clock, write } = shelfWith(names, { rate: 0.2, faults })
  const intents = names.map((_, index): [effect: string, () => Promise<unknown>] => {
    const id = `thing_${index + 1}`
    const name = `new ${index}`
    if (index % 3 === 0) return [`create ${name}`, () => write(createThing, { name })]
    if (index % 3 === 1) return [`rename ${id} ${name}`, () => write(renameThing, { id, name })]
    return [`delete ${id}`, () => write(deleteThing, { id })]
  })
  const outcomes = new Map<string, unknown>()
  // Twenty at a time, as a busy page does.
  const queue = intents.values()
  const worker = async () => {
    for (const [effect, run] of queue) outcomes.set(effect, await outcome(run()))
  }
  await clock.run(Promise.all(Array.from({ length: 20 }, worker)))

  const effectsOf = (effect: string) => shelf.effects.get(effect) ?? 0
  const successes = [...outcomes].filter(([, result]) => result === 'done').map(([name]) => name)
  const failures = [...outcomes.values()].filter((result) => result !== 'done')
  const lost = successes.filter((effect) => effectsOf(effect) === 0)
  const duplicated = [...outcomes.keys()].filter((effect) => effectsOf(effect) > 1)
  expect(outcomes.size).toBe(count)
  expect(lost).toEqual([])
  expect(duplicated).toEqual([])
  expect(failures.filter((error) => !(error instanceof QonversionError))).toEqual([])
  expect(successes.length).toBeGreaterThan(count * 0.95)
  expect(ledger.filter(({ fault }) => fault).length).toBeGreaterThan(ledger.length * 0.15)
  figure(
    'writes with 20% faults: lost / duplicated / reported as done',
    count,
    `0 / 0 / ${successes.length}`,
    SEED,
  )
}, 120_000)
