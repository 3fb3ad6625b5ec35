import { QueryClient } from '@tanstack/react-query'
import { renderHook } from '@testing-library/react'
import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Fetcher } from '../../src/core/fetcher.ts'
import { useCohorts } from '../../src/resources/cohorts/hooks.ts'
import type { CohortsInput } from '../../src/resources/cohorts/types.ts'
import { figure, runs } from '../figures.ts'
import { answerTo, desk, provider, response, settle } from './harness.tsx'

const SEED = 20_261_121
const LONG = 300_000

const scopes = ['acme', 'zeta'] as const
const groupings = ['day', 'week', 'month', 'quarter'] as const
interface Asking {
  readonly scope: string
  readonly grouping: NonNullable<CohortsInput['grouping']>
}
const markOf = ({ scope, grouping }: Asking) => `${scope} /analytics/cohorts?grouping=${grouping}`

/** A backend of both tenants. A deaf one knows no abort, as a careless fetcher before an old server: every answer comes some time. */
function backendOf(isDeaf: boolean) {
  const open: (() => void)[] = []
  const fetcherOf =
    (scope: string): Fetcher =>
    (path, { signal }) =>
      new Promise((resolve, reject) => {
        if (!isDeaf) signal.addEventListener('abort', () => reject(signal.reason as Error))
        open.push(() => resolve(response(answerTo(`${scope} ${path}`))))
      })
  const fetchers = new Map(scopes.map((scope) => [scope as string, fetcherOf(scope)]))
  return {
    fetcher: (scope: string) => fetchers.get(scope)!,
    answer: (chance: number) => open.splice(Math.floor(chance * open.length), 1)[0]?.(),
    get waiting() {
      return open.length
    },
  }
}

describe('answers out of order', () => {
  const asking = fc.record<Asking>({
    scope: fc.constantFrom(...scopes),
    grouping: fc.constantFrom(...groupings),
  })
  const chance = fc.double({ min: 0, max: 1, maxExcluded: true, noNaN: true })
  // Three changes of the question or more, with any number of answers before, between and after them.
  const story = fc.tuple(
    fc.boolean(),
    asking,
    fc.array(fc.tuple(fc.array(chance, { maxLength: 3 }), asking), { minLength: 3, maxLength: 6 }),
    fc.infiniteStream(chance),
  )

  it(
    'show what was asked last, of one tenant, and no abort as an error',
    async () => {
      const count = runs(1_000)
      let foreign = 0
      const play = async ([isDeaf, first, changes, rest]: [
        boolean,
        Asking,
        [number[], Asking][],
        Iterable<number>,
      ]) => {
        const backend = backendOf(isDeaf)
        let now = first
        const { result, rerender, unmount } = renderHook(
          ({ scope, grouping }: Asking) => {
            const asked = useCohorts(
              { grouping },
              { source: { fetcher: backend.fetcher(scope), scope }, staleTime: 0 },
            )
            // In every frame, the first after a change included.
            if (asked.data && !asked.data.url.startsWith(`${scope} `)) foreign++
            if (asked.data && !asked.isPlaceholderData)
              expect(asked.data.url).toBe(markOf({ scope, grouping }))
            expect(asked.error).toBeNull()
            return asked
          },
          {
            initialProps: first,
            wrapper: provider({
              fetcher: backend.fetcher(first.scope),
              scope: first.scope,
              queryClient: new QueryClient(),
            }),
          },
        )
        for (const [answers, next] of changes) {
          for (const one of answers) await settle(() => backend.answer(one))
          now = next
          rerender(next)
        }
        for (const one of rest) {
          if (backend.waiting === 0) break
          await settle(() => backend.answer(one))
        }
        expect(result.current.data?.url).toBe(markOf(now))
        expect(result.current.isPlaceholderData).toBe(false)
        unmount()
      }
      await fc.assert(fc.asyncProperty(story, play), { numRuns: count, seed: SEED })
      expect(foreign).toBe(0)
      figure('out-of-order answers: shown is last asked, 0 aborts shown', count, 'all', SEED)
      figure('interleavings of two tenants: cells of the other', count, '0', SEED)
    },
    LONG,
  )
})

describe('a shared request', () => {
  const mount = (backend: ReturnType<typeof desk>, queryClient: QueryClient) =>
    renderHook(() => useCohorts(), {
      wrapper: provider({ fetcher: backend.fetcher, scope: 'acme', queryClient }),
    })

  it(
    'survives the unmount of one of its consumers, whenever it comes',
    async () => {
      const count = runs(500)
      const story = fc.record({
        leaver: fc.nat({ max: 1 }),
        moment: fc.constantFrom('before', 'with', 'after'),
      })
      const play = async ({ leaver, moment }: { leaver: number; moment: string }) => {
        const backend = desk()
        const client = new QueryClient()
        const hooks = [mount(backend, client), mount(backend, client)]
        const [request] = backend.open()
        expect(backend.open()).toHaveLength(1)
        if (moment === 'before') await settle(() => hooks[leaver]?.unmount())
        await settle(() => {
          request?.answer()
          if (moment === 'with') hooks[leaver]?.unmount()
        })
        if (moment === 'after') await settle(() => hooks[leaver]?.unmount())
        expect(request?.signal.aborted).toBe(false)
        expect(hooks[1 - leaver]?.result.current.data).toEqual(answerTo('/analytics/cohorts'))
        expect(backend.open()).toHaveLength(1)
        hooks[1 - leaver]?.unmount()
      }
      await fc.assert(fc.asyncProperty(story, play), { numRuns: count, seed: SEED })
      figure('shared requests lost to an unmount', count, '0', SEED)
    },
    LONG,
  )

  it('is aborted when the last one leaves, and asked for again by the next', async () => {
    const backend = desk()
    const client = new QueryClient()
    const hooks = [mount(backend, client), mount(backend, client)]
    const [request] = backend.open()
    await settle(() => hooks.forEach((hook) => hook.unmount()))
    expect(request?.signal.aborted).toBe(true)
    const next = mount(backend, client)
    expect(next.result.current).toMatchObject({ error: null, data: undefined })
    await settle(() => backend.open()[0]?.answer())
    expect(next.result.current.data?.url).toBe('/analytics/cohorts')
  })
})
