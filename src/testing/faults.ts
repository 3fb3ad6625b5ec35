import type { Random } from '../sandbox/random.ts'
import type { Clock } from './clock.ts'

/** Everything that can go wrong with one request, as it was seen to. */
export const FAULTS = [
  'refused, seconds',
  'refused, date',
  'refused, junk',
  'refused, no wait',
  'refused, past date',
  'refused, too long',
  'status 500',
  'status 503',
  'reset before commit',
  'time-out after commit',
  'truncated',
  'stall',
  'slow',
  'HTML page',
  'drifted schema',
  'restarted list',
] as const

/** One kind of fault; those named `refused` are a 429 with that form of `Retry-After`. */
export type Fault = (typeof FAULTS)[number]

/** What a fault has to work with. */
export interface Meeting {
  /** Lets the request through to the backend, perhaps with another path. */
  readonly commit: (path?: string) => Promise<Response>
  readonly path: string
  readonly signal: AbortSignal
  readonly clock: Clock
  readonly random: Random
}

type Play = (meeting: Meeting) => Promise<Response>

const SECOND = 1000
/** When a host's fetcher gives up. */
const DEADLINE = 60 * SECOND

/** What each fault does to a request. */
export const PLAYS: Readonly<Record<Fault, Play>> = {
  'refused, seconds': async () => failed(429, { 'retry-after': '2' }),
  'refused, date': async ({ clock }) => refusedUntil(clock, 2 * SECOND),
  'refused, junk': async () => failed(429, { 'retry-after': 'soon' }),
  'refused, no wait': async () => failed(429),
  'refused, past date': async ({ clock }) => refusedUntil(clock, -60 * SECOND),
  'refused, too long': async () => failed(429, { 'retry-after': '86400' }),
  'status 500': async () => failed(500),
  'status 503': async () => failed(503),
  'reset before commit': () => Promise.reject(new TypeError('fetch failed')),
  async 'time-out after commit'({ commit, clock, signal }) {
    await commit()
    return giveUp(clock, signal)
  },
  async truncated({ commit, random }) {
    const response = await commit()
    const body = new Uint8Array(await response.clone().arrayBuffer())
    return body.length > 0 ? withBody(response, body.slice(0, random.below(body.length))) : response
  },
  stall: ({ clock, signal }) => giveUp(clock, signal),
  async slow({ commit, clock, signal }) {
    await clock.wait(5 * SECOND, signal)
    return commit()
  },
  'HTML page': async () =>
    new Response('<!doctype html><title>Sign in</title>', {
      headers: { 'content-type': 'text/html' },
    }),
  async 'drifted schema'({ commit, random }) {
    const response = await commit()
    const text = await response.clone().text()
    if (!text.startsWith('{')) return response
    return withBody(response, JSON.stringify(drifted(JSON.parse(text) as unknown, random)))
  },
  async 'restarted list'({ commit, path }) {
    const [place = '', query = ''] = path.split('?')
    const parameters = new URLSearchParams(query)
    if (!parameters.has('starting_after')) return commit()
    const rest = query.split('&').filter((part) => !part.startsWith('starting_after='))
    const response = await commit(rest.length > 0 ? `${place}?${rest.join('&')}` : place)
    const headers = new Headers(response.headers)
    headers.set('x-qon-pagination-restarted', 'true')
    return new Response(response.body, { status: response.status, headers })
  },
}

async function giveUp(clock: Clock, signal: AbortSignal): Promise<never> {
  await clock.wait(DEADLINE, signal)
  throw new DOMException('The operation timed out.', 'TimeoutError')
}

const refusedUntil = (clock: Clock, wait: number) =>
  failed(429, {
    date: new Date(clock.now()).toUTCString(),
    'retry-after': new Date(clock.now() + wait).toUTCString(),
  })

function failed(status: number, headers: Record<string, string> = {}): Response {
  const [type, code] =
    status === 429 ? ['request', 'rate_limit_exceeded'] : ['internal', 'internal_error']
  const error = { type, code, message: `A fault: the request was answered with ${status}.` }
  return Response.json({ error }, { status, headers })
}

function withBody(response: Response, body: BodyInit): Response {
  const headers = new Headers(response.headers)
  headers.delete('content-length')
  return new Response(body, { status: response.status, headers })
}

/** A value in which one place is not what it was: gone, null, of another type, or a word nobody knows. */
export function drifted(value: unknown, random: Random): unknown {
  if (typeof value === 'object' && value !== null && Object.keys(value).length > 0) {
    const keys = Object.keys(value)
    const key = keys[random.below(keys.length)]!
    const inner = (value as Record<string, unknown>)[key]
    if (Array.isArray(value))
      return value.map((item, at) =>
        String(at) === key ? drifted(inner, random) : (item as unknown),
      )
    const { [key]: _, ...rest } = value as Record<string, unknown>
    return random.chance(2500) ? rest : { ...rest, [key]: drifted(inner, random) }
  }
  const others = [null, 'something_newer', -1, {}, [], true]
  return others[random.below(others.length)]
}
