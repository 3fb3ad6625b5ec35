import { QueryClient } from '@tanstack/react-query'
import type { Fetcher } from '../../src/core/fetcher.ts'
import { createShelf } from '../core/things.ts'
import { provider, settle } from './harness.tsx'

/** A shelf that does what it is asked when it is asked, and whose answers the test lets through by hand. */
export function slowShelf(names: readonly string[]) {
  const shelf = createShelf(names)
  const held: { method: string; path: string; go: (error?: Error) => void }[] = []
  let isSlow = true
  const fetcher: Fetcher = async (path, init) => {
    // Under StrictMode a first request is given up at once; it reaches nobody.
    await Promise.resolve()
    init.signal.throwIfAborted()
    const answer = await shelf.fetcher(path, init)
    if (isSlow)
      await new Promise<void>((resolve, reject) => {
        held.push({
          method: init.method,
          path,
          go: (error) => (error ? reject(error) : resolve()),
        })
        init.signal.addEventListener('abort', () => reject(init.signal.reason as Error))
      })
    return answer
  }
  return {
    ...shelf,
    fetcher,
    held,
    /** Lets answers through, all or those of one method. */
    answer: (method?: string) =>
      settle(() => {
        for (const one of held.splice(0)) {
          if (method === undefined || one.method === method) one.go()
          else held.push(one)
        }
      }),
    fail: (method: string) =>
      settle(() => {
        const at = held.findIndex((one) => one.method === method)
        held.splice(at, 1)[0]?.go(new TypeError('fetch failed'))
      }),
    hurry: () => (isSlow = false),
  }
}

/** A provider around a hook, before a backend. */
export const wrap = (fetcher: Fetcher, queryClient = new QueryClient(), scope = 'acme') => ({
  wrapper: provider({ fetcher, scope, queryClient }),
})
/** The names of a list's rows, in their order. */
export const namesOf = (list: { data: readonly { name: string }[] } | undefined) =>
  list?.data.map(({ name }) => name)
