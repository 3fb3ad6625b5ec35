// @vitest-environment node
import { describe, expect, it } from 'vitest'
import { InputError, QonversionApiError, TransportError } from '../../../src/core/errors.ts'
import { nextPoll } from '../../../src/resources/exports/poll.model.ts'

const running = { status: 'Processing', error: null }
const failed = (status: number) =>
  new QonversionApiError('v4GetExport', {
    status,
    type: 'request',
    code: 'x',
    message: 'x',
    details: [],
    retryAfter: null,
  })

describe('nextPoll', () => {
  it('waits one second, then half as long again each time, and never longer than twenty', () => {
    const waits = Array.from({ length: 12 }, (_, index) => nextPoll(running, index + 1, 0.5))
    expect(waits).toEqual([
      1000, 1500, 2250, 3375, 5063, 7594, 11_391, 17_086, 20_000, 20_000, 20_000, 20_000,
    ])
  })

  it('spreads watchers by a fifth to either side', () => {
    expect(nextPoll(running, 1, 0)).toBe(800)
    expect(nextPoll(running, 1, 1)).toBe(1200)
  })

  it.each(['Done', 'Failed'])('ends with %s', (status) => {
    expect(nextPoll({ status, error: null }, 3, 0.5)).toBe(false)
  })

  it.each(['New', 'Processing', 'Queued', '', undefined])('goes on with %s', (status) => {
    expect(nextPoll({ status, error: null }, 0, 0.5)).toBe(1000)
  })

  it.each([new TransportError('v4GetExport', 'offline'), failed(429), failed(500), failed(401)])(
    'goes on after a poll that failed with %s',
    (error) => {
      expect(nextPoll({ status: 'Processing', error }, 0, 0.5)).toBe(1000)
    },
  )

  it.each([failed(404), new InputError('v4GetExport', [])])('gives up after %s', (error) => {
    expect(nextPoll({ status: undefined, error }, 0, 0.5)).toBe(false)
  })
})
