import { matchOperation, fromRequest } from '../core/deserialize.ts'
import { InputError } from '../core/errors.ts'
import type { Fetcher } from '../core/fetcher.ts'
import { operations } from '../resources/all.ts'
import { answers } from './answers.ts'
import type { World } from './history.ts'
import { countBefore, type LogRow } from './log.ts'
import { invalid, Problem } from './problem.ts'
import type { RateRow } from './rates.ts'

/** An embedded backend: one project, answered from one event log. */
export interface Sandbox {
  /** Answers a request under `/v4` as the API does; wants `Authorization: Bearer <key>`. */
  readonly handle: (request: Request) => Promise<Response>
  /** The same in process and without a key: what a provider, a story or a test is given. Rejects when its signal aborts. */
  readonly fetcher: Fetcher
  /** What has happened before `now`, ordered by time: everything that answers are computed from. */
  readonly log: () => readonly LogRow[]
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
  const respond = (method: string, path: string, body: string | undefined): Response => {
    try {
      return json(200, compute(world, now(), method, path, body))
    } catch (error) {
      if (error instanceof Problem) return json(error.status, error.body)
      throw error
    }
  }
  return {
    async handle(request) {
      const { pathname, search } = new URL(request.url)
      const body = await request.text()
      if (request.headers.get('authorization') !== `Bearer ${secretKey}`)
        return json(401, UNAUTHORIZED.body)
      if (!pathname.startsWith(`${PREFIX}/`)) return json(404, unknownPath(pathname).body)
      return respond(request.method, pathname.slice(PREFIX.length) + search, body || undefined)
    },
    async fetcher(path, { method, body, signal }) {
      // An abort in the same turn, as StrictMode and quick typing make them, spares the work.
      await Promise.resolve()
      signal.throwIfAborted()
      return respond(method, path, body)
    },
    log() {
      const until = now()
      const { rows } = world.at(until)
      return rows.slice(0, countBefore(rows, until))
    },
    rates: () => world.at(now()).rates?.rows ?? [],
    reset: () => world.reset(),
  }
}

function compute(
  world: World,
  now: number,
  method: string,
  path: string,
  body: string | undefined,
): unknown {
  const operation = matchOperation(operations, method, path)
  if (!operation) throw unknownPath(path.split('?', 1)[0]!, method)
  const answer = answers[operation.id]
  if (!answer)
    throw new Problem('not_implemented', `The sandbox does not answer ${operation.id} yet.`)
  try {
    const input = fromRequest(operation, method, path, body)
    return answer(world.at(now), input ?? {}, now)
  } catch (error) {
    throw error instanceof InputError ? invalid(error.details) : error
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

const json = (status: number, body: unknown): Response =>
  new Response(JSON.stringify(body), {
    status,
    headers: { 'content-type': 'application/json; charset=utf-8' },
  })
