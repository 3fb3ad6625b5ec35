import * as v from 'valibot'
import type { Fetcher } from '../../src/core/fetcher.ts'
import { cursorPages, listOf } from '../../src/core/lists.ts'
import { defineOperation } from '../../src/core/operation.ts'

/** A small section of no API: what the machinery does with lists and writes is the same for every section. */
const thing = () => v.looseObject({ id: v.string(), name: v.string() })

export const listThings = defineOperation({
  id: 'v4ListThings',
  resource: 'things',
  method: 'GET',
  path: '/things',
  kind: 'read',
  summary: 'Lists things.',
  input: () =>
    v.strictObject({
      name: v.optional(v.string()),
      limit: v.optional(v.number()),
      starting_after: v.optional(v.string()),
    }),
  output: () => listOf(thing()),
  pages: cursorPages,
})

export const getThing = defineOperation({
  id: 'v4GetThing',
  resource: 'things',
  method: 'GET',
  path: '/things/{id}',
  kind: 'read',
  summary: 'A thing.',
  input: () => v.strictObject({ id: v.string() }),
  output: thing,
})

export const createThing = defineOperation({
  id: 'v4CreateThing',
  resource: 'things',
  method: 'POST',
  path: '/things',
  kind: 'write',
  summary: 'Creates a thing.',
  input: () => v.strictObject({ name: v.string() }),
  output: thing,
  invalidates: ['things'],
  idempotent: true,
})

/** As the create, but the API takes no key for it. */
const { idempotent: _, ...withoutKey } = createThing
export const orderThing = defineOperation({ ...withoutKey, id: 'v4OrderThing', path: '/orders' })

export const renameThing = defineOperation({
  id: 'v4RenameThing',
  resource: 'things',
  method: 'PATCH',
  path: '/things/{id}',
  kind: 'write',
  summary: 'Renames a thing.',
  input: () => v.strictObject({ id: v.string(), name: v.string() }),
  output: thing,
  invalidates: ['things'],
})

/** A switch, as the status of an experiment is one: refused where it stands so already. */
export const switchThing = defineOperation({
  id: 'v4SwitchThing',
  resource: 'things',
  method: 'POST',
  path: '/things/{id}/status',
  kind: 'write',
  summary: 'Switches a thing on or off.',
  input: () => v.strictObject({ id: v.string(), status: v.picklist(['on', 'off']) }),
  output: thing,
  invalidates: ['things'],
})

export const deleteThing = defineOperation({
  id: 'v4DeleteThing',
  resource: 'things',
  method: 'DELETE',
  path: '/things/{id}',
  kind: 'write',
  summary: 'Deletes a thing.',
  input: () => v.strictObject({ id: v.string() }),
  output: () => v.undefined(),
  invalidates: ['things'],
})

export interface Thing {
  readonly id: string
  readonly name: string
  /** Off until it is switched. */
  readonly status?: 'on' | 'off'
}

/** A backend that keeps things in memory and knows itself what was done to it: `effects` counts each change by its name. */
export function createShelf(names: readonly string[] = []) {
  const things = new Map<string, Thing>()
  const replies = new Map<string, Thing>()
  const effects = new Map<string, number>()
  let made = 0
  const did = (effect: string) => effects.set(effect, (effects.get(effect) ?? 0) + 1)
  const create = (name: string) => {
    const one = { id: `thing_${++made}`, name }
    things.set(one.id, one)
    return one
  }
  const answer = (path: string, method: string, body: string | undefined, key: string | null) => {
    const [place = '', query = ''] = path.split('?')
    const [, , id, part] = place.split('/')
    const { name = '', status } = (body === undefined ? {} : JSON.parse(body)) as Partial<Thing>
    if (method === 'POST' && part === undefined) {
      const before = key === null ? undefined : replies.get(key)
      if (before) return json(before, 201)
      const one = create(name)
      did(`create ${name}`)
      if (key !== null) replies.set(key, one)
      return json(one, 201)
    }
    if (id === undefined) return page([...things.values()], new URLSearchParams(query))
    const one = things.get(id)
    if (!one)
      return json({ error: { type: 'request', code: 'not_found', message: `No ${id}.` } }, 404)
    if (part === 'status') {
      if (status === (one.status ?? 'off'))
        return json({ error: { type: 'resource', code: 'state_conflict', message: 'No.' } }, 409)
      things.set(id, { ...one, status: status! })
      did(`switch ${id} ${status}`)
    }
    if (method === 'PATCH') {
      things.set(id, { ...one, name })
      if (one.name !== name) did(`rename ${id} ${name}`)
    }
    if (method !== 'DELETE') return json(things.get(id))
    things.delete(id)
    did(`delete ${id}`)
    return new Response(null, { status: 204 })
  }
  for (const name of names) create(name)
  const fetcher: Fetcher = async (path, { method, headers, body }) =>
    answer(path, method, body, headers['idempotency-key'] ?? null)
  return { things, effects, fetcher }
}

function page(all: readonly Thing[], query: URLSearchParams): Response {
  const wanted = query.get('name')
  const fitting = all.filter(({ name }) => wanted === null || name === wanted)
  const limit = Number(query.get('limit') ?? 20)
  const after = query.get('starting_after')
  const found = fitting.findIndex(({ id }) => id === after)
  const data = fitting.slice(found + 1, found + 1 + limit)
  const has_more = found + 1 + limit < fitting.length
  const restarted = after !== null && found < 0
  return json(
    { object: 'list', data, has_more },
    200,
    restarted ? { 'x-qon-pagination-restarted': 'true' } : {},
  )
}

/** A response whose body is there at once: no test waits for a stream. */
export function json(body: unknown, status = 200, headers: Record<string, string> = {}): Response {
  const text = JSON.stringify(body)
  const whole = new Response(text, {
    status,
    headers: { 'content-type': 'application/json', ...headers },
  })
  return Object.defineProperty(whole, 'text', { value: async () => text })
}
