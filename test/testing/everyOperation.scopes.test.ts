// @vitest-environment node
import { QueryClient } from '@tanstack/react-query'
import { beforeAll, expect, it } from 'vitest'
import { execute } from '../../src/core/execute.ts'
import type { Fetcher } from '../../src/core/fetcher.ts'
import type { OperationId } from '../../src/core/operation.ts'
import { operationQuery } from '../../src/react/operationQuery.ts'
import { createRandom } from '../../src/sandbox/random.ts'
import { figure, runs } from '../figures.ts'
import { record, type Recorded } from './recorded.ts'

const SEED = 20_261_121
const SCOPES = ['acme', 'globex'] as const
type Scope = (typeof SCOPES)[number]

let reads: readonly Recorded[]
/** What each operation answers each tenant, whose name stands in it. */
const expected = new Map<string, unknown>()

/** With the tenant's name in it: on top, or in each row of what is a bare list. */
const marked = (text: string, scope: Scope): string => {
  // Also where it is read, as not every reader keeps a field that it does not know.
  const mark = (body: unknown) =>
    Object.assign(body as object, { scope, ...('url' in (body as object) && { url: scope }) })
  const body: unknown = JSON.parse(text)
  return JSON.stringify(Array.isArray(body) ? body.map(mark) : mark(body))
}
const answer = (of: Recorded, scope: Scope) =>
  new Response(marked(of.text, scope), { headers: { 'content-type': 'application/json' } })

beforeAll(async () => {
  reads = [...(await record()).values()].filter(({ operation }) => operation.kind === 'read')
  for (const read of reads)
    for (const scope of SCOPES) {
      const fetcher: Fetcher = async () => answer(read, scope)
      expected.set(
        `${read.operation.id} ${scope}`,
        await execute(read.operation, read.input, { fetcher }),
      )
    }
}, 120_000)

it('every read of two tenants, answered in any order, is each tenant’s own', async () => {
  const byPath = new Map(reads.map((read) => [read.path, read]))
  const ids = new Set<OperationId>()
  const count = runs(1000)
  for (let run = 0; run < count; run++) {
    const random = createRandom(SEED, run)
    const client = new QueryClient()
    const waiting: (() => void)[] = []
    const sources = SCOPES.map((scope) => ({
      scope,
      fetcher: (path: string) =>
        new Promise<Response>((resolve) =>
          waiting.push(() => resolve(answer(byPath.get(path)!, scope))),
        ),
    }))
    const asked = Array.from({ length: 12 }, () => {
      const { operation, input } = reads[random.below(reads.length)]!
      ids.add(operation.id)
      return client.fetchQuery(operationQuery(operation, input, sources[random.below(2)]!))
    })
    await new Promise((resolve) => setImmediate(resolve))
    while (waiting.length > 0) waiting.splice(random.below(waiting.length), 1)[0]!()
    await Promise.all(asked)
    for (const { queryKey, state } of client.getQueryCache().getAll())
      expect(state.data).toEqual(expected.get(`${String(queryKey[3])} ${String(queryKey[1])}`))
    client.clear()
  }
  for (const { operation } of reads)
    expect(expected.get(`${operation.id} acme`)).not.toEqual(expected.get(`${operation.id} globex`))
  expect(ids.size).toBe(reads.length)
  figure(`interleavings of ${reads.length} reads of two tenants: foreign answers`, count, '0', SEED)
}, 120_000)
