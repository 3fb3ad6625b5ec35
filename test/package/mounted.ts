import { expect } from '@playwright/test'
import type { PermissionsAnswer } from '../../src/core/permissions.ts'

/** The key that a host's server holds here; it must be nowhere else. */
export const KEY = 'sk_guide_0123456789abcdef'

/** Anything that answers as a mounted handler does; paths are below its origin. */
export type Ask = (path: string, init?: RequestInit) => Promise<Response>

const WRITE = {
  method: 'POST',
  headers: {
    'content-type': 'application/json',
    'x-requested-with': 'qonversion-react',
    'sec-fetch-site': 'same-origin',
  },
  body: JSON.stringify({ name: 'Zürich' }),
}

/** What every way of mounting must do. `writer` is the role that may write, where there is one. */
export async function checkMounted(ask: Ask, writer?: string) {
  const as = (role: string, path: string, { headers, ...init }: RequestInit = {}) =>
    ask(path, {
      ...init,
      headers: { ...(headers as Record<string, string>), cookie: `role=${role}` },
    })
  const stranger = await ask('/api/qonversion/segments')
  expect(stranger.status).toBe(403)

  const read = await as('analyst', '/api/qonversion/segments')
  expect(read.status).toBe(200)
  expect(read.headers.get('cache-control')).toBe('private, no-store')
  expect(read.headers.get('set-cookie')).toBe(null)
  expect(await read.text()).not.toContain(KEY)

  const known = await as('analyst', '/api/qonversion/_permissions')
  const { allowed, denied } = (await known.json()) as PermissionsAnswer
  expect(allowed).toContain('v4ListSegments')
  expect(denied).toHaveProperty('v4CreateSegment')
  expect((await as('analyst', '/api/qonversion/segments', WRITE)).status).toBe(403)

  if (!writer) return
  const written = await as(writer, '/api/qonversion/segments', WRITE)
  expect([written.status, await written.json()]).toEqual([
    201,
    expect.objectContaining({ name: 'Zürich' }),
  ])
  const foreign = { ...WRITE.headers, 'sec-fetch-site': 'cross-site' }
  const refused = await as(writer, '/api/qonversion/segments', { ...WRITE, headers: foreign })
  expect(refused.status).toBe(403)
}
