import type { QueryClient } from '@tanstack/react-query'
import { canonical } from '../core/canonical.ts'
import { pathNames, type Operation } from '../core/operation.ts'

const queues = new WeakMap<QueryClient, Map<string, Promise<unknown>>>()

/**
 * Runs a write when those before it to the same thing are over, whichever hook they came from: what was asked last is what
 * stays. A thing is what the path names first, so that an experiment and its groups are one.
 */
export function inOrder<Answer>(
  operation: Operation,
  input: unknown,
  scope: string,
  client: QueryClient,
  run: () => Promise<Answer>,
): Promise<Answer> {
  const [name] = pathNames(operation)
  // What makes a new thing waits for nobody.
  if (name === undefined && !operation.exclusive) return run()
  const thing = name === undefined ? undefined : (input as Record<string, unknown>)[name]
  const places: unknown[][] = [[scope, operation.resource, thing]]
  if (operation.exclusive) places.push([scope, operation.id])
  const keys = places.map(canonical)
  const queue = queues.get(client) ?? new Map<string, Promise<unknown>>()
  queues.set(client, queue)
  const before = keys.flatMap((key) => queue.get(key) ?? [])
  const running = (before.length > 0 ? Promise.allSettled(before).then(run) : run()).finally(() => {
    for (const key of keys) if (queue.get(key) === running) queue.delete(key)
  })
  for (const key of keys) queue.set(key, running)
  return running
}
