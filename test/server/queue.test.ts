// @vitest-environment node
import { describe, expect, it } from 'vitest'
import { createQueue, QueueFull } from '../../src/server/queue.ts'

const acme = { project: 'acme', viewer: 'ada' }
const never = new AbortController().signal

/** Work that is under way until it is let go. */
function held() {
  let letGo = () => {}
  const done = new Promise<void>((resolve) => (letGo = resolve))
  return { work: () => done, letGo: () => letGo() }
}

describe('the queue', () => {
  it('loses nobody who comes while those who left are still being taken out', async () => {
    const queue = createQueue({ perGrant: 1, perProject: 1, waiting: 10 })
    const other = held()
    const first = queue.run({ project: 'acme', viewer: 'bob' }, never, other.work)
    const leaving = new AbortController()
    const gone = queue.run(acme, leaving.signal, async () => 'gone').catch(() => 'left')
    const late = new Promise<string>((resolve) =>
      leaving.signal.addEventListener('abort', () =>
        queueMicrotask(() => resolve(queue.run(acme, never, async () => 'served'))),
      ),
    )
    const goneToo = queue.run(acme, leaving.signal, async () => 'gone').catch(() => 'left')
    leaving.abort()
    expect([await gone, await goneToo]).toEqual(['left', 'left'])
    other.letGo()
    await first
    expect(await late).toBe('served')
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
