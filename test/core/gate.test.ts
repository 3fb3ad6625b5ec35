// @vitest-environment node
import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { isAbort, QonversionApiError } from '../../src/core/errors.ts'
import { createGate, createSystemGate } from '../../src/core/gate.ts'
import { createClock } from '../../src/entries/testing.ts'
import { figure, runs } from '../figures.ts'

const SEED = 20_261_121
const SECOND = 1000

const refused = (retryAfter: number | null) =>
  new QonversionApiError('v4Other', {
    status: 429,
    type: 'request',
    code: 'rate_limit_exceeded',
    message: 'Too many.',
    details: [],
    retryAfter,
  })

/** A gate on a clock of its own, and when each call went through it. */
function gateAt(random: () => number = () => 0) {
  const clock = createClock()
  const start = clock.now()
  const gate = createGate({ now: clock.now, random, wait: clock.wait, patience: 30 * SECOND })
  const sent: number[] = []
  const pass = (answer: () => unknown = () => 'answer', signal?: AbortSignal) =>
    gate.pass(
      'v4Test',
      async () => {
        sent.push(clock.now() - start)
        return answer()
      },
      signal,
    )
  const refuse = (retryAfter: number | null) =>
    pass(() => {
      throw refused(retryAfter)
    }).catch((error: unknown) => error)
  return { clock, pass, refuse, sent }
}

describe('a gate', () => {
  it('holds nothing back while nobody asks it to', async () => {
    const { pass, sent } = gateAt()
    expect(await pass()).toBe('answer')
    expect(sent).toEqual([0])
  })

  it.each<[string, number | null, number]>([
    ['the time it names', 7 * SECOND, 7 * SECOND],
    ['half a second without one', null, 500],
    ['half a second for one that is over', 0, 500],
    ['the longest wait', 30 * SECOND, 30 * SECOND],
  ])('is closed by a 429 for %s', async (_, asked, wait) => {
    const { clock, pass, refuse, sent } = gateAt()
    await refuse(asked)
    await clock.run(pass())
    expect(sent).toEqual([0, wait])
  })

  it('closes twice as long each time in a row, and forgets it with an answer', async () => {
    const { clock, pass, refuse, sent } = gateAt()
    for (let time = 0; time < 3; time++) await clock.run(refuse(null))
    await clock.run(pass())
    await clock.run(refuse(null))
    await clock.run(pass())
    expect(sent).toEqual([0, 500, 1500, 3500, 3500, 4000])
  })

  it('counts what was refused together as one closing', async () => {
    const { clock, pass, refuse, sent } = gateAt()
    await Promise.all(Array.from({ length: 50 }, () => refuse(null)))
    await clock.run(pass())
    expect(sent).toHaveLength(51)
    expect(sent.at(-1)).toBe(500)
  })

  it('is not opened by an answer to a request from before', async () => {
    const { clock, pass, refuse, sent } = gateAt()
    let arrive = (): void => undefined
    const early = pass(() => new Promise<void>((resolve) => (arrive = resolve)))
    await refuse(null)
    arrive()
    await early
    await clock.run(refuse(null))
    await clock.run(pass())
    expect(sent.slice(2)).toEqual([500, 1500])
  })

  it('refuses at once what would wait longer than anybody does, with the time that is left', async () => {
    const { clock, pass, refuse, sent } = gateAt()
    await refuse(3600 * SECOND)
    await clock.run(clock.wait(3000 * SECOND))
    const error = await pass().catch((reason: unknown) => reason)
    expect(error).toBeInstanceOf(QonversionApiError)
    expect(error).toMatchObject({
      operation: 'v4Test',
      status: 429,
      code: 'rate_limit_exceeded',
      message: 'Too many.',
      retryAfter: 600 * SECOND,
    })
    expect(sent).toHaveLength(1)
    await clock.run(clock.wait(600 * SECOND))
    expect(await pass()).toBe('answer')
  })

  it('lets go of a call that is aborted while it waits, and sends nothing for it', async () => {
    const { clock, pass, refuse, sent } = gateAt()
    await refuse(7 * SECOND)
    const leaving = new AbortController()
    const gone = pass(undefined, leaving.signal).catch((reason: unknown) => reason)
    const stays = pass()
    leaving.abort()
    expect(isAbort(await clock.run(gone))).toBe(true)
    await clock.run(stays)
    expect(sent).toEqual([0, 7 * SECOND])
  })

  it('holds nothing back on a server, where a page waits', async () => {
    const gate = createSystemGate()
    const refusing = () => Promise.reject(refused(2 * SECOND))
    await gate.pass('v4Test', refusing).catch(() => undefined)
    const error = await gate.pass('v4Test', async () => 1).catch((reason: unknown) => reason)
    expect(error).toMatchObject({ status: 429, operation: 'v4Test' })
  })

  it('sends nothing for fifty hooks before the window ends, then spreads them over a fifth of it', async () => {
    const count = runs(200)
    const story = fc.record({
      asked: fc.integer({ min: 1, max: 30 * SECOND }),
      chances: fc.array(fc.double({ min: 0, max: 1, maxExcluded: true, noNaN: true }), {
        minLength: 50,
        maxLength: 50,
      }),
    })
    const play = async ({ asked, chances }: { asked: number; chances: number[] }) => {
      let drawn = 0
      const { clock, pass, refuse, sent } = gateAt(() => chances[drawn++ % chances.length]!)
      await refuse(asked)
      await clock.run(Promise.all(chances.map(() => pass())))
      const wait = Math.max(500, asked)
      const back = sent.slice(1)
      expect(back).toHaveLength(50)
      expect(Math.min(...back)).toBeGreaterThanOrEqual(wait)
      const wanted = chances.map((chance) => wait + (chance * wait) / 5)
      expect(Math.max(...back)).toBeCloseTo(Math.max(...wanted), 3)
    }
    await fc.assert(fc.asyncProperty(story, play), { numRuns: count, seed: SEED })
    figure('50 hooks in one scope: requests before the window ends', count, '0', SEED)
  })
})
