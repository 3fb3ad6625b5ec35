import type { Fetcher } from '../src/core/fetcher.ts'

/** The networks that the toolbar offers, in its order. */
export const NETWORKS = ['fast', 'slow', '429', '500', 'empty'] as const
/** How the backend of a story behaves. */
export type Network = (typeof NETWORKS)[number]

const SLOW_MS = 2_000

/** A backend and its twin that has no data: the `empty` network is a question to the second. */
export interface Backends {
  readonly full: Fetcher
  readonly empty: Fetcher
}

/** The fetcher that answers a story over the given network. Every request that no operation answers is noted in `unanswered`. */
export function shape(network: Network, backends: Backends, unanswered: string[]): Fetcher {
  return async (path, init) => {
    if (network === 'slow') await pause(SLOW_MS, init.signal)
    // Longer than the retry rule waits, so that the refusal shows at once.
    if (network === '429')
      return refuse(429, 'request', 'rate_limit_exceeded', { 'retry-after': '60' })
    if (network === '500') return refuse(500, 'internal', 'unknown_error')
    // The sandbox stands for the API: what a viewer may do is the handler's to say, and here it is everything.
    if (path === '/_permissions')
      return Response.json({ allowed: [], denied: {}, masked: [], secrets: [] })
    const backend = network === 'empty' ? backends.empty : backends.full
    const answer = await backend(path, init)
    if (answer.status === 404 || answer.status === 501) unanswered.push(`${init.method} ${path}`)
    return answer
  }
}

function refuse(
  status: number,
  type: string,
  code: string,
  headers?: Record<string, string>,
): Response {
  const message = status === 429 ? 'Too many requests.' : 'The server had a problem.'
  return Response.json({ error: { type, code, message } }, { status, headers: { ...headers } })
}

function pause(milliseconds: number, signal: AbortSignal): Promise<void> {
  return new Promise((resolve, reject) => {
    const stop = () => {
      clearTimeout(timer)
      reject(signal.reason as Error)
    }
    const timer = setTimeout(() => {
      signal.removeEventListener('abort', stop)
      resolve()
    }, milliseconds)
    signal.addEventListener('abort', stop, { once: true })
  })
}
