// @vitest-environment node
import { resolve } from 'node:path'
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import { weigh } from '../../scripts/weigh.ts'
import * as doorModule from '../../src/entries/index.ts'
import { operations } from '../../src/resources/all.ts'
import { figure, full } from '../figures.ts'

// As a host builds: the test runner's own environment would bring the development JSX.
beforeAll(() => vi.stubEnv('NODE_ENV', 'production'))
afterAll(() => vi.unstubAllEnvs())

const door = JSON.stringify(resolve('src/entries/index.ts'))

/** What a host's build makes of some names of the door `.`. */
const bundle = (names: string) => weigh(`export { ${names} } from ${door}`)

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
    const { code } = await bundle(name)
    expect(code).not.toBe('')
    expect(idsIn(code)).toEqual(ids)
  })

  it('costs at most 7.5 kB gzip beside the peers for one hook, and 8 kB with the provider', async () => {
    const alone = await bundle('useCohorts')
    const { code, first } = await bundle('QonversionProvider, useCohorts')
    expect(code).toContain('@tanstack/react-query')
    expect(alone.first).toBeLessThanOrEqual(7_500)
    expect(first).toBeLessThanOrEqual(8_000)
    figure('useCohorts alone beside peers, gzip bytes', 1, String(alone.first))
    figure('provider + useCohorts beside peers, gzip bytes', 1, String(first))
  })

  it('lets a page that only reads pay for no list and no write', async () => {
    const { code } = await bundle('QonversionProvider, useCohorts')
    const others = ['starting_after', 'pagination', 'getRandomValues', 'useMutation']
    expect(others.filter((word) => code.includes(word))).toEqual([])
  })

  it('costs at most 4 kB for one hook more, and 30 kB for all', async () => {
    const hooks = Object.keys(doorModule).filter((name) => /^use(?!Qonversion$)[A-Z]/.test(name))
    expect(hooks).toContain('useCohortsMeta')
    const base = 'QonversionProvider, useCohorts'
    const { first: alone } = await bundle(base)
    const costs: [string, number][] = []
    const others = hooks.filter((name) => name !== 'useCohorts')
    for (const name of others.filter((_, index) => index % (full ? 1 : 20) === 0))
      costs.push([name, (await bundle(`${base}, ${name}`)).first - alone])
    expect(costs.filter(([, bytes]) => bytes > 4_000)).toEqual([])
    const { first: all } = await bundle(`QonversionProvider, ${hooks.join(', ')}`)
    expect(all).toBeLessThanOrEqual(30_000)
    const most = Math.max(...costs.map(([, bytes]) => bytes))
    figure('one hook more beside provider and engine, gzip bytes at most', costs.length, `${most}`)
    figure('provider and all hooks beside peers, gzip bytes', hooks.length, `${all}`)
  }, 120_000)
})
