// @vitest-environment node
import { resolve } from 'node:path'
import { gzipSync } from 'node:zlib'
import { build, type Rolldown } from 'vite'
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import pkg from '../../package.json' with { type: 'json' }
import { operations } from '../../src/resources/all.ts'
import { figure } from '../figures.ts'

// As a host builds: the test runner's own environment would bring the development JSX.
beforeAll(() => vi.stubEnv('NODE_ENV', 'production'))
afterAll(() => vi.unstubAllEnvs())

const peers = Object.keys(pkg.peerDependencies)
const door = resolve('src/entries/index.ts')

/** What a host's bundler makes of one import from the door `.`, minified, peers left out. */
async function bundle(names: string): Promise<string> {
  const entry = 'virtual:page.ts'
  const built = await build({
    configFile: false,
    logLevel: 'silent',
    build: {
      write: false,
      lib: { entry, formats: ['es'], fileName: 'page' },
      minify: true,
      rolldownOptions: {
        external: (id) => peers.some((peer) => id === peer || id.startsWith(`${peer}/`)),
      },
    },
    plugins: [
      {
        name: 'page',
        resolveId: (id) => (id.endsWith(entry) ? entry : null),
        load: (id) => (id === entry ? `export { ${names} } from ${JSON.stringify(door)}` : null),
      },
    ],
  })
  const outputs = (Array.isArray(built) ? built : [built]) as Rolldown.RolldownOutput[]
  return outputs
    .flatMap(({ output }) => output)
    .map((chunk) => (chunk.type === 'chunk' ? chunk.code : ''))
    .join('\n')
}

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
    const bytes = gzipSync(code).length
    expect(code).toContain('@tanstack/react-query')
    expect(bytes).toBeLessThanOrEqual(8_000)
    figure('provider + useCohorts beside peers, gzip bytes', 1, String(bytes))
  })
})
