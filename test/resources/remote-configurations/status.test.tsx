import { renderHook, waitFor } from '@testing-library/react'
import { expect, it } from 'vitest'
import type { Fetcher } from '../../../src/core/fetcher.ts'
import { createSandbox } from '../../../src/entries/sandbox.ts'
import {
  useChangeRemoteConfigurationStatus,
  useInfiniteRemoteConfigurations,
  useRemoteConfiguration,
  useRemoteConfigurations,
} from '../../../src/resources/remote-configurations/hooks.ts'
import { provider, settle } from '../../react/harness.tsx'

/** A sandbox that carries out a write only when it is let. */
function backend() {
  const sandbox = createSandbox({ seed: 1, now: new Date('2026-04-22'), customers: 1 })
  let release = () => undefined as void
  const held = new Promise<void>((resolve) => (release = resolve))
  const fetcher: Fetcher = async (path, init) => {
    if (init.method !== 'GET') await held
    return sandbox.fetcher(path, init)
  }
  return { fetcher, release: () => release() }
}

async function open(name: string) {
  const server = backend()
  const { result } = renderHook(
    () => {
      const page = useRemoteConfigurations({ limit: 100 }).data?.data
      const config_id = page?.find((row) => row.name === name)?.id ?? 'none'
      return {
        config_id,
        page,
        list: useInfiniteRemoteConfigurations({ limit: 3 }).data?.rows,
        one: useRemoteConfiguration({ config_id }).data,
        change: useChangeRemoteConfigurationStatus(),
      }
    },
    { wrapper: provider({ fetcher: server.fetcher, scope: 'acme' }) },
  )
  await waitFor(() => expect(result.current.one?.name).toBe(name))
  await waitFor(() => expect(result.current.list).toHaveLength(3))
  const shown = () => [
    result.current.page?.find((row) => row.name === name)?.status,
    result.current.one?.status,
  ]
  return { server, result, shown }
}

it('shows a new status at once, in the list and on its own, and keeps it', async () => {
  const { server, result, shown } = await open('Main paywall')
  const { config_id } = result.current
  await settle(() => result.current.change.mutate({ config_id, status: 'archived' }))
  await waitFor(() => expect(shown()).toEqual(['archived', 'archived']))
  expect(result.current.change.isPending).toBe(true)
  await settle(server.release)
  await waitFor(() => expect(result.current.change.isSuccess).toBe(true))
  expect(shown()).toEqual(['archived', 'archived'])
  // The payload of the whole view is not lost on the way.
  expect(result.current.one?.payload).toMatchObject({ title: 'Unlock everything' })
})

it('goes back when it is refused: what is archived stays so', async () => {
  const { server, result, shown } = await open('Welcome copy of the first version')
  const { config_id } = result.current
  await settle(() => result.current.change.mutate({ config_id, status: 'active' }))
  await waitFor(() => expect(shown()).toEqual(['active', 'active']))
  await settle(server.release)
  await waitFor(() => expect(result.current.change.error).toMatchObject({ status: 422 }))
  expect(shown()).toEqual(['archived', 'archived'])
})
