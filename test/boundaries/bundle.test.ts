// @vitest-environment node
import { readFileSync } from 'node:fs'
import { resolve } from 'node:path'
import { beforeEach, describe, expect, it, vi } from 'vitest'
import { parse } from 'yaml'
import { weigh } from '../../scripts/weigh.ts'
import * as doorModule from '../../src/entries/index.ts'
import { operations } from '../../src/resources/all.ts'
import { figure, full } from '../figures.ts'

// As a host builds: the test runner's own environment would bring the development JSX.
beforeEach(() => void vi.stubEnv('NODE_ENV', 'production'))

const door = JSON.stringify(resolve('src/entries/index.ts'))
const secretDoor = JSON.stringify(resolve('src/entries/secrets.ts'))

/** What a host's build makes of some names of the door `.`. */
const bundle = (names: string) => weigh(`export { ${names} } from ${door}`)

const idsIn = (code: string) =>
  operations
    .map(({ id }) => id)
    .filter(
      (id) => code.includes(`${id}\``) || code.includes(`"${id}"`) || code.includes(`'${id}'`),
    )

/** Fields that are marked as secret, or can be written and never read. A reason in words marks what only a server needs. */
function secretsOf(node: unknown, name = '', found = new Set<string>()): Set<string> {
  if (typeof node !== 'object' || node === null) return found
  const { 'x-secret': isSecret, writeOnly } = node as Record<string, unknown>
  if (isSecret === true || writeOnly === true) found.add(name)
  for (const [key, value] of Object.entries(node)) secretsOf(value, key, found)
  return found
}

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

  it('holds no secret: neither a field that the contract marks or lets be written only, nor a call that sends or brings one', async () => {
    const contract: unknown = parse(readFileSync('contract/openapi.yaml', 'utf8'))
    const names = secretsOf(contract)
    expect(names.size).toBeGreaterThan(6)
    const calls = ['v4RegenerateProjectSecret', 'v4UpdateStoreConfig']
    // Whether one is set is no secret: `has_shared_secret`.
    const words = new RegExp(`(?<!has_)\\b(?:${[...names, ...calls].join('|')})\\b`, 'g')
    const found = async (from: string) =>
      new Set((await weigh(`export * from ${from}`)).code.match(words))
    expect([...(await found(door))]).toEqual([])
    const behind = await found(secretDoor)
    for (const word of [...calls, 'secret_key', 'shared_secret', 'service_account_key'])
      expect(behind).toContain(word)
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
