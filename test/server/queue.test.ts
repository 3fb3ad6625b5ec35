// @vitest-environment node
import { describe, expect, it } from 'vitest'
import { createQueue, QueueFull } from '../../src/server/queue.ts'

const acme = { project: 'acme', viewer: 'ada' }
const never = new AbortController().signal

/** Work that is under way until it is let go. */
function held() {
  const { promise, resolve } = Promise.withResolvers<void>()
  return { work: () => promise, letGo: resolve }
}

describe('the queue', () => {
  it('loses nobody who comes while those who left are still being taken out', async () => {
    const queue = createQueue({ perGrant: 1, perProject: 1, waiting: 10 })
    const other = held()
    const first = queue.run({ project: 'acme', viewer: 'bob' }, never, other.work)
    const leaving = new AbortController()
    const gone = queue.run(acme, leaving.signal, async () => 'gone').catch(() => 'left')
    const late = Promise.withResolvers<string>()
    leaving.signal.addEventListener('abort', () =>
      queueMicrotask(() => void queue.run(acme, never, async () => 'served').then(late.resolve)),
    )
    const goneToo = queue.run(acme, leaving.signal, async () => 'gone').catch(() => 'left')
    leaving.abort()
    expect([await gone, await goneToo]).toEqual(['left', 'left'])
    other.letGo()
    await first
    expect(await late.promise).toBe('served')
  })

  it('may have no room to wait at all', async () => {
    const queue = createQueue({ perGrant: 1, perProject: 1, waiting: 0 })
    const { work, letGo } = held()
    const first = queue.run(acme, never, work)
    await expect(queue.run({ ...acme, viewer: 'bob' }, never, work)).rejects.toThrow(QueueFull)
    letGo()
    await first
    expect(await queue.run(acme, never, async () => 'served')).toBe('served')
  })
})
