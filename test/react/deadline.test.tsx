import { QueryClient } from '@tanstack/react-query'
import { act, renderHook } from '@testing-library/react'
import { describe, expect, it, vi } from 'vitest'
import { TransportError } from '../../src/core/errors.ts'
import type { Fetcher } from '../../src/core/fetcher.ts'
import { createMutationHook } from '../../src/react/createMutationHook.ts'
import { createQueryHook } from '../../src/react/createQueryHook.ts'
import { createShelf, createThing, listThings, orderThing } from '../core/things.ts'
import { provider, withFakeTime } from './harness.tsx'

const useThings = createQueryHook(listThings)
const useCreateThing = createMutationHook(createThing)
const useOrderThing = createMutationHook(orderThing)

// The waits between tries are half a second and one.
const pass = withFakeTime()

/** A backend that does what it is asked, and whose answers get lost for ever from the first to number `lost`. */
function silent(lost: number) {
  const shelf = createShelf(['a'])
  const fetcher = vi.fn<Fetcher>(async (path, init) => {
    // Under StrictMode a first request is given up at once; it reaches nobody.
    await Promise.resolve()
    init.signal.throwIfAborted()
    const answer = await shelf.fetcher(path, init)
    return lost-- > 0 ? new Promise<never>(() => undefined) : answer
  })
  return { ...shelf, fetcher }
}

const wrap = (fetcher: Fetcher, timeout?: number) => ({
  wrapper: provider({
    fetcher,
    scope: 'acme',
    queryClient: new QueryClient(),
    ...(timeout !== undefined && { timeout }),
  }),
})

describe('a write whose answer never comes', () => {
  it('is tried again with its key after half a minute, and has one effect', async () => {
    const shelf = silent(1)
    const { result } = renderHook(() => useCreateThing(), wrap(shelf.fetcher))
    act(() => result.current.mutate({ name: 'b' }))
    await pass(30_499)
    expect(result.current.isPending).toBe(true)
    await pass(1)
    expect(result.current.isSuccess).toBe(true)
    const keys = shelf.fetcher.mock.calls.map(([, { headers }]) => headers['idempotency-key'])
    expect(keys).toEqual([keys[0], keys[0]])
    expect(shelf.effects).toEqual(new Map([['create b', 1]]))
  })

  it('is reported after its last try, and says that it may have been done', async () => {
    const shelf = silent(Infinity)
    const { result } = renderHook(() => useCreateThing(), wrap(shelf.fetcher))
    act(() => result.current.mutate({ name: 'b' }))
    // Three tries of half a minute, and the waits between them.
    await pass(91_499)
    expect(result.current.isPending).toBe(true)
    await pass(1)
    expect(result.current.error).toBeInstanceOf(TransportError)
    expect(result.current.error).toMatchObject({ mayBeDone: true })
    expect(shelf.effects).toEqual(new Map([['create b', 1]]))
  })

  it('is sent once where it takes no key, and is not pending for ever either', async () => {
    const shelf = silent(1)
    const { result } = renderHook(() => useOrderThing(), wrap(shelf.fetcher))
    act(() => result.current.mutate({ name: 'b' }))
    await pass(30_000)
    expect(result.current.error).toMatchObject({ name: 'TransportError', mayBeDone: true })
    expect(result.current.error?.message).toMatch(/look before you do it again/)
    await pass(120_000)
    expect(shelf.fetcher).toHaveBeenCalledTimes(1)
  })
})

it('a read whose answer never comes is asked again after half a minute', async () => {
  const { result } = renderHook(() => useThings(), wrap(silent(1).fetcher))
  await pass(30_499)
  expect(result.current.isPending).toBe(true)
  await pass(1)
  expect(result.current.data?.data).toMatchObject([{ name: 'a' }])
})

it('the provider’s timeout is what one try may take', async () => {
  const { result } = renderHook(() => useOrderThing(), wrap(silent(1).fetcher, 5_000))
  act(() => result.current.mutate({ name: 'b' }))
  await pass(5_000)
  expect(result.current.error?.message).toMatch(/within 5 seconds.*`timeout` of QonversionProv/)
})
