import { matchOperation, fromRequest } from '../core/deserialize.ts'
import { InputError } from '../core/errors.ts'
import type { Fetcher } from '../core/fetcher.ts'
import type { Operation } from '../core/operation.ts'
import { operations } from '../resources/all.ts'
import { answers } from './answers.ts'
import type { World } from './history.ts'
import { exposureLog, type LoggedExposure } from './experiments/exposures.ts'
import { answerDownload } from './exports/download.ts'
import { countBefore, type LogRow } from './log.ts'
import { Problem } from './problem.ts'
import { refusal } from './refusal.ts'
import { Reply } from './reply.ts'
import { createStore, type Store } from './store.ts'
import type { RateRow } from './rates.ts'

/** An embedded backend: one project, answered from one event log. */
export interface Sandbox {
  /** Answers a request under `/v4` as the API does; wants `Authorization: Bearer <key>`, but for the signed address of an export's file. */
  readonly handle: (request: Request) => Promise<Response>
  /** The same in process and without a key: what a provider, a story or a test is given. Rejects when its signal aborts. */
  readonly fetcher: Fetcher
  /** What has happened before `now`, ordered by time: everything that answers are computed from. */
  readonly log: () => readonly LogRow[]
  /**
   * Who came to see which group of which experiment first, and when: what an app logs by itself, as the API gives no rows per
   * user. Users handled by hand are left out. With `log` it is what `resultsFromEvents` is made for.
   */
  readonly exposures: () => readonly LoggedExposure[]
  /** The daily exchange rates of conversions; empty for a purchase log without rates. */
  readonly rates: () => readonly RateRow[]
  /** Forgets everything that was done to it since it was created. */
  readonly reset: () => void
}

/** What a sandbox is put together from. */
export interface SandboxParts {
  readonly world: World
  /** Unix seconds, asked for once by each call. */
  readonly now: () => number
  readonly secretKey: string
}

const PREFIX = '/v4'

/** A sandbox over any world: the seam by which tests give it a log worked out by hand. */
export function createSandboxOver({ world, now, secretKey }: SandboxParts): Sandbox {
  let store = createStore()
  const respond = (asked: Asked): Response =>
    refusing(() => {
      const { status, body, headers } = compute(world, now(), store, asked)
      return json(status, body, headers)
    })
  return {
    async handle(request) {
      const url = new URL(request.url)
      const { pathname, search, origin } = url
      const body = await request.text()
      if (request.method === 'GET') {
        const at = now()
        const file = refusing(() => answerDownload(url, world, at, store))
        if (file) return file
      }
      if (request.headers.get('authorization') !== `Bearer ${secretKey}`)
        return json(401, UNAUTHORIZED.body)
      if (!pathname.startsWith(`${PREFIX}/`)) return json(404, unknownPath(pathname).body)
      return respond({
        method: request.method,
        path: pathname.slice(PREFIX.length) + search,
        body: body || undefined,
        key: request.headers.get('idempotency-key'),
        origin,
      })
    },
    async fetcher(path, { method, headers, body, signal }) {
      // An abort in the same turn, as StrictMode and quick typing make them, spares the work.
      await Promise.resolve()
      signal.throwIfAborted()
      const key = new Headers(headers).get('idempotency-key')
      return respond({ method, path, body, key, origin: '' })
    },
    log() {
      const until = now()
      const { rows } = world.at(until)
      return rows.slice(0, countBefore(rows, until))
    },
    exposures() {
      const until = now()
      return exposureLog(world.at(until), until, store)
    },
    rates: () => world.at(now()).rates?.rows ?? [],
    reset() {
      world.reset()
      store = createStore()
    },
  }
}

/** What was computed, or the answer that says why it could not be. */
function refusing<Answer>(answer: () => Answer): Answer | Response {
  try {
    return answer()
  } catch (error) {
    if (error instanceof Problem) return json(error.status, error.body)
    throw error
  }
}

/** One request, without its address and key. */
interface Asked {
  readonly method: string
  readonly path: string
  readonly body: string | undefined
  /** Its `Idempotency-Key`. */
  readonly key: string | null
  /** Scheme and host it came to; empty in process. */
  readonly origin: string
}

function compute(
  world: World,
  now: number,
  store: Store,
  { method, path, body, key, origin }: Asked,
): Reply {
  const operation = matchOperation<Operation>(operations, method, path)
  if (!operation) throw unknownPath(path.split('?', 1)[0]!, method)
  const answer = answers[operation.id]
  if (!answer)
    throw new Problem('not_implemented', `The sandbox does not answer ${operation.id} yet.`)
  const replayKey = operation.idempotent && key ? `${method} ${path} ${key}` : undefined
  const before = replayKey && store.replies.get(replayKey)
  if (before) return before
  try {
    const input = fromRequest(operation, method, path, body)
    const answered = answer(world.at(now), input ?? {}, now, store, origin)
    const reply = answered instanceof Reply ? answered : new Reply(200, answered)
    if (replayKey) store.replies.set(replayKey, reply)
    return reply
  } catch (error) {
    throw error instanceof InputError ? refusal(operation.id, error.details, body) : error
  }
}

const UNAUTHORIZED = new Problem(
  'control_unauthorized',
  'The Secret Key is missing or wrong. Send it as Authorization: Bearer sk_…',
)

const unknownPath = (path: string, method = 'GET'): Problem =>
  new Problem(
    'not_found',
    `There is no ${method} ${path}. Paths begin with ${PREFIX} and are those of the API, for example GET ${PREFIX}/analytics/cohorts.`,
  )

const json = (
  status: number,
  body: unknown,
  headers: Readonly<Record<string, string>> = {},
): Response =>
  body === undefined
    ? new Response(null, { status, headers })
    : new Response(JSON.stringify(body), {
        status,
        headers: { ...headers, 'content-type': 'application/json; charset=utf-8' },
      })
