import { expect, test } from '@playwright/test'
import { spawn, spawnSync } from 'node:child_process'
import { readFileSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { createContext, runInContext } from 'node:vm'
import { build } from 'vite'
import { createSandbox } from '../../src/sandbox/createSandbox.ts'
import type { PermissionsAnswer } from '../../src/core/permissions.ts'
import { writeGuide } from './guides.ts'

const KEY = 'sk_guide_0123456789abcdef'

let folder: string
test.beforeAll(() => {
  folder = writeGuide('MountingTheHandler.mdx')
})
test.afterAll(() => rmSync(folder, { recursive: true }))

/** Anything that answers as a mounted handler does; paths are below its origin. */
type Ask = (path: string, init?: RequestInit) => Promise<Response>

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
async function checkMounted(ask: Ask, writer?: string) {
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

test('every piece of code in the guide type-checks against the built package', () => {
  const { stdout, status } = spawnSync('tsc', ['-p', folder], { encoding: 'utf8' })
  expect([stdout, status]).toEqual(['', 0])
})

for (const server of ['express', 'http', 'hono'])
  test(`server/${server}.ts runs as it stands`, async () => {
    const child = spawn('node', ['--import', './preload.ts', `server/${server}.ts`], {
      cwd: folder,
      env: {
        ...process.env,
        QONVERSION_SECRET_KEY: KEY,
        NO_COLOR: undefined,
        FORCE_COLOR: undefined,
      },
    })
    try {
      let said = ''
      child.stdout.on('data', (text) => (said += String(text)))
      child.stderr.on('data', (text) => (said += String(text)))
      await expect.poll(() => said).toMatch(/^port \d+$/m)
      const origin = `http://127.0.0.1:${/^port (\d+)$/m.exec(said)![1]}`
      await checkMounted((path, init) => fetch(origin + path, init), 'admin')
    } finally {
      child.kill()
    }
  })

test('worker/index.ts is one file that needs nothing but the platform of the web', async () => {
  const outDir = join(folder, 'worker-built')
  await build({
    configFile: false,
    root: folder,
    logLevel: 'error',
    // As wrangler resolves.
    resolve: { conditions: ['workerd', 'worker', 'browser'] },
    build: {
      outDir,
      minify: false,
      lib: {
        entry: 'worker/index.ts',
        formats: ['iife'],
        name: 'worker',
        fileName: () => 'worker.js',
      },
    },
  })
  const code = readFileSync(join(outDir, 'worker.js'), 'utf8')
  expect(/\bnode:|\brequire\(|\bimport\(/.exec(code)).toBe(null)

  const sandbox = createSandbox({
    seed: 1,
    now: new Date('2026-11-21'),
    customers: 50,
    secretKey: KEY,
  })
  const upstream = async (input: string | URL | Request, init?: RequestInit) =>
    sandbox.handle(new Request(input, init))
  const web = {
    AbortController,
    AbortSignal,
    DOMException,
    Headers,
    Request,
    Response,
    TextDecoder,
  }
  const more = { TextEncoder, URL, URLSearchParams, clearTimeout, performance, setTimeout }
  const world = createContext({ ...web, ...more, structuredClone, fetch: upstream })
  const worker = runInContext(`${code};worker`, world) as {
    fetch(request: Request, env: object): Promise<Response>
  }
  await checkMounted((path, init) =>
    worker.fetch(new Request(`https://admin.example${path}`, init), { QONVERSION_SECRET_KEY: KEY }),
  )
})
