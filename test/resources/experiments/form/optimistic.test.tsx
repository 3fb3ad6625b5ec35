import { renderHook, waitFor } from '@testing-library/react'
import { describe, expect, it } from 'vitest'
import type { Fetcher } from '../../../../src/core/fetcher.ts'
import {
  useCreateExperiment,
  useExperiments,
  useUpdateExperiment,
} from '../../../../src/resources/experiments/hooks.ts'
import { provider, response, settle } from '../../../react/harness.tsx'

/** A server with one experiment that takes or refuses a write only when it is let. */
function backend(answer: 'takes' | 'refuses') {
  const names = ['Fonts']
  let release = () => undefined as void
  const held = new Promise<void>((resolve) => (release = resolve))
  const show = (name: string) => ({ id: name.toLowerCase(), name, alias_id: name.toLowerCase() })
  const fetcher: Fetcher = async (_path, { method, body }) => {
    if (method === 'GET')
      return response({ object: 'list', url: '/', data: names.map(show), has_more: false })
    await held
    if (answer === 'refuses')
      return response({ error: { type: 'request', code: 'validation_error', message: 'No.' } }, 422)
    const { name } = JSON.parse(body!) as { name: string }
    if (method === 'POST') names.push(name)
    else names[0] = name
    return response(show(name))
  }
  return { fetcher, release: () => release() }
}

async function open(answer: 'takes' | 'refuses') {
  const server = backend(answer)
  const { result } = renderHook(
    () => ({
      list: useExperiments().data?.data.map(({ id, name }) => `${id} ${name}`),
      create: useCreateExperiment(),
      update: useUpdateExperiment(),
    }),
    { wrapper: provider({ fetcher: server.fetcher, scope: 'acme' }) },
  )
  const shows = (...list: string[]) => waitFor(() => expect(result.current.list).toEqual(list))
  await shows('fonts Fonts')
  return { result, shows, release: () => settle(server.release) }
}

describe('a made experiment', () => {
  const colours = { name: 'Colours', alias_id: 'colours' }

  it('is in the list at once, and stays under its id', async () => {
    const { result, shows, release } = await open('takes')
    await settle(() => result.current.create.mutate(colours))
    await shows('fonts Fonts', 'pending.colours Colours')
    await release()
    await shows('fonts Fonts', 'colours Colours')
  })

  it('goes where it is refused', async () => {
    const { result, shows, release } = await open('refuses')
    await settle(() => result.current.create.mutate(colours))
    await shows('fonts Fonts', 'pending.colours Colours')
    await release()
    await shows('fonts Fonts')
    expect(result.current.create.error).toMatchObject({ status: 422 })
  })
})

it('a changed setting shows at once and goes back where it is refused', async () => {
  const { result, shows, release } = await open('refuses')
  await settle(() => result.current.update.mutate({ experiment_id: 'fonts', name: 'Type' }))
  await shows('fonts Type')
  await release()
  await shows('fonts Fonts')
})
