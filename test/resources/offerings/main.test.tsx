import { renderHook, waitFor } from '@testing-library/react'
import { expect, it } from 'vitest'
import type { Fetcher } from '../../../src/core/fetcher.ts'
import { createSandbox } from '../../../src/entries/sandbox.ts'
import {
  useInfiniteOfferings,
  useOffering,
  useOfferings,
  useSetMainOffering,
} from '../../../src/resources/offerings/hooks.ts'
import { provider, settle } from '../../react/harness.tsx'

/** A sandbox that carries out a write only when it is let. */
function backend() {
  const sandbox = createSandbox({ seed: 1, now: new Date('2026-04-22'), customers: 1 })
  let release = () => undefined as void
  const held = new Promise<void>((resolve) => (release = resolve))
  const writes: string[] = []
  const fetcher: Fetcher = async (path, init) => {
    if (init.method !== 'GET') {
      writes.push(path)
      await held
    }
    return sandbox.fetcher(path, init)
  }
  return { fetcher, writes, release: () => release() }
}

async function open() {
  const server = backend()
  const { result } = renderHook(
    () => ({
      page: useOfferings().data?.data,
      list: useInfiniteOfferings().data?.rows,
      pro: useOffering({ offering_id: 'pro' }).data?.tag,
      setMain: useSetMainOffering(),
    }),
    { wrapper: provider({ fetcher: server.fetcher, scope: 'acme' }) },
  )
  const mains = () =>
    [result.current.page, result.current.list].map((rows) =>
      rows?.filter(({ tag }) => tag === 1).map(({ id }) => id),
    )
  await waitFor(() => expect(mains()).toEqual([['main'], ['main']]))
  await waitFor(() => expect(result.current.pro).toBe(0))
  return { server, result, mains }
}

it('shows another main offering at once, in every list and on its own, and keeps it', async () => {
  const { server, result, mains } = await open()
  await settle(() => result.current.setMain.mutate({ offering_id: 'pro' }))
  await waitFor(() => expect(mains()).toEqual([['pro'], ['pro']]))
  expect([result.current.pro, result.current.setMain.isPending]).toEqual([1, true])
  await settle(server.release)
  await waitFor(() => expect(result.current.setMain.isSuccess).toBe(true))
  expect([...mains(), result.current.pro]).toEqual([['pro'], ['pro'], 1])
})

it('goes back to the one before when it is refused', async () => {
  const { server, result, mains } = await open()
  await settle(() => result.current.setMain.mutate({ offering_id: 'main_yearly_first' }))
  await waitFor(() => expect(mains()).toEqual([[], []]))
  await settle(server.release)
  await waitFor(() => expect(result.current.setMain.error).toMatchObject({ status: 422 }))
  expect([...mains(), result.current.pro]).toEqual([['main'], ['main'], 0])
})

it('ends with the one that was chosen last, as the next is asked for when the one before is done', async () => {
  const { server, result, mains } = await open()
  await settle(() => {
    result.current.setMain.mutate({ offering_id: 'pro' })
    result.current.setMain.mutate({ offering_id: 'extras' })
  })
  expect(server.writes).toEqual(['/offerings/pro/set-main'])
  await settle(server.release)
  await waitFor(() => expect(result.current.setMain.isSuccess).toBe(true))
  expect(server.writes).toEqual(['/offerings/pro/set-main', '/offerings/extras/set-main'])
  expect(mains()).toEqual([['extras'], ['extras']])
})
