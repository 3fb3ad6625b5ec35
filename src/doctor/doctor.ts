import type { Fetcher } from '../core/fetcher.ts'
import { operations } from '../resources/all.ts'
import { compareTable } from './compare.ts'
import { comparisonLines } from './comparisonReport.ts'
import { parsePrintedTable } from './dashboardTable.ts'
import { examine } from './examine.ts'
import {
  basisLines,
  findingLine,
  fitsAll,
  gridOf,
  identitiesOf,
  identityLine,
  keyRefusalLines,
  sampleOf,
  verdictOf,
} from './report.ts'

/** What the doctor is given. */
export interface DoctorOptions {
  /** Address of the API with its `/v4`, for example `https://api.qonversion.io/v4`: https, or http on this machine. */
  readonly base: string
  /** The project's Secret Key. It goes nowhere but to `base`, and nothing printed holds it. */
  readonly key: string
  /** Seconds since the epoch: ranges end at the month that holds it. */
  readonly now: number
  /** CSV of a cohort table that a dashboard exported, to hold against the grid. */
  readonly table?: string | undefined
  readonly print: (line: string) => void
  /** @default globalThis.fetch */
  readonly fetch?: typeof globalThis.fetch | undefined
}

/**
 * Calls every read operation once and prints which shapes and identities fit, the basis found and a sample without values; where the API
 * does not know the key, it says so once and asks nothing more.
 * Returns true when everything that could be tried fits. Throws for an address, key or table that cannot be used, before it asks anything.
 */
export async function runDoctor({ now, table, ...access }: DoctorOptions): Promise<boolean> {
  // An API may quote the key that it refuses.
  const print = (line: string) => access.print(line.replaceAll(access.key.trim(), '[key]'))
  const fetcher = readOnlyFetcher(access)
  const printed = table === undefined ? undefined : parsePrintedTable(table)
  print('Reads')
  const findings = await examine(operations, fetcher, now, (finding) => print(findingLine(finding)))
  const refusal = keyRefusalLines(findings, access.base)
  if (refusal) {
    print(`\n${refusal.join('\n')}`)
    return false
  }
  const identities = identitiesOf(findings)
  print('\nIdentities')
  for (const identity of identities) print(identityLine(identity))
  if (identities.length === 0) print('There is no answer to try them on.')
  const grid = gridOf(findings, now)
  print('\nCohort table')
  for (const line of grid ? basisLines(grid) : ['It could not be read.']) print(line)
  const comparison = printed && grid && compareTable(printed, grid)
  if (comparison && grid) {
    print('\nCompared with the exported table')
    for (const line of comparisonLines(comparison, grid)) print(line)
  }
  print('\nSample without values, to attach to an issue')
  print(sampleOf(findings))
  const visit = { findings, identities, grid, comparison }
  print(`\n${verdictOf(visit).join('\n')}`)
  return fitsAll(visit)
}

function readOnlyFetcher({
  base,
  key,
  fetch = globalThis.fetch,
}: Pick<DoctorOptions, 'base' | 'key' | 'fetch'>): Fetcher {
  const address = addressOf(base)
  if (!key.trim())
    throw new Error(
      'There is no key. Set QONVERSION_SECRET_KEY in the environment: given as an argument it would stay in the shell’s history.',
    )
  return (path, { method, headers, signal }) => {
    if (method !== 'GET') throw new Error(`The doctor only reads; ${method} ${path} was not sent.`)
    return fetch(`${address}${path}`, {
      method,
      headers: { ...headers, authorization: `Bearer ${key.trim()}` },
      signal,
      // A redirect could carry the key to another place.
      redirect: 'error',
    })
  }
}

function addressOf(base: string): string {
  const url = URL.canParse(base) ? new URL(base) : null
  const isLocal = url !== null && ['127.0.0.1', 'localhost', '[::1]'].includes(url.hostname)
  if (!url || !(url.protocol === 'https:' || (url.protocol === 'http:' && isLocal)))
    throw new Error(
      `--base ${base} is no address to send a key to. Give one with https, for example https://api.qonversion.io/v4, or http on this machine.`,
    )
  return url.href.replace(/\/+$/, '')
}
