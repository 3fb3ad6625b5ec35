// @vitest-environment node
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { InputError, isAbort, QonversionError, TransportError } from '../../src/core/errors.ts'
import { execute } from '../../src/core/execute.ts'
import type { Fetcher } from '../../src/core/fetcher.ts'
import { getCohorts } from '../../src/resources/cohorts/operations.ts'
import { answering, ask, empty, failure, json } from './answering.ts'
import { createThing } from './things.ts'

describe('no answer', () => {
  it('is a TransportError with the cause', async () => {
    const cause = new TypeError('fetch failed')
    const error = await failure(ask(() => Promise.reject(cause)))
    expect(error).toBeInstanceOf(TransportError)
    expect(error).toMatchObject({ name: 'TransportError', operation: getCohorts.id, cause })
  })

  it('is one too when the body breaks off, or the fetcher gives up by itself', async () => {
    const broken = new ReadableStream({
      pull: (stream) => stream.error(new Error('socket closed')),
    })
    const body = () => new Response(broken, { headers: { 'content-type': 'application/json' } })
    expect(await failure(ask(answering(body)))).toBeInstanceOf(TransportError)
    const tooSlow = new DOMException('Too slow.', 'AbortError')
    expect(await failure(ask(() => Promise.reject(tooSlow)))).toBeInstanceOf(TransportError)
  })

  it('is asked for only with an input that fits', async () => {
    const fetcher = vi.fn(answering(() => Response.json(empty)))
    const run = execute(getCohorts, { currency: 'usd' }, { fetcher })
    expect(await failure(run)).toBeInstanceOf(InputError)
    expect(fetcher).not.toHaveBeenCalled()
  })
})

/** A fetcher's promise that ends as `fetch` does when it is told to stop. */
const until = (signal: AbortSignal) =>
  new Promise<never>((_, reject) => {
    signal.addEventListener('abort', () => reject(signal.reason as Error))
  })

/** Sends the first half of a body and breaks off when it is told to stop. */
const begun: Fetcher = (_path, { signal }) => {
  const body = new ReadableStream({
    start: (stream) => {
      stream.enqueue(new TextEncoder().encode('{"object":'))
      signal.addEventListener('abort', () => stream.error(new Error('socket closed')))
    },
  })
  return Promise.resolve(new Response(body, { headers: { 'content-type': 'application/json' } }))
}

/** Starts a request, aborts it once the fetcher was asked, and returns what it rejects with. */
const aborted = (fetcher: Fetcher, reason?: unknown) => {
  const controller = new AbortController()
  const asked: Fetcher = (path, init) => {
    const answer = fetcher(path, init)
    controller.abort(reason)
    return answer
  }
  return failure(execute(getCohorts, {}, { signal: controller.signal, fetcher: asked }))
}

describe('an abort', () => {
  it.each<[string, Fetcher]>([
    ['with the signal’s own error', (_path, { signal }) => until(signal)],
    ['with something else', () => Promise.reject(new Error('canceled'))],
    ['with nothing', () => Promise.reject(undefined)],
    ['with an error answer', answering(() => json('{}', 500))],
    ['with a cut body', answering(() => json('{"obj'))],
  ])('is an AbortError when the fetcher then ends %s', async (_, fetcher) => {
    const error = await aborted(fetcher)
    expect(isAbort(error)).toBe(true)
    expect(error).not.toBeInstanceOf(QonversionError)
  })

  it('is one in the middle of the body', async () => {
    expect(isAbort(await aborted(begun))).toBe(true)
  })

  it('is one whatever reason was given', async () => {
    expect(isAbort(await aborted(() => Promise.reject(new Error('x')), 'the user left'))).toBe(true)
  })

  it('is one at once where the fetcher takes no notice', async () => {
    expect(isAbort(await aborted(() => new Promise(() => undefined)))).toBe(true)
  })

  it('before the start sends nothing', async () => {
    const fetcher = vi.fn(answering(() => Response.json(empty)))
    const run = execute(getCohorts, {}, { fetcher, signal: AbortSignal.abort() })
    expect(isAbort(await failure(run))).toBe(true)
    expect(fetcher).not.toHaveBeenCalled()
  })
})

describe('a deadline', () => {
  beforeEach(() => void vi.useFakeTimers())
  afterEach(() => void vi.useRealTimers())

  /** What a run has come to after so many milliseconds. */
  const after = async (milliseconds: number, run: Promise<unknown>) => {
    const ended = vi.fn<(outcome: unknown) => void>()
    run.then(ended, ended)
    await vi.advanceTimersByTimeAsync(milliseconds)
    return ended.mock.calls[0]?.[0]
  }

  it.each<[string, Fetcher]>([
    ['nothing', () => new Promise(() => undefined)],
    ['nothing until it is told to stop', (_path, { signal }) => until(signal)],
    ['half a body', begun],
  ])('ends a request of which came %s, after 30 seconds and not before', async (_, fetcher) => {
    expect(await after(29_999, ask(fetcher))).toBeUndefined()
    const error = await after(30_000, ask(fetcher))
    expect(error).toBeInstanceOf(TransportError)
    expect(error).toMatchObject({ cause: { name: 'TimeoutError' }, mayBeDone: false })
    expect((error as Error).message).toMatch(/nothing came within 30 seconds.*Check that/)
  })

  it('stops the fetcher', async () => {
    let given: AbortSignal | undefined
    const fetcher: Fetcher = (_path, { signal }) => {
      given = signal
      return until(signal)
    }
    await after(30_000, ask(fetcher))
    expect(given?.aborted).toBe(true)
  })

  it('of a write says that it may have been done', async () => {
    const fetcher: Fetcher = () => new Promise(() => undefined)
    const error = await after(30_000, execute(createThing, { name: 'a' }, { fetcher }))
    expect(error).toBeInstanceOf(TransportError)
    expect(error).toMatchObject({ mayBeDone: true, operation: createThing.id })
    expect((error as Error).message).toMatch(/may have been done all the same: look before/)
  })

  it('is as long as was asked for, also longer than timers count', async () => {
    const fetcher: Fetcher = () => new Promise(() => undefined)
    const run = (timeout: number) => execute(getCohorts, {}, { fetcher, timeout })
    expect(await after(100, run(100))).toBeInstanceOf(TransportError)
    expect(await after(3_600_000, run(2 ** 31))).toBeUndefined()
    expect(await after(3_600_000, run(Infinity))).toBeUndefined()
  })

  it('leaves nothing behind when the answer came in time', async () => {
    const { signal } = new AbortController()
    const fetcher = answering(() => Response.json(empty))
    const answer = await after(0, execute(getCohorts, {}, { fetcher, signal }))
    expect(answer).toEqual(empty)
    expect(vi.getTimerCount()).toBe(0)
  })
})
