import { act, renderHook } from '@testing-library/react'
import { describe, expect, it } from 'vitest'
import type { Fetcher } from '../../src/core/fetcher.ts'
import { createMutationHook } from '../../src/react/createMutationHook.ts'
import { createShelf, createThing, json, renameThing, type Thing } from '../core/things.ts'
import { figure, runs } from '../figures.ts'
import { settle } from './harness.tsx'
import { slowShelf, wrap } from './slowShelf.ts'

const useCreateThing = createMutationHook(createThing)
const useRenameThing = createMutationHook(renameThing)

describe('a double click', () => {
  it('1,000 double clicks have 1,000 effects', async () => {
    const count = runs(1_000)
    const shelf = createShelf()
    const { result } = renderHook(() => useCreateThing(), wrap(shelf.fetcher))
    for (let click = 0; click < count; click++)
      await act(async () => {
        const twice = [0, 1].map(() => result.current.mutateAsync({ name: `thing ${click}` }))
        const [first, second] = await Promise.all(twice)
        expect(second).toEqual(first)
      })
    expect(shelf.things.size).toBe(count)
    expect([...shelf.effects.values()].every((times) => times === 1)).toBe(true)
    figure('double clicks: effects', count, String(shelf.things.size))
  })

  it('is two effects when the second click comes after the first was done, or means another thing', async () => {
    const shelf = createShelf()
    const { result } = renderHook(() => useCreateThing(), wrap(shelf.fetcher))
    await act(async () => {
      await result.current.mutateAsync({ name: 'a' })
      await Promise.all([
        result.current.mutateAsync({ name: 'a' }),
        result.current.mutateAsync({ name: 'b' }),
      ])
    })
    expect([...shelf.things.values()].map(({ name }) => name)).toEqual(['a', 'a', 'b'])
  })

  it('is no click on what was asked before last: there and back again ends where it was asked to', async () => {
    const shelf = createShelf(['old'])
    const [id] = shelf.things.keys()
    const { result } = renderHook(() => useRenameThing(), wrap(shelf.fetcher))
    const answers = await act(() =>
      Promise.all(['a', 'b', 'a'].map((name) => result.current.mutateAsync({ id: id!, name }))),
    )
    expect(answers.map((answer) => (answer as Thing).name)).toEqual(['a', 'b', 'a'])
    expect(shelf.things.get(id!)!.name).toBe('a')
  })

  it('is a new try after a failure', async () => {
    const shelf = createShelf()
    let isDown = true
    const fetcher: Fetcher = async (path, init) =>
      isDown
        ? json({ error: { type: 'request', code: 'x', message: 'No.' } }, 403)
        : shelf.fetcher(path, init)
    const { result } = renderHook(() => useCreateThing(), wrap(fetcher))
    await settle(() => result.current.mutate({ name: 'a' }))
    expect(result.current.error).toMatchObject({ status: 403 })
    isDown = false
    await settle(() => result.current.mutate({ name: 'a' }))
    expect(result.current.data).toMatchObject({ name: 'a' })
    expect(shelf.things.size).toBe(1)
  })

  it('in another project is another intent, even while the first is under way', async () => {
    const [acme, zeta] = [slowShelf([]), slowShelf([])]
    const sources = {
      acme: { fetcher: acme.fetcher, scope: 'acme' },
      zeta: { fetcher: zeta.fetcher, scope: 'zeta' },
    }
    const { result, rerender } = renderHook(
      ({ of }: { of: keyof typeof sources }) => useCreateThing({ source: sources[of] }),
      { initialProps: { of: 'acme' }, ...wrap(acme.fetcher) },
    )
    await settle(() => result.current.mutate({ name: 'a' }))
    rerender({ of: 'zeta' })
    expect(result.current.isPending).toBe(false)
    await settle(() => result.current.mutate({ name: 'a' }))
    await zeta.answer()
    await acme.answer()
    expect([acme.things.size, zeta.things.size]).toEqual([1, 1])
    expect(result.current.isSuccess).toBe(true)
  })
})
