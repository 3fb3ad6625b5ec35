// @vitest-environment node
import { InfiniteQueryObserver, QueryClient, QueryObserver } from '@tanstack/react-query'
import * as fc from 'fast-check'
import { expect, it } from 'vitest'
import { QonversionApiError } from '../../src/core/errors.ts'
import type { Fetcher } from '../../src/core/fetcher.ts'
import type { InputOf, Operation } from '../../src/core/operation.ts'
import { infiniteQuery, type ListData } from '../../src/react/infiniteQuery.ts'
import { operationQuery } from '../../src/react/operationQuery.ts'
import { write, type Guesses } from '../../src/react/write.ts'
import {
  createShelf,
  createThing,
  deleteThing,
  getThing,
  json,
  listThings,
  renameThing,
  switchThing,
  type Thing,
} from '../core/things.ts'
import { figure, runs } from '../figures.ts'

const SEED = 20_261_121
const IDS = ['thing_1', 'thing_2', 'thing_3', 'thing_4', 'thing_5', 'thing_6'] as const
const LIMIT = 2

type View = 'list' | 'pages' | (typeof IDS)[number]
type Step =
  | { readonly do: 'watch' | 'leave'; readonly view: View }
  | { readonly do: 'more' | 'refetch' }
  | { readonly do: 'create'; readonly name: string }
  | { readonly do: 'rename'; readonly id: string; readonly name: string }
  | { readonly do: 'switch'; readonly id: string; readonly status: 'on' | 'off' }
  | { readonly do: 'delete'; readonly id: string }
  | { readonly do: 'answer'; readonly chance: number }

/** What of TanStack Query's observers is used here. */
interface Observer {
  readonly subscribe: (listener: () => void) => () => void
  readonly getCurrentResult: () => { data: unknown; error: unknown; fetchStatus: string }
  readonly fetchNextPage?: () => Promise<unknown>
  readonly refetch: () => Promise<unknown>
}

/** Guesses that show a change of one thing wherever it is cached. */
const guessing = <Change extends { readonly id: string }>() => {
  const changed = (row: Thing, change: Change) =>
    row.id === change.id ? { ...row, ...change } : row
  return {
    [listThings.id]: (answer: unknown, change: Change) => {
      const list = answer as { data: Thing[] }
      return { ...list, data: list.data.map((row) => changed(row, change)) }
    },
    [getThing.id]: (answer: unknown, change: Change) => changed(answer as Thing, change),
  }
}
const renaming: Guesses<typeof renameThing> = guessing()
const switching: Guesses<typeof switchThing> = guessing()

/** A page over a store, with a network between them that answers when it is told to. */
function createPage(isDeaf: boolean) {
  const client = new QueryClient({ defaultOptions: { queries: { gcTime: Infinity } } })
  const shelf = createShelf(['a', 'b', 'c', 'd'])
  const views = new Map<View, { observer: Observer; stop: () => void }>()
  const waiting: (() => void)[] = []
  const writes: Promise<unknown>[] = []
  let sent = 0
  const fetcher: Fetcher = (path, init) =>
    new Promise((resolve, reject) => {
      // A read sees the store as it is when it arrives; every other write is carried out only when it is answered.
      const isLate = init.method !== 'GET' && sent++ % 2 === 0
      const answer = () =>
        init.body?.includes('refused')
          ? json({ error: { type: 'resource', code: 'state_conflict', message: 'No.' } }, 409)
          : shelf.fetcher(path, init)
      const early = isLate ? undefined : answer()
      // A deaf network knows no abort: the answer comes some time.
      if (!isDeaf) init.signal.addEventListener('abort', () => reject(init.signal.reason as Error))
      waiting.push(() => resolve(early ?? answer()))
    })
  const source = { fetcher, scope: 'acme' }
  const carryOut = <Op extends Operation>(operation: Op, input: InputOf<Op>, how?: Guesses<Op>) => {
    // A refusal and a thing that is gone are answers too.
    const refused = (error: unknown) => {
      if (how && error instanceof QonversionApiError && error.status === 409) page.takenBack++
    }
    writes.push(write(operation, input, source, client, how).catch(refused))
  }
  const observe = (view: View): Observer => {
    if (view === 'pages') {
      const query = infiniteQuery(listThings, { limit: LIMIT }, source)
      return new InfiniteQueryObserver(client, query as never)
    }
    const query =
      view === 'list'
        ? operationQuery(listThings, {}, source)
        : operationQuery(getThing, { id: view }, source)
    return new QueryObserver(client, query as never)
  }
  const leave = (view: View) => {
    views.get(view)?.stop()
    views.delete(view)
  }
  const turn = () => new Promise<void>((resolve) => setImmediate(resolve))
  /** A thing as the list shows it, or the view of it alone. */
  const shows = (id: string): Thing | undefined => {
    const shown = (of: View) => views.get(of)?.observer.getCurrentResult().data
    const list = shown('list') as { data: Thing[] } | undefined
    return list?.data.find((row) => row.id === id) ?? (shown(id as View) as Thing | undefined)
  }
  const page = {
    /** Switches that showed before the server had them, and guesses that it refused. */
    guessed: 0,
    takenBack: 0,
    client,
    shelf,
    views,
    async step(step: Step) {
      if (step.do === 'watch' && !views.has(step.view)) {
        const observer = observe(step.view)
        views.set(step.view, { observer, stop: observer.subscribe(() => undefined) })
      }
      if (step.do === 'leave') leave(step.view)
      if (step.do === 'more') void views.get('pages')?.observer.fetchNextPage?.()
      if (step.do === 'refetch') for (const { observer } of views.values()) void observer.refetch()
      if (step.do === 'create') carryOut(createThing, { name: step.name })
      if (step.do === 'rename') carryOut(renameThing, { id: step.id, name: step.name }, renaming)
      if (step.do === 'switch') {
        const { id, status } = step
        const isShown = () => shows(id)?.status === status
        const wasShown = isShown()
        carryOut(switchThing, { id, status }, switching)
        await turn()
        // No answer came in between: it is shown before the server has it.
        if (!wasShown && isShown()) page.guessed++
      }
      if (step.do === 'delete') carryOut(deleteThing, { id: step.id })
      if (step.do === 'answer') waiting.splice(Math.floor(step.chance * waiting.length), 1)[0]?.()
      await turn()
    },
    /** Lets every answer through until nothing more is asked. */
    async settle() {
      for (let quiet = 0; quiet < 3; quiet++) {
        if (waiting.length > 0) quiet = 0
        for (const go of waiting.splice(0)) go()
        await turn()
      }
      await Promise.all(writes)
    },
    close: () => [...views.keys()].forEach(leave),
  }
  return page
}

/** What a view must show of a store; undefined where the store has nothing to show. */
function expected(view: View, things: readonly Thing[], pages: number): unknown {
  if (view === 'list') return things
  if (view === 'pages') return things.slice(0, pages * LIMIT)
  return things.find(({ id }) => id === view)
}

const name = fc.constantFrom('x', 'y', 'z', 'refused')
const view = fc.constantFrom<View>('list', 'list', 'pages', 'pages', ...IDS)
const id = fc.constantFrom<string>(...IDS)
const step: fc.Arbitrary<Step> = fc.oneof(
  { weight: 4, arbitrary: fc.record({ do: fc.constant('watch' as const), view }) },
  { weight: 4, arbitrary: fc.record({ do: fc.constant('leave' as const), view }) },
  { weight: 1, arbitrary: fc.record({ do: fc.constantFrom('more' as const, 'refetch' as const) }) },
  { weight: 1, arbitrary: fc.record({ do: fc.constant('create' as const), name }) },
  { weight: 2, arbitrary: fc.record({ do: fc.constant('rename' as const), id, name }) },
  {
    weight: 2,
    arbitrary: fc.record({
      do: fc.constant('switch' as const),
      id,
      status: fc.constantFrom('on', 'off'),
    }),
  },
  { weight: 1, arbitrary: fc.record({ do: fc.constant('delete' as const), id }) },
  {
    weight: 6,
    arbitrary: fc.record({
      do: fc.constant('answer' as const),
      chance: fc.double({ min: 0, max: 1, maxExcluded: true, noNaN: true }),
    }),
  },
)

it('10,000 random operations leave no difference between what is stored and what is shown', async () => {
  const count = runs(10_000)
  const length = 20
  const seen = { views: 0, left: 0, writes: 0, guessed: 0, takenBack: 0 }
  const play = async ([isDeaf, steps]: [boolean, Step[]]) => {
    const page = createPage(isDeaf)
    for (const one of steps) await page.step(one)
    await page.settle()
    const things = [...page.shelf.things.values()]
    for (const [shown, { observer }] of page.views) {
      const { data, error, fetchStatus } = observer.getCurrentResult()
      expect(fetchStatus).toBe('idle')
      const query = page.client.getQueryCache().findAll({ type: 'active' })
      const pages = query.find(({ queryKey }) => String(queryKey[3]).endsWith(':pages'))
      const read = (pages?.state.data as { pages?: unknown[] } | undefined)?.pages?.length ?? 0
      const wanted = expected(shown, things, read)
      if (wanted === undefined) expect(error).toMatchObject({ status: 404 })
      else {
        expect(error).toBeNull()
        const list = data as { data: Thing[] } & ListData<Thing> & Thing
        expect(list.data ?? list.rows ?? list).toEqual(wanted)
      }
      seen.views++
    }
    // What nobody looks at is right, or known to be stale.
    for (const query of page.client.getQueryCache().findAll({ type: 'inactive' })) {
      const { data, isInvalidated } = query.state
      const list = data as { data?: Thing[]; pages?: { data: Thing[] }[] } | undefined
      if (list === undefined) continue
      seen.left++
      if (isInvalidated) continue
      const rows = list.data ?? list.pages?.flatMap((one) => one.data)
      if (rows) expect(rows).toEqual(things.slice(0, list.pages ? rows.length : undefined))
      else expect(list).toEqual(things.find((thing) => thing.id === (list as Thing).id))
    }
    seen.guessed += page.guessed
    seen.takenBack += page.takenBack
    seen.writes += [...page.shelf.effects.values()].reduce((sum, times) => sum + times, 0)
    page.close()
    page.client.clear()
  }
  const story = fc.tuple(fc.boolean(), fc.array(step, { minLength: length, maxLength: length }))
  await fc.assert(fc.asyncProperty(story, play), { numRuns: count / length, seed: SEED })
  expect(Math.min(seen.views, seen.writes)).toBeGreaterThan(count / 20)
  expect(seen.left).toBeGreaterThan(count / 1000)
  expect(Math.min(seen.guessed, seen.takenBack)).toBeGreaterThan(count / 500)
  figure(
    'random operations against store and cache: differences after settling',
    count,
    `0 (${seen.views} views, ${seen.left} cached answers that nobody looks at, ${seen.writes} effects, ${seen.guessed} switches shown at once, ${seen.takenBack} guesses taken back)`,
    SEED,
  )
}, 120_000)
