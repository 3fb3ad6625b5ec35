import { renderHook } from '@testing-library/react'
import { expect, it, vi } from 'vitest'
import type { Fetcher } from '../../../src/core/fetcher.ts'
import { useProjectSettings, useUpdateProjectSettings } from '../../../src/entries/index.ts'
import { createSandbox } from '../../../src/entries/sandbox.ts'
import { provider, settle } from '../../react/harness.tsx'

it('the settings of the project are one thing: changes from two places go in the order they were asked', async () => {
  const sandbox = createSandbox({ seed: 1, now: new Date('2026-04-22'), customers: 1 })
  const held: { body: string | undefined; release: () => void }[] = []
  const fetcher: Fetcher = async (path, init) => {
    if (init.method === 'PATCH')
      await new Promise<void>((release) => held.push({ body: init.body, release }))
    return sandbox.fetcher(path, init)
  }
  const { result } = renderHook(
    () => ({
      settings: useProjectSettings(),
      one: useUpdateProjectSettings(),
      two: useUpdateProjectSettings(),
    }),
    { wrapper: provider({ fetcher, scope: 'acme' }) },
  )
  await settle()
  await settle(() => {
    result.current.one.mutate({ project_name: 'First' })
    result.current.two.mutate({ project_name: 'Second' })
  })
  expect(held.map(({ body }) => body)).toEqual(['{"project_name":"First"}'])
  await settle(() => held[0]!.release())
  await vi.waitFor(() => expect(held).toHaveLength(2))
  await settle(() => held[1]!.release())
  await vi.waitFor(() => expect(result.current.two.isSuccess).toBe(true))
  expect(result.current.settings.data?.project_name).toBe('Second')
})
