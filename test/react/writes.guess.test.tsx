import { QueryClient } from '@tanstack/react-query'
import { act, renderHook } from '@testing-library/react'
import { describe, expect, it } from 'vitest'
import { InputError } from '../../src/core/errors.ts'
import type { Fetcher } from '../../src/core/fetcher.ts'
import { createInfiniteHook } from '../../src/react/createInfiniteHook.ts'
import { createMutationHook } from '../../src/react/createMutationHook.ts'
import { createQueryHook } from '../../src/react/createQueryHook.ts'
import { json, listThings, renameThing, type Thing } from '../core/things.ts'
import { settle } from './harness.tsx'
import { namesOf, slowShelf, wrap } from './slowShelf.ts'

const useThings = createQueryHook(listThings)
const useThingPages = createInfiniteHook(listThings)
const named = (row: Thing, name: string): Thing => ({ ...row, name })
/** Shows the new name before the server has it. */
const useOptimisticRename = createMutationHook(renameThing, {
  [listThings.id]: (answer, { id, name }) => {
    const list = answer as { data: Thing[] }
    return { ...list, data: list.data.map((row) => (row.id === id ? named(row, name) : row)) }
  },
})

describe('a guess', () => {
  const mount = (shelf: ReturnType<typeof slowShelf>, client = new QueryClient()) =>
    renderHook(
      () => ({
        things: useThings(),
        pages: useThingPages(),
        rename: useOptimisticRename(),
        other: useOptimisticRename(),
      }),
      wrap(shelf.fetcher, client),
    )
  const shown = ({ result }: ReturnType<typeof mount>) => [
    namesOf(result.current.things.data),
    result.current.pages.data?.rows.map(({ name }) => name),
  ]

  it('is shown at once, in a list and in its pages, and confirmed by the server', async () => {
    const shelf = slowShelf(['a'])
    const hook = mount(shelf)
    await settle()
    await shelf.answer()
    act(() => hook.result.current.rename.mutate({ id: 'thing_1', name: 'b' }))
    await settle()
    expect(shown(hook)).toEqual([['b'], ['b']])
    shelf.hurry()
    await shelf.answer()
    expect(hook.result.current.rename.isSuccess).toBe(true)
    expect(shown(hook)).toEqual([['b'], ['b']])
  })

  it('is taken back when the write is refused', async () => {
    const shelf = slowShelf(['a'])
    const refusing = {
      ...shelf,
      fetcher: (async (path, init) =>
        init.method === 'PATCH'
          ? json({ error: { type: 'request', code: 'x', message: 'No.' } }, 422)
          : shelf.fetcher(path, init)) satisfies Fetcher,
    }
    const hook = mount(refusing)
    await settle()
    await shelf.answer()
    await settle(() => hook.result.current.rename.mutate({ id: 'thing_1', name: 'b' }))
    expect(hook.result.current.rename.error).toMatchObject({ status: 422 })
    expect(shown(hook)).toEqual([['a'], ['a']])
    await shelf.answer()
    expect(shown(hook)).toEqual([['a'], ['a']])
  })

  it('that is taken back does not take back what another write left since', async () => {
    const shelf = slowShelf(['a', 'x'])
    const client = new QueryClient()
    const hook = mount(shelf, client)
    await settle()
    await shelf.answer()
    // The first is under way to a backend that will refuse it; the second is done meanwhile.
    await settle(() => hook.result.current.rename.mutate({ id: 'thing_9', name: 'never' }))
    await settle(() => hook.result.current.other.mutate({ id: 'thing_2', name: 'y' }))
    const [refused, done] = shelf.held.splice(0)
    await settle(() => done?.go())
    await shelf.answer('GET')
    expect(hook.result.current.other.isSuccess).toBe(true)
    await settle(() => refused?.go())
    expect(hook.result.current.rename.error).toMatchObject({ status: 404 })
    expect(shown(hook)).toEqual([
      ['a', 'y'],
      ['a', 'y'],
    ])
    await shelf.answer()
  })

  it('leaves a first load alone when the input does not fit', async () => {
    const shelf = slowShelf(['a'])
    const hook = mount(shelf)
    await settle()
    await settle(() => hook.result.current.rename.mutate({ id: 'thing_1' } as never))
    expect(hook.result.current.rename.error).toBeInstanceOf(InputError)
    expect(shelf.held.map(({ method }) => method)).toEqual(['GET', 'GET'])
    await shelf.answer()
    expect(shown(hook)).toEqual([['a'], ['a']])
  })
})
