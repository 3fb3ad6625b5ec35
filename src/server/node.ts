import { createRequestListener } from '@remix-run/node-fetch-server'
import type { IncomingMessage, ServerResponse } from 'node:http'
import { errorResponse, Refusal } from './answers.ts'

/** Options of `toNodeHandler`. */
export interface NodeHandlerOptions {
  /**
   * True behind a proxy of your own that writes `X-Forwarded-Proto` and `X-Forwarded-Host` anew, for example one that ends
   * TLS: the request then has the address that the browser asked for. Without such a proxy a client could make them up.
   * @default false
   */
  readonly trustProxy?: boolean
}

/** Answers a request of Node's `http`; also what Express, Connect and a Nest or Fastify middleware call. */
export type NodeHandler = (request: IncomingMessage, response: ServerResponse) => void

/** What frameworks leave on a request of Node's. */
interface FrameworkRequest extends IncomingMessage {
  /** The path before a mount point was cut off. */
  readonly originalUrl?: string
  /** The body, where a parser has read it already. */
  readonly body?: unknown
}

/**
 * Puts a handler (any function from `Request` to `Response`) behind Node's `(req, res)`: `createServer(toNodeHandler(handler))`,
 * `app.use('/api/qonversion', toNodeHandler(handler))`. When the client leaves, the request's signal aborts, and with it the
 * call upwards. A body that `express.json()` has read is taken from `req.body`; one that something else has read and not
 * kept is answered with a 500 that says what to do.
 */
export function toNodeHandler(
  handler: (request: Request) => Promise<Response>,
  { trustProxy = false }: NodeHandlerOptions = {},
): NodeHandler {
  return (incoming: FrameworkRequest, outgoing) => {
    const answer = async (request: Request) => handler(whole(request, incoming))
    createRequestListener(answer, { trustProxy, onError })(incoming, outgoing)
  }
}

/** The request as the browser sent it, whatever a framework made of it on the way. */
function whole(request: Request, incoming: FrameworkRequest): Request {
  const { url, originalUrl = url, headers: given } = incoming
  // What is put before the path would become another path, which whoever looked at this one has not seen.
  if (/[/\\?#]/.test(given.host ?? '')) throw new TypeError('Host is no name of a host.')
  const isRead = request.body !== null && incoming.readableEnded
  if (originalUrl === url && !isRead) return request
  // Not by resolving: a path of `//host` would become another host.
  const address = `${new URL(request.url).origin}${originalUrl}`
  if (!isRead) return new Request(address, request)
  // It would wait for bytes that came long ago, and take the end of the connection's reading for the client's leaving.
  void request.body?.cancel()
  const { method, signal } = request
  const headers = new Headers(request.headers)
  for (const name of OF_THE_BYTES) headers.delete(name)
  return new Request(address, { method, headers, signal, body: readBody(incoming) })
}

/** They describe the bytes that came, not the text made of them anew. */
const OF_THE_BYTES = ['content-length', 'content-encoding', 'transfer-encoding']

function readBody({ body, headers }: FrameworkRequest): BodyInit | null {
  if (body === undefined) {
    const hadNone = !headers['transfer-encoding'] && Number(headers['content-length'] ?? 0) === 0
    if (hadNone) return null
    throw new Refusal({
      status: 500,
      type: 'internal',
      code: 'handler_failed',
      message:
        'The body of the request was read before qonversion-react got it, and not kept in req.body. Whoever runs this page: ' +
        'put toNodeHandler before what reads bodies, or let express.json() read it.',
    })
  }
  if (body instanceof Uint8Array) return new Uint8Array(body)
  return typeof body === 'string' ? body : JSON.stringify(body)
}

function onError(error: unknown): Response {
  if (error instanceof Refusal) return errorResponse(error.answer)
  // All else that can fail here is the making of a Request.
  return errorResponse({
    status: 400,
    type: 'request',
    code: 'invalid_request',
    message: 'The address, the method or a header of the request cannot be read.',
  })
}
