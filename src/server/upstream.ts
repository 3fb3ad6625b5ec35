import { parseRetryAfter } from '../core/retry.ts'
import type { WireRequest } from '../core/serialize.ts'
import { errorResponse, jsonResponse, Refusal } from './answers.ts'
import { parseWithoutSecrets } from './secrets.ts'

/** A checked request with all that carries it upwards. */
export interface UpstreamCall {
  readonly wire: WireRequest
  readonly address: string
  readonly key: string
  readonly fetch: typeof globalThis.fetch
  /** The viewer's request: its signal ends the call, and its idempotency key goes along. */
  readonly request: Request
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
  const body = parse(text, call.key)
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

async function send({ wire, address, key, fetch, request }: UpstreamCall) {
  const headers: Record<string, string> = {
    accept: 'application/json',
    authorization: `Bearer ${key}`,
  }
  if (wire.body !== undefined) headers['content-type'] = 'application/json'
  const intent = request.headers.get('idempotency-key')
  if (intent !== null && wire.method !== 'GET') headers['idempotency-key'] = intent
  try {
    const response = await fetch(`${address}${wire.path}`, {
      method: wire.method,
      headers,
      ...(wire.body !== undefined && { body: wire.body }),
      redirect: 'manual',
      signal: request.signal,
    })
    return { response, text: await response.text() }
  } catch (reason) {
    if (request.signal.aborted) throw clientLeft()
    throw badGateway('The Qonversion API cannot be reached from the server of this page.', reason)
  }
}

/** The few headers that a browser needs; the time to wait always in seconds, so that no clock has to be right. */
function passed(from: Headers): Headers {
  const headers = new Headers()
  const wait = parseRetryAfter(from.get('retry-after'), from.get('date'))
  if (wait !== null) headers.set('retry-after', String(Math.ceil(wait / 1000)))
  const restarted = from.get('x-qon-pagination-restarted')
  if (restarted !== null) headers.set('x-qon-pagination-restarted', restarted)
  return headers
}

function parse(text: string, key: string): unknown {
  try {
    return parseWithoutSecrets(text, key)
  } catch {
    return undefined
  }
}

const badGateway = (message: string, reason?: unknown) =>
  new Refusal({ status: 502, type: 'internal', code: 'network_error', message }, reason)

/** Nobody reads this one. 499 is what servers log for it. */
const clientLeft = () =>
  new Refusal({ status: 499, type: 'request', code: 'aborted', message: 'The client left.' })
