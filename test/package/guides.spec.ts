import { expect, test } from '@playwright/test'
import { spawnSync } from 'node:child_process'
import { readFileSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { createContext, runInContext } from 'node:vm'
import { build } from 'vite'
import { createSandbox } from '../../src/sandbox/createSandbox.ts'
import { createGuides } from './guides.ts'
import { checkMounted, KEY } from './mounted.ts'
import { runServer } from './runServer.ts'

let folder: string
test.beforeAll(() => {
  test.setTimeout(300_000)
  folder = createGuides(
    'MountingTheHandler.mdx',
    'ReadingAnExperiment.mdx',
    'CohortsInYourCode.mdx',
  )
})
test.afterAll(() => rmSync(folder, { recursive: true }))

test('every piece of code in the guides type-checks against the built package', () => {
  const { stdout, status } = spawnSync('tsc', ['-p', folder], { encoding: 'utf8' })
  expect([stdout, status]).toEqual(['', 0])
})

for (const server of ['express', 'http', 'hono'])
  test(`server/${server}.ts runs as it stands`, async () => {
    const args = ['--import', './preload.ts', `server/${server}.ts`]
    const { ask, stop } = await runServer('node', args, folder)
    await checkMounted(ask, 'admin').finally(stop)
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
