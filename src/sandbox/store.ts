import { Problem } from './problem.ts'
import type { Reply } from './reply.ts'

/** Anything the API names by an id. */
export interface Resource {
  readonly id: string
}

/** The resources of one kind, in the order they were made. */
export interface Collection<Item extends Resource> {
  list(): readonly Item[]
  /** Throws a 404 that names what is missing. */
  get(id: string): Item
  has(id: string): boolean
  /** Adds an item, or puts a new one in the place of the old. */
  put(item: Item): Item
  /** Throws a 404 when there is none. */
  remove(id: string): void
}

/** What writes have changed since a sandbox was created: a cheap overlay over the simulated business. */
export interface Store {
  /** The resources of a kind; `seed` makes those that the business begins with, when they are first asked for. */
  collection<Item extends Resource>(kind: string, seed?: () => readonly Item[]): Collection<Item>
  /** The next number of a kind, from 1: ids of what is created are the same in every run. */
  next(kind: string): number
  /** Answers given to idempotency keys, by operation and key. */
  readonly replies: Map<string, Reply>
  /** The key that requests must carry. */
  secretKey(): string
  /** From now on requests must carry this one. */
  replaceSecretKey(key: string): void
}

/** An overlay in which nothing has been written yet, of a project with that Secret Key. */
export function createStore(key: string): Store {
  let secretKey = key
  const kinds = new Map<string, Map<string, Resource>>()
  const counts = new Map<string, number>()
  return {
    collection<Item extends Resource>(kind: string, seed: () => readonly Item[] = () => []) {
      let items = kinds.get(kind) as Map<string, Item> | undefined
      if (!items) {
        items = new Map(seed().map((item) => [item.id, item]))
        kinds.set(kind, items)
      }
      return collectionOf(kind, items)
    },
    next(kind) {
      const count = (counts.get(kind) ?? 0) + 1
      counts.set(kind, count)
      return count
    },
    replies: new Map(),
    secretKey: () => secretKey,
    replaceSecretKey(next) {
      secretKey = next
    },
  }
}

function collectionOf<Item extends Resource>(
  kind: string,
  items: Map<string, Item>,
): Collection<Item> {
  const get = (id: string): Item => {
    const item = items.get(id)
    if (item) return item
    throw new Problem('not_found', `There is no ${kind} "${id}".`)
  }
  return {
    list: () => [...items.values()],
    get,
    has: (id) => items.has(id),
    put(item) {
      items.set(item.id, item)
      return item
    },
    remove: (id) => void items.delete(get(id).id),
  }
}
