import { act, renderHook } from '@testing-library/react'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import type { Fetcher } from '../../../src/core/fetcher.ts'
import { useExport } from '../../../src/resources/exports/useExport.ts'
import { provider, response } from '../../react/harness.tsx'

/** Longer than any wait between two polls, a retry of a failed one included. */
const LONG = 60_000

beforeEach(() => {
  vi.useFakeTimers()
  // The middle of every spread: retries after 0.6 and 1.3 seconds, polls after 1, 1.5, 2.3 …
  vi.spyOn(Math, 'random').mockReturnValue(0.5)
})
afterEach(() => {
  vi.useRealTimers()
  vi.restoreAllMocks()
})

type Turn = string | Error | number
/** Answers one poll after the other with the states listed; the last one goes on. */
function backend(...turns: Turn[]) {
  const asked: string[] = []
  const fetcher: Fetcher = async (path, { signal }) => {
    // StrictMode gives up the first of two: a poll that nobody waits for takes no turn.
    await Promise.resolve()
    signal.throwIfAborted()
    const turn = turns[Math.min(asked.push(path), turns.length) - 1]!
    if (turn instanceof Error) throw turn
    if (typeof turn === 'number')
      return response({ error: { type: 'request', code: 'x', message: 'x' } }, turn)
    return response({ object: 'export', id: 'e1', url: '/v4/exports/e1', status: turn })
  }
  return { asked, fetcher }
}

const watch = ({ fetcher }: { fetcher: Fetcher }, id: string | null = 'e1') =>
  renderHook(({ watched }) => useExport(watched), {
    initialProps: { watched: id },
    wrapper: provider({ fetcher, scope: 'acme' }),
  })

const pass = (milliseconds: number) => act(() => vi.advanceTimersByTimeAsync(milliseconds))

describe('useExport', () => {
  it('asks until the export is done, through states it does not know, and then no more', async () => {
    const server = backend('New', 'Processing', 'Compressing', 'Done')
    const { result } = watch(server)
    await pass(0)
    expect(result.current.data?.status).toBe('New')
    await pass(1000)
    expect(result.current.data?.status).toBe('Processing')
    await pass(1500)
    expect(result.current.data?.status).toBe('Compressing')
    await pass(LONG)
    expect(result.current.data?.status).toBe('Done')
    const { length } = server.asked
    await pass(10 * LONG)
    expect(server.asked).toHaveLength(length)
  })

  it('ends with Failed, which is an answer and no error', async () => {
    const server = backend('Processing', 'Failed')
    const { result } = watch(server)
    await pass(LONG)
    expect(result.current).toMatchObject({ data: { status: 'Failed' }, error: null })
    const { length } = server.asked
    await pass(LONG)
    expect(server.asked).toHaveLength(length)
  })

  it('keeps the last state when a poll fails, and polls on', async () => {
    const gone = new Error('offline')
    const { result } = watch(backend('Processing', 'Processing', gone, gone, gone, 'Done'))
    await pass(0)
    await pass(5000)
    expect(result.current).toMatchObject({
      data: { status: 'Processing' },
      error: { name: 'TransportError' },
    })
    await pass(LONG)
    expect(result.current).toMatchObject({ data: { status: 'Done' }, error: null })
  })

  it('gives up on an export that the server does not have', async () => {
    const server = backend(404)
    const { result } = watch(server)
    await pass(LONG)
    expect(result.current.error).toMatchObject({ status: 404 })
    const { length } = server.asked
    await pass(LONG)
    expect(server.asked).toHaveLength(length)
  })

  it('stops when it unmounts', async () => {
    const server = backend('Processing')
    const { unmount } = watch(server)
    await pass(2000)
    unmount()
    const { length } = server.asked
    await pass(10 * LONG)
    expect(server.asked).toHaveLength(length)
  })

  it('goes on after a reload from the id alone', async () => {
    const server = backend('Processing', 'Processing', 'Done')
    const before = watch(server)
    await pass(0)
    before.unmount()
    const { result } = watch(server)
    await pass(LONG)
    expect(result.current.data?.status).toBe('Done')
  })

  it('does not start its wait anew with every drawing', async () => {
    let drawn = 0
    vi.mocked(Math.random).mockImplementation(() => (drawn++ % 2) * 0.9)
    const server = backend('Processing')
    const { rerender } = watch(server)
    await pass(0)
    const { length } = server.asked
    for (let drawing = 0; drawing < 14; drawing++) {
      rerender({ watched: 'e1' })
      await pass(100)
    }
    expect(server.asked.length).toBeGreaterThan(length)
  })

  it('asks for nothing without an id, and begins when there is one', async () => {
    const server = backend('Done')
    const { rerender } = watch(server, null)
    await pass(LONG)
    expect(server.asked).toEqual([])
    rerender({ watched: 'e1' })
    await pass(0)
    expect(server.asked).toEqual(['/exports/e1'])
  })
})
