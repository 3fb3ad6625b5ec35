// @vitest-environment node
import { resolve } from 'node:path'
import { gzipSync } from 'node:zlib'
import { build, type Rolldown } from 'vite'
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import pkg from '../../package.json' with { type: 'json' }
import * as doorModule from '../../src/entries/index.ts'
import { operations } from '../../src/resources/all.ts'
import { figure, full } from '../figures.ts'

// As a host builds: the test runner's own environment would bring the development JSX.
beforeAll(() => vi.stubEnv('NODE_ENV', 'production'))
afterAll(() => vi.unstubAllEnvs())

const peers = Object.keys(pkg.peerDependencies)
const door = resolve('src/entries/index.ts')

/** What a host's build makes of some names of the door `.`, minified, peers left out. */
async function bundle(names: string): Promise<string> {
  const built = await build({
    configFile: false,
    logLevel: 'silent',
    build: {
      write: false,
      target: 'es2022',
      minify: true,
      modulePreload: false,
      rolldownOptions: {
        input: 'page',
        preserveEntrySignatures: 'strict',
        external: (id) => peers.some((peer) => id === peer || id.startsWith(`${peer}/`)),
        output: { format: 'es' },
      },
    },
    plugins: [
      {
        name: 'page',
        resolveId: (id) => (id === 'page' ? '\0page' : null),
        load: (id) => (id === '\0page' ? `export { ${names} } from ${JSON.stringify(door)}` : null),
      },
    ],
  })
  return (built as Rolldown.RolldownOutput).output
    .map((chunk) => (chunk.type === 'chunk' ? chunk.code : ''))
    .join('\n')
}

const weigh = (code: string) => gzipSync(code).length

const idsIn = (code: string) =>
  operations
    .map(({ id }) => id)
    .filter(
      (id) => code.includes(`${id}\``) || code.includes(`"${id}"`) || code.includes(`'${id}'`),
    )

describe('the door `.` in a host’s bundle', () => {
  it.each([
    ['useCohorts', ['v4GetCohortAnalyticsData']],
    ['cohortsMetaQuery', ['v4GetCohortAnalyticsMetadata']],
    ['QonversionProvider', []],
    ['createFetcher', []],
  ])('%s brings its own operation and no other', async (name, ids) => {
    const code = await bundle(name)
    expect(code).not.toBe('')
    expect(idsIn(code)).toEqual(ids)
  })

  it('costs at most 8 kB gzip beside the peers for provider and one hook', async () => {
    const code = await bundle('QonversionProvider, useCohorts')
    expect(code).toContain('@tanstack/react-query')
    expect(weigh(code)).toBeLessThanOrEqual(8_000)
    figure('provider + useCohorts beside peers, gzip bytes', 1, String(weigh(code)))
  })

  it('lets a page that only reads pay for no list and no write', async () => {
    const code = await bundle('QonversionProvider, useCohorts')
    const others = ['starting_after', 'pagination', 'getRandomValues', 'useMutation']
    expect(others.filter((word) => code.includes(word))).toEqual([])
  })

  it('costs at most 4 kB for one hook more, and 20 kB for all', async () => {
    const hooks = Object.keys(doorModule).filter((name) => /^use(?!Qonversion$)[A-Z]/.test(name))
    expect(hooks).toContain('useCohortsMeta')
    const base = 'QonversionProvider, useCohorts'
    const alone = weigh(await bundle(base))
    const costs: [string, number][] = []
    const others = hooks.filter((name) => name !== 'useCohorts')
    for (const name of others.filter((_, index) => index % (full ? 1 : 20) === 0))
      costs.push([name, weigh(await bundle(`${base}, ${name}`)) - alone])
    expect(costs.filter(([, bytes]) => bytes > 4_000)).toEqual([])
    const all = weigh(await bundle(`QonversionProvider, ${hooks.join(', ')}`))
    expect(all).toBeLessThanOrEqual(20_000)
    const most = Math.max(...costs.map(([, bytes]) => bytes))
    figure('one hook more beside provider and engine, gzip bytes at most', costs.length, `${most}`)
    figure('provider and all hooks beside peers, gzip bytes', hooks.length, `${all}`)
  }, 120_000)
})
