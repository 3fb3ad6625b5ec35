// @vitest-environment node
import { expect, it } from 'vitest'
import { QonversionError } from '../../src/core/errors.ts'
import { execute } from '../../src/core/execute.ts'
import { send } from '../../src/core/send.ts'
import { createClock, FAULTS, withFaults } from '../../src/entries/testing.ts'
import { operations } from '../../src/resources/all.ts'
import { figure, runs } from '../figures.ts'
import { bodyOf, play, sendTo, smallBusiness } from './recorded.ts'

const SEED = 20_261_121
const faults = FAULTS.filter((fault) => fault !== 'refused, too long')

it('every write over a bad network has one effect where it is reported as done, and never two where it cannot be repeated', async () => {
  const writes = operations.filter(({ kind }) => kind === 'write')
  const sandbox = smallBusiness()
  const told = { intents: 0, done: 0, lost: 0, doubled: 0 }
  for (let round = 0; round < runs(40); round++)
    for (const [index, operation] of writes.entries()) {
      sandbox.reset()
      const clock = createClock()
      const seed = SEED + round * writes.length + index
      const faulty = withFaults(sandbox.fetcher, { seed, rate: 0.4, faults, clock })
      await play(operation, sandbox.fetcher, async (input) => {
        const before = faulty.ledger.length
        const sending = send(
          operation,
          (idempotencyKey) =>
            execute(operation, input, { fetcher: faulty.fetcher, idempotencyKey }),
          clock.wait,
        )
        const failure = await clock.run(
          sending.then(
            () => undefined,
            (error: unknown) => error,
          ),
        )
        if (failure !== undefined) expect(failure).toBeInstanceOf(QonversionError)
        const tries = faulty.ledger.slice(before)
        const effects = tries.filter(({ hasEffect }) => hasEffect).length
        const isOnce = operation.method === 'POST'
        if (isOnce && !operation.idempotent) expect(tries.length).toBeLessThanOrEqual(1)
        told.intents++
        if (failure === undefined) told.done++
        // What is gone is done, whoever did it.
        if (failure === undefined && effects === 0 && operation.method !== 'DELETE') told.lost++
        if (isOnce && effects > 1) told.doubled++
        // What failed is done once more without faults, so that the story goes on.
        return failure === undefined
          ? {}
          : bodyOf((await sendTo(sandbox.fetcher, operation, input)).text)
      })
    }
  expect({ lost: told.lost, doubled: told.doubled }).toEqual({ lost: 0, doubled: 0 })
  expect(told.done).toBeGreaterThan(told.intents / 4)
  figure(
    `intents of ${writes.length} writes with 40% faults: lost / duplicated`,
    told.intents,
    `0 / 0 (${told.done} reported as done)`,
    SEED,
  )
}, 300_000)

it('every read over a bad network is answered or fails with an error that says so', async () => {
  const reads = operations.filter(({ kind }) => kind === 'read')
  const { fetcher } = smallBusiness()
  const clock = createClock()
  const faulty = withFaults(fetcher, { seed: SEED, faults, clock })
  const results = { read: 0, refused: 0 }
  for (let round = 0; round < runs(40); round++)
    for (const operation of reads)
      await play(operation, fetcher, async (input) => {
        const reading = execute(operation, input, { fetcher: faulty.fetcher }).then(
          () => undefined,
          (error: unknown) => error,
        )
        const failure = await clock.run(reading)
        if (failure !== undefined) expect(failure).toBeInstanceOf(QonversionError)
        results[failure === undefined ? 'read' : 'refused']++
        return {}
      })
  expect(results.read).toBeGreaterThan(0)
  expect(faulty.ledger.some(({ hasEffect }) => hasEffect)).toBe(false)
  figure(
    `faults met by ${reads.length} reads: untyped or uncaught`,
    results.read + results.refused,
    `0 (${results.read} read, ${results.refused} typed errors)`,
    SEED,
  )
}, 300_000)
