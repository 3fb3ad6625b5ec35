import { parseRetryAfter } from '../core/retry.ts'
import type { WireRequest } from '../core/serialize.ts'
import { errorResponse, jsonResponse, Refusal } from './answers.ts'
import { cleanAnswer, type AnswerRules } from './cleanAnswer.ts'
import { badGateway, clientLeft } from './refusals.ts'

/** A checked request with all that carries it upwards. */
export interface UpstreamCall {
  readonly wire: WireRequest
  readonly address: string
  readonly key: string
  readonly fetch: typeof globalThis.fetch
  /** The viewer's intent, sent along with a write; null when there is none. */
  readonly idempotencyKey: string | null
  /** Ends the call: the client left, or the deadline is over. */
  readonly signal: AbortSignal
  /** What of the answer the viewer may have. */
  readonly rules: AnswerRules
}

/** Asks the API once and makes its answer fit for a browser. Throws a `Refusal` where there is nothing to pass on. */
export async function askUpstream(call: UpstreamCall): Promise<Response> {
  const { response, text } = await send(call)
  const { status } = response
  if (status === 401)
    throw new Refusal({
      status: 502,
      type: 'internal',
      code: 'secret_key_refused',
      message:
        'Qonversion refused the Secret Key of this server, so nothing can be read. This is not about your sign-in: ' +
        'whoever runs this page must correct the key.',
    })
  if (status === 0 || (status >= 300 && status < 400))
    throw badGateway(
      'The Qonversion API answered with a redirect, which is never followed with a key.',
    )
  const headers = passed(response.headers)
  if (response.ok && text === '') return jsonResponse(status, undefined, headers)
  const body = parse(text, call.rules)
  if (body !== undefined) return jsonResponse(status, body, headers)
  if (response.ok) throw badGateway('The Qonversion API answered with something that is no JSON.')
  return errorResponse(
    {
      status,
      type: status < 500 ? 'request' : 'internal',
      code: 'unknown_error',
      message: `The Qonversion API answered with status ${status} and no explanation.`,
    },
    headers,
  )
}

async function send({ wire, address, key, fetch, idempotencyKey, signal }: UpstreamCall) {
  const headers: Record<string, string> = {
    accept: 'application/json',
    authorization: `Bearer ${key}`,
  }
  if (wire.body !== undefined) headers['content-type'] = 'application/json'
  if (idempotencyKey !== null && wire.method !== 'GET') headers['idempotency-key'] = idempotencyKey
  const url = addressOf(address, wire.path)
  try {
    const response = await fetch(url, {
      method: wire.method,
      headers,
      ...(wire.body !== undefined && { body: wire.body }),
      redirect: 'manual',
      ...FRESH,
      signal,
    })
    return { response, text: await response.text() }
  } catch (reason) {
    if (signal.aborted) throw clientLeft()
    throw badGateway('The Qonversion API cannot be reached from the server of this page.', reason)
  }
}

/** Some frameworks keep answers of `fetch`, for everyone. Older Workers refuse the word where they do not know it. */
const FRESH: RequestInit = 'cache' in Request.prototype ? { cache: 'no-store' } : {}

/** The address of a checked path. Whatever a parser on the way folds or takes for another host, nothing else is asked. */
function addressOf(address: string, path: string): string {
  const base = new URL(address)
  const url = new URL(`${address}${path}`)
  const wanted = `${base.pathname.replace(/\/$/, '')}${path.split('?', 1)[0]}`
  if (url.origin !== base.origin || url.pathname !== wanted || url.hash !== '')
    throw badGateway('The address of this request would be another than the one that was checked.')
  return url.href
}

/** The few headers that a browser needs; the time to wait always in seconds, so that no clock has to be right. */
function passed(from: Headers): Record<string, string> {
  const wait = parseRetryAfter(from.get('retry-after'), from.get('date'))
  return {
    ...(wait !== null && { 'retry-after': String(Math.ceil(wait / 1000)) }),
    ...(from.get(RESTARTED) === 'true' && { [RESTARTED]: 'true' }),
  }
}

const RESTARTED = 'x-qon-pagination-restarted'

function parse(text: string, rules: AnswerRules): unknown {
  try {
    return cleanAnswer(JSON.parse(text), rules)
  } catch {
    return undefined
  }
}
