import { renderHook, waitFor } from '@testing-library/react'
import { describe, expect, it } from 'vitest'
import type { Fetcher } from '../../../src/core/fetcher.ts'
import {
  useChangeExperimentStatus,
  useExperiment,
  useExperiments,
} from '../../../src/resources/experiments/hooks.ts'
import { provider, response, settle } from '../../react/harness.tsx'

/** Two experiments on a server that answers a change of status only when it is let. */
function backend(answer: 'takes' | 'refuses') {
  const statuses: Record<string, string> = { fonts: 'active', colours: 'active' }
  let release = () => undefined as void
  const held = new Promise<void>((resolve) => (release = resolve))
  const asked: string[] = []
  const fetcher: Fetcher = async (path, { method, body }) => {
    asked.push(`${method} ${path}`)
    const [, , id] = path.split('/')
    const show = (one: string) => ({ id: one, name: one, status: statuses[one] })
    if (method === 'POST') {
      await held
      if (answer === 'refuses')
        return response(
          { error: { type: 'resource', code: 'state_conflict', message: 'It is finished.' } },
          409,
        )
      statuses[id!] = (JSON.parse(body!) as { status: string }).status
      return response(show(id!))
    }
    if (id) return response(show(id))
    const data = Object.keys(statuses).map(show)
    return response({ object: 'list', url: '/v4/experiments', data, has_more: false })
  }
  return { asked, fetcher, release: () => release() }
}

async function open(server: ReturnType<typeof backend>) {
  const { result } = renderHook(
    () => ({
      list: useExperiments().data?.data.map(({ status }) => status),
      fonts: useExperiment({ experiment_id: 'fonts' }).data?.status,
      colours: useExperiment({ experiment_id: 'colours' }).data?.status,
      change: useChangeExperimentStatus(),
    }),
    { wrapper: provider({ fetcher: server.fetcher, scope: 'acme' }) },
  )
  await waitFor(() => expect(result.current.list).toEqual(['active', 'active']))
  await waitFor(() => expect(result.current.colours).toBe('active'))
  const shown = () => [result.current.list, result.current.fonts, result.current.colours]
  const pause = () =>
    settle(() => result.current.change.mutate({ experiment_id: 'fonts', status: 'paused' }))
  return { result, shown, pause }
}

describe('changing the status of an experiment', () => {
  it('shows at once, in the list and on its own, and nowhere else', async () => {
    const server = backend('takes')
    const { result, shown, pause } = await open(server)
    await pause()
    await waitFor(() => expect(shown()).toEqual([['paused', 'active'], 'paused', 'active']))
    expect(result.current.change.isPending).toBe(true)
    await settle(server.release)
    await waitFor(() => expect(result.current.change.isSuccess).toBe(true))
    expect(shown()).toEqual([['paused', 'active'], 'paused', 'active'])
    // What the server says has been asked again before success is reported.
    expect(server.asked.slice(server.asked.indexOf('POST /experiments/fonts/status')).length).toBe(
      4,
    )
  })

  it('goes back when it is refused, with the reason', async () => {
    const server = backend('refuses')
    const { result, shown, pause } = await open(server)
    await pause()
    await waitFor(() => expect(result.current.fonts).toBe('paused'))
    await settle(server.release)
    await waitFor(() => expect(result.current.change.error).toMatchObject({ status: 409 }))
    expect(shown()).toEqual([['active', 'active'], 'active', 'active'])
  })
})
