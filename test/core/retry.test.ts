// @vitest-environment node
import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  InputError,
  QonversionApiError,
  ResponseShapeError,
  TransportError,
} from '../../src/core/errors.ts'
import { parseRetryAfter, retryDelay, shouldRetry } from '../../src/core/retry.ts'
import { figure, runs } from '../figures.ts'

const SEED = 20_261_121
/** The longest wait the rule may make: 30 s, spread by up to half. */
const CAP = 45_000

const answer = (status: number, retryAfter: number | null = null) =>
  new QonversionApiError('v4Test', {
    status,
    type: 'internal',
    code: 'unknown_error',
    message: 'Failed.',
    details: [],
    retryAfter,
  })

const fixed = (random: number) => (failures: number, error: unknown) =>
  retryDelay(failures, error, () => random)

describe('whether to try again', () => {
  const transport = new TransportError('v4Test', new Error('connection refused'))

  it.each([
    ['no answer', transport],
    ['408', answer(408)],
    ['429', answer(429)],
    ['500', answer(500)],
    ['502', answer(502)],
    ['503', answer(503)],
    ['429 that asks for 30 s', answer(429, 30_000)],
  ])('twice for %s', (_, error) => {
    expect([0, 1, 2, 3].map((failures) => shouldRetry(failures, error))).toEqual([
      true,
      true,
      false,
      false,
    ])
  })

  it.each<[string, unknown]>([
    ...[400, 401, 403, 404, 409, 410, 413, 422, 451].map((status): [string, unknown] => [
      String(status),
      answer(status),
    ]),
    ['429 that asks for more than 30 s', answer(429, 30_001)],
    ['503 that asks for an hour', answer(503, 3_600_000)],
    ['a wrong input', new InputError('v4Test', [])],
    ['an unknown layout', new ResponseShapeError({ id: 'v4Test', kind: 'read' }, [])],
    ['a fault of our own', new TypeError('x is not a function')],
    ['an abort', new DOMException('Aborted.', 'AbortError')],
    ['nothing', undefined],
  ])('never for %s', (_, error) => {
    expect(shouldRetry(0, error)).toBe(false)
  })
})

describe('what Retry-After says', () => {
  // The example date of RFC 9110, section 5.6.7.
  const date = 'Sun, 06 Nov 1994 08:49:37 GMT'

  it.each([
    ['seconds', '120', null, 120_000],
    ['zero', '0', null, 0],
    ['a fraction', '1.5', null, 1500],
    ['a date, against the date of the answer', 'Sun, 06 Nov 1994 08:49:47 GMT', date, 10_000],
    ['the older form of a date', 'Sunday, 06-Nov-94 08:50:37 GMT', date, 60_000],
    ['a date gone by', 'Sun, 06 Nov 1994 08:49:36 GMT', date, 0],
    ['a date long gone by, without one to compare', date, null, 0],
    ['more than any date can hold', '9'.repeat(400), null, 31_536_000_000],
    ['nothing', '', null, null],
    ['no header', null, null, null],
    ['a negative number', '-5', null, null],
    ['words', 'in 5 minutes', null, null],
    ['words with a year', 'maybe in 2099', null, null],
    ['a number in another form', '0x10', null, null],
    ['a date that is none', 'Sun, 99 Foo 1994 08:49:37 GMT', null, null],
  ])('reads %s', (_, header, from, milliseconds) => {
    expect(parseRetryAfter(header, from)).toBe(milliseconds)
  })

  it('yields a finite wait within the cap whatever the header holds', () => {
    const count = runs(5_000)
    const instant = fc.date({ noInvalidDate: true }).map((value) => value.toUTCString())
    const header = fc.oneof(
      fc.nat().map(String),
      fc.double().map(String),
      fc.bigInt().map(String),
      instant,
      fc.string(),
      fc.constantFrom('', ' ', '0', '1e9', 'Infinity', 'NaN', '-1', '1 2', 'Thu, 1 Jan GMT'),
    )
    fc.assert(
      fc.property(
        header,
        fc.option(instant),
        fc.nat({ max: 2_000 }),
        fc.double({ min: 0, max: 1, maxExcluded: true, noNaN: true }),
        (text, from, failures, random) => {
          const wait = parseRetryAfter(text, from)
          expect(wait === null || (Number.isFinite(wait) && wait >= 0)).toBe(true)
          const delay = retryDelay(failures, answer(429, wait), () => random)
          expect(delay).toBeGreaterThan(0)
          expect(delay).toBeLessThanOrEqual(CAP)
        },
      ),
      { numRuns: count, seed: SEED },
    )
    figure('Retry-After: wait finite and within the cap', count, '0 outside', SEED)
  })
})

describe('how long to wait', () => {
  it('doubles from half a second up to 30 s', () => {
    const delay = fixed(0)
    expect([0, 1, 2, 6, 60].map((failures) => delay(failures, answer(500)))).toEqual([
      500, 1000, 2000, 30_000, 30_000,
    ])
  })

  it('is never less than Retry-After, nor less than its own', () => {
    expect(fixed(0)(0, answer(429, 7_000))).toBe(7_000)
    expect(fixed(0)(1, answer(429, 10))).toBe(1_000)
  })

  it('spreads fifty clients over at least a fifth of the wait', () => {
    const delays = Array.from({ length: 50 }, (_, client) =>
      fixed(client / 50)(0, answer(429, 10_000)),
    )
    expect(Math.max(...delays) - Math.min(...delays)).toBeGreaterThanOrEqual(2_000)
    expect(Math.min(...delays)).toBeGreaterThanOrEqual(10_000)
  })

  it('spreads by chance when it is not told otherwise', () => {
    const delays = new Set(Array.from({ length: 20 }, () => retryDelay(0, answer(500))))
    expect(delays.size).toBeGreaterThan(1)
  })
})
