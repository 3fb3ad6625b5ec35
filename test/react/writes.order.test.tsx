import { QueryClient } from '@tanstack/react-query'
import { renderHook } from '@testing-library/react'
import { describe, expect, it } from 'vitest'
import { createMutationHook } from '../../src/react/createMutationHook.ts'
import { createQueryHook } from '../../src/react/createQueryHook.ts'
import { createThing, deleteThing, listThings, renameThing } from '../core/things.ts'
import { settle } from './harness.tsx'
import { namesOf, slowShelf, wrap } from './slowShelf.ts'

const useThings = createQueryHook(listThings)
const useCreateThing = createMutationHook(createThing)
const useRenameThing = createMutationHook(renameThing)
const useDeleteThing = createMutationHook(deleteThing)

/** Two parts of a page that know nothing of each other. */
function mountTwo(shelf: ReturnType<typeof slowShelf>, scope = 'acme') {
  const client = new QueryClient()
  const mount = (of: string) =>
    renderHook(
      () => ({
        things: useThings(),
        create: useCreateThing(),
        rename: useRenameThing(),
        delete: useDeleteThing(),
      }),
      wrap(shelf.fetcher, client, of),
    ).result
  return [mount('acme'), mount(scope)] as const
}

const sent = (shelf: ReturnType<typeof slowShelf>) =>
  shelf.held.filter(({ method }) => method !== 'GET').map(({ method, path }) => `${method} ${path}`)

/** Lets answers through until nothing is asked any more. */
async function answerAll(shelf: ReturnType<typeof slowShelf>) {
  await settle()
  while (shelf.held.length > 0) await shelf.answer()
}

describe('writes to one thing', () => {
  it('go one after the other, in the order they were asked', async () => {
    const shelf = slowShelf(['old'])
    const [page] = mountTwo(shelf)
    await answerAll(shelf)
    await settle(() => {
      page.current.rename.mutate({ id: 'thing_1', name: 'first' })
      page.current.rename.mutate({ id: 'thing_1', name: 'second' })
    })
    expect(sent(shelf)).toEqual(['PATCH /things/thing_1'])
    await answerAll(shelf)
    expect(shelf.things.get('thing_1')?.name).toBe('second')
    expect(namesOf(page.current.things.data)).toEqual(['second'])
  })

  it('do so from different hooks and of different kinds too', async () => {
    const shelf = slowShelf(['old', 'other'])
    const [one, two] = mountTwo(shelf)
    await answerAll(shelf)
    await settle(() => one.current.rename.mutate({ id: 'thing_1', name: 'first' }))
    await settle(() => two.current.rename.mutate({ id: 'thing_1', name: 'second' }))
    await settle(() => one.current.delete.mutate({ id: 'thing_1' }))
    expect(sent(shelf)).toEqual(['PATCH /things/thing_1'])
    expect(shelf.things.get('thing_1')?.name).toBe('first')
    await answerAll(shelf)
    expect([...shelf.effects.keys()]).toEqual([
      'rename thing_1 first',
      'rename thing_1 second',
      'delete thing_1',
    ])
    for (const page of [one, two]) expect(namesOf(page.current.things.data)).toEqual(['other'])
  })

  it('go on after one that failed', async () => {
    const shelf = slowShelf(['old'])
    const [one, two] = mountTwo(shelf)
    await answerAll(shelf)
    shelf.things.delete('thing_1')
    await settle(() => one.current.rename.mutate({ id: 'thing_1', name: 'first' }))
    shelf.things.set('thing_1', { id: 'thing_1', name: 'back again' })
    await settle(() => two.current.rename.mutate({ id: 'thing_1', name: 'second' }))
    await answerAll(shelf)
    expect(one.current.rename.error).toMatchObject({ status: 404 })
    expect(two.current.rename.isSuccess).toBe(true)
  })
})

describe('a write waits for none', () => {
  it('to another thing, and none that makes one', async () => {
    const shelf = slowShelf(['a', 'b'])
    const [one, two] = mountTwo(shelf)
    await answerAll(shelf)
    await settle(() => {
      one.current.rename.mutate({ id: 'thing_1', name: 'x' })
      two.current.rename.mutate({ id: 'thing_2', name: 'y' })
      one.current.create.mutate({ name: 'z' })
    })
    expect(sent(shelf)).toEqual(['PATCH /things/thing_1', 'PATCH /things/thing_2', 'POST /things'])
    await answerAll(shelf)
  })

  it('to the same thing of another project', async () => {
    const shelf = slowShelf(['a'])
    const [acme, zeta] = mountTwo(shelf, 'zeta')
    await answerAll(shelf)
    await settle(() => {
      acme.current.rename.mutate({ id: 'thing_1', name: 'x' })
      zeta.current.rename.mutate({ id: 'thing_1', name: 'y' })
    })
    expect(sent(shelf)).toHaveLength(2)
    await answerAll(shelf)
  })
})
