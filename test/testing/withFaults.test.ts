// @vitest-environment node
import { describe, expect, it } from 'vitest'
import { isAbort, QonversionApiError } from '../../src/core/errors.ts'
import { execute } from '../../src/core/execute.ts'
import { createClock, withFaults, type Fault } from '../../src/entries/testing.ts'
import type { Fetcher } from '../../src/core/fetcher.ts'
import { createShelf, createThing, listThings, renameThing } from '../core/things.ts'

const SEED = 7

/** One request that meets one fault: a write, or the page after a cursor. */
async function meet(fault: Fault, after?: string) {
  const clock = createClock()
  const start = clock.now()
  const shelf = createShelf(['a', 'b', 'c'])
  const faulty = withFaults(shelf.fetcher, { seed: SEED, script: [fault], rate: 0, clock })
  const { fetcher } = faulty
  const run: Promise<unknown> =
    after === undefined
      ? execute(createThing, { name: 'd' }, { fetcher, idempotencyKey: 'k1' })
      : execute(listThings, { starting_after: after }, { fetcher })
  const result: unknown = await clock.run(run.catch((error: unknown) => error))
  return { result, after: clock.now() - start, ledger: faulty.ledger }
}

describe('a fault', () => {
  it.each<[Fault, number | null]>([
    ['refused, seconds', 2_000],
    ['refused, date', 2_000],
    ['refused, junk', null],
    ['refused, no wait', null],
    ['refused, past date', 0],
    ['refused, too long', 86_400_000],
  ])('%s is a 429 that asks for %s milliseconds', async (fault, retryAfter) => {
    const { result, ledger } = await meet(fault)
    expect(result).toBeInstanceOf(QonversionApiError)
    expect(result).toMatchObject({ status: 429, retryAfter })
    expect(ledger).toMatchObject([{ fault, hasEffect: false }])
  })

  it.each<[Fault, object, boolean, number]>([
    ['status 500', { status: 500 }, false, 0],
    ['status 503', { status: 503 }, false, 0],
    ['reset before commit', { name: 'TransportError' }, false, 0],
    ['time-out after commit', { name: 'TransportError' }, true, 60_000],
    ['truncated', { name: 'ResponseShapeError', keys: [] }, true, 0],
    ['stall', { name: 'TransportError' }, false, 60_000],
    ['slow', { name: 'd' }, true, 5_000],
    ['HTML page', { name: 'ResponseShapeError', keys: [] }, false, 0],
  ])('%s is what its name says', async (fault, wanted, hasEffect, time) => {
    const { result, ledger, after } = await meet(fault)
    expect(result).toMatchObject(wanted)
    expect(ledger).toMatchObject([{ fault, hasEffect, attempt: 1 }])
    expect(after).toBe(time)
  })

  it('restarted list begins again and says so', async () => {
    const { result } = await meet('restarted list', 'thing_2')
    expect(result).toMatchObject({ restarted: true, data: [{ name: 'a' }, {}, {}] })
  })

  it('drifted schema changes one place of the answer', async () => {
    const texts = new Set<string>()
    for (let seed = 0; seed < 50; seed++) {
      const { fetcher } = withFaults(createShelf(['a', 'b']).fetcher, {
        seed,
        faults: ['drifted schema'],
      })
      const init = { method: 'GET', headers: {}, signal: new AbortController().signal }
      texts.add(await (await fetcher('/things', init)).text())
    }
    expect(texts.size).toBeGreaterThan(10)
    for (const text of texts) expect(() => JSON.parse(text) as unknown).not.toThrow()
  })

  it.each<Fault>(['stall', 'slow', 'time-out after commit'])(
    '%s ends at once when the request is aborted',
    async (fault) => {
      const clock = createClock()
      const start = clock.now()
      const leaving = new AbortController()
      const faulty = withFaults(createShelf(['a']).fetcher, { seed: SEED, script: [fault], clock })
      const { fetcher } = faulty
      const run = execute(listThings, {}, { fetcher, signal: leaving.signal })
      leaving.abort()
      const result = await clock.run(run.catch((error: unknown) => error))
      expect(isAbort(result)).toBe(true)
      expect(clock.now()).toBe(start)
    },
  )
})

describe('a schedule', () => {
  const faultsOf = async (seed: number, rate: number) => {
    const { fetcher, ledger } = withFaults(createShelf().fetcher, {
      seed,
      rate,
      faults: ['status 500', 'status 503'],
    })
    for (let request = 0; request < 1_000; request++)
      await execute(listThings, {}, { fetcher }).catch(() => undefined)
    return ledger.map(({ fault }) => fault)
  }

  it('is the same for the same seed, and another for another', async () => {
    expect(await faultsOf(1, 0.5)).toEqual(await faultsOf(1, 0.5))
    expect(await faultsOf(1, 0.5)).not.toEqual(await faultsOf(2, 0.5))
  })

  it.each([
    [0, 0, 0],
    [0.2, 150, 250],
    [1, 1_000, 1_000],
  ])('of rate %d meets between %i and %i of 1,000 requests', async (rate, least, most) => {
    const met = (await faultsOf(3, rate)).filter(Boolean)
    expect(met.length).toBeGreaterThanOrEqual(least)
    expect(met.length).toBeLessThanOrEqual(most)
    expect(new Set(met).size).toBe(rate === 0 ? 0 : 2)
  })

  it('counts the tries of an intent, by its key or by what it asks', async () => {
    const { fetcher, ledger } = withFaults(createShelf().fetcher, { seed: SEED, rate: 0 })
    const write = (name: string, idempotencyKey: string) =>
      execute(createThing, { name }, { fetcher, idempotencyKey })
    await write('a', 'k1')
    await write('a', 'k1')
    await write('a', 'k2')
    await execute(listThings, {}, { fetcher })
    expect(ledger.map(({ intent, attempt }) => [intent, attempt])).toEqual([
      ['k1', 1],
      ['k1', 2],
      ['k2', 1],
      ['GET /things', 1],
    ])
  })
})

describe('a ledger', () => {
  const effects = async (
    work: (fetcher: Fetcher) => Promise<unknown>,
    script: (Fault | undefined)[] = [],
  ) => {
    const { fetcher, ledger } = withFaults(createShelf(['a']).fetcher, {
      seed: SEED,
      rate: 0,
      script,
      clock: createClock(),
    })
    await work(fetcher)
    return ledger.map(({ method, hasEffect }) => [method, hasEffect])
  }

  it('has an effect for every write that was carried out', async () => {
    const work = async (fetcher: Fetcher) => {
      await execute(createThing, { name: 'b' }, { fetcher, idempotencyKey: 'k1' })
      await execute(createThing, { name: 'b' }, { fetcher, idempotencyKey: 'k2' })
      await execute(renameThing, { id: 'thing_1', name: 'c' }, { fetcher })
    }
    expect(await effects(work)).toEqual([
      ['POST', true],
      ['POST', true],
      ['PATCH', true],
    ])
  })

  it('has none for a read, a replay, and a write that was refused or never arrived', async () => {
    const work = async (fetcher: Fetcher) => {
      await execute(listThings, {}, { fetcher })
      const write = () => execute(createThing, { name: 'b' }, { fetcher, idempotencyKey: 'k1' })
      await write().catch(() => undefined)
      await write()
      await write()
      await execute(renameThing, { id: 'thing_9', name: 'c' }, { fetcher }).catch(() => undefined)
    }
    expect(await effects(work, [undefined, 'reset before commit'])).toEqual([
      ['GET', false],
      ['POST', false],
      ['POST', true],
      ['POST', false],
      ['PATCH', false],
    ])
  })
})

describe('a virtual clock', () => {
  it('passes an hour in no time, first things first', async () => {
    const clock = createClock()
    const order: string[] = []
    const after = async (minutes: number, name: string) => {
      await clock.wait(minutes * 60_000)
      order.push(name)
    }
    await clock.run(Promise.all([after(60, 'late'), after(1, 'early')]))
    expect(order).toEqual(['early', 'late'])
    expect(clock.now()).toBe(Date.UTC(2026, 0, 5, 1))
  })

  it('says so when the work waits for something else', async () => {
    await expect(createClock().run(new Promise(() => undefined))).rejects.toThrow(
      /stands still.*Give this clock/,
    )
  })
})
