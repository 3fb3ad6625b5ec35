import { act, renderHook } from '@testing-library/react'
import * as fc from 'fast-check'
import { readFileSync } from 'node:fs'
import { Suspense, type ReactNode } from 'react'
import { describe, expect, it } from 'vitest'
import { parse } from 'yaml'
import type { Manifest } from '../../scripts/manifest.ts'
import { pagesOf, readRooms } from '../../scripts/rooms.ts'
import { matchOperation } from '../../src/core/deserialize.ts'
import type { Operation } from '../../src/core/operation.ts'
import * as door from '../../src/entries/index.ts'
import * as secretDoor from '../../src/entries/secrets.ts'
import { operations } from '../../src/resources/all.ts'
import { answers } from '../../src/sandbox/answers.ts'
import { inputOf } from '../core/inputs.ts'
import { figure } from '../figures.ts'
import { provider } from '../react/harness.tsx'
import { differences } from './compare.ts'
import deviations from '../../contract/deviations.json' with { type: 'json' }

/** The sections of the API that are whole, with how many operations each has. */
const SECTIONS: Readonly<Record<string, number>> = {
  Users: 2,
  'User Properties': 2,
  Identities: 2,
  Entitlements: 8,
  Purchases: 1,
  Analytics: 10,
  Experiments: 13,
  Segments: 6,
  Customers: 8,
  Products: 5,
  Offerings: 6,
  Exports: 3,
  Events: 2,
  'Scheduled Reports': 7,
  Integrations: 5,
  Automations: 6,
  'Project Settings': 5,
  'Remote Configurations': 12,
  Screens: 9,
}

interface Documented {
  readonly operationId?: string
  readonly tags?: readonly string[]
}
const { paths } = parse(readFileSync('contract/openapi.yaml', 'utf8')) as {
  paths: Record<string, Record<string, Documented>>
}
const documented = Object.values(paths).flatMap((item) => Object.values(item))
const idsOf = (section: string) =>
  documented.flatMap(({ operationId, tags }) =>
    operationId && tags?.[0] === section ? [operationId] : [],
  )
const ids = Object.keys(SECTIONS).flatMap(idsOf)

const described = new Map((await readRooms()).map((entry) => [entry.operation.id as string, entry]))
const manifest = JSON.parse(readFileSync('operations.json', 'utf8')) as Manifest
const reference = readFileSync('stories/guides/Reference.mdx', 'utf8')
const exported: Readonly<Record<string, unknown>> = { ...door, ...secretDoor }
const named = (name: string) => exported[name] as (...args: unknown[]) => unknown

/** The same input for every run: one that the operation's schema accepts. */
const sampleOf = (operation: Operation) =>
  fc.sample(inputOf(operation), { seed: 1, numRuns: 1 })[0]!

/** Uses a hook as a component does; returns the operation that it asks. */
async function askedBy(name: string, operation: Operation): Promise<string | undefined> {
  const asked: string[] = []
  const fetcher = (path: string, { method }: { method: string }) => {
    asked.push(matchOperation(operations, method, path)?.id ?? path)
    return new Promise<Response>(() => undefined)
  }
  const Wrapper = provider({ fetcher, scope: 'acme' })
  const wrapper = ({ children }: { children: ReactNode }) => (
    <Wrapper>
      <Suspense>{children}</Suspense>
    </Wrapper>
  )
  const sample = sampleOf(operation)
  const input = name === 'useExport' ? sample['export_id'] : sample
  const use = named(name)
  const { result, unmount } = renderHook(
    () => (operation.kind === 'read' ? use(input) : use()) as { mutate(input: unknown): void },
    { wrapper },
  )
  if (operation.kind === 'write') await act(async () => result.current.mutate(input))
  unmount()
  return asked[0]
}

const TOTAL = Object.values(SECTIONS).reduce((sum, count) => sum + count)

describe(`${TOTAL} of ${TOTAL}`, () => {
  it('are the operations of the sections', () => {
    expect(
      Object.fromEntries(Object.keys(SECTIONS).map((name) => [name, idsOf(name).length])),
    ).toEqual(SECTIONS)
    expect(ids).toHaveLength(TOTAL)
    figure(
      'operations with definition, hook, query, answer, contract, manifest, reference',
      TOTAL,
      String(TOTAL),
    )
  })

  it.each(ids)('%s', async (id) => {
    const { operation, hooks, queries } = described.get(id)!
    expect(operations).toContain(operation)

    expect(hooks.length).toBeGreaterThan(0)
    for (const hook of hooks) expect([hook, await askedBy(hook, operation)]).toEqual([hook, id])

    if (operation.kind === 'read') {
      expect(hooks.some((hook) => hook.startsWith('useSuspense'))).toBe(true)
      const source = { fetcher: () => Promise.reject(new Error('not asked')), scope: 'acme' }
      const keys = queries.map((name) => {
        const factory = named(name)
        const made = factory.length === 1 ? factory(source) : factory({}, source)
        return (made as { queryKey: readonly unknown[] }).queryKey.slice(0, 4)
      })
      const key = ['qonversion', 'acme', operation.resource]
      const isPaged = hooks.some((hook) => hook.startsWith('useInfinite'))
      expect(isPaged).toBe(pagesOf(operation) !== null)
      expect(keys).toEqual([[...key, id], ...(isPaged ? [[...key, `${id}:pages`]] : [])])
    }

    expect(answers[operation.id]).toBeTypeOf('function')
    const excused = deviations.filter((deviation) => deviation.operation === id)
    expect(differences(operation)).toEqual(excused.map(({ difference }) => difference))
    expect(manifest.operations.filter((entry) => entry.id === id)).toHaveLength(1)
    expect(reference.split(`| \`${id}\` | \`${hooks[0]}\``)).toHaveLength(2)
  })
})
