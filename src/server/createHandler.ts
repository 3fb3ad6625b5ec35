import { fromRequest, matchOperation } from '../core/deserialize.ts'
import { InputError, type FieldProblem } from '../core/errors.ts'
import type { Operation } from '../core/operation.ts'
import { toRequest, type WireRequest } from '../core/serialize.ts'
import { operations } from '../resources/all.ts'
import { errorResponse, Refusal } from './answers.ts'
import {
  readOptions,
  type Decision,
  type FailureContext,
  type Grant,
  type HandlerOptions,
  type Settings,
} from './options.ts'
import { askUpstream } from './upstream.ts'

/** Answers the browser's requests on the host's server; Web-standard, for any framework. Never rejects. */
export interface Handler {
  (request: Request): Promise<Response>
  /** Path that it stands under, without a trailing slash. */
  readonly basePath: string
}

/**
 * Makes the handler that stands between the page and the API: it knows the operations, asks `authorize`, adds the key and
 * takes secrets out of answers. What is not allowed is denied, and no path is forwarded: it is matched, read, checked and
 * written anew. It tries once; trying again is the browser's. Throws when an option is missing or wrong.
 */
export function createHandler(options: HandlerOptions): Handler {
  const settings = readOptions(options)
  const handle = async (request: Request): Promise<Response> => {
    try {
      return await serve(settings, request)
    } catch (error) {
      return errorResponse(
        error instanceof Refusal ? error.answer : failed('answer this request').answer,
      )
    }
  }
  return Object.assign(handle, { basePath: settings.basePath })
}

async function serve(settings: Settings, request: Request): Promise<Response> {
  const asked = await readQuestion(settings, request)
  let context: FailureContext = { operation: asked.operation.id }
  try {
    const grant = await grantOf(settings, asked, request)
    context = { ...grant, ...context }
    const key = await settings.keyOf(grant.project).catch(rethrow('find the key of this project'))
    const address = settings.upstreamOf(grant.project)
    return await askUpstream({ wire: asked.wire, address, key, fetch: settings.fetch, request })
  } catch (error) {
    const refusal = error instanceof Refusal ? error : failed('answer this request', error)
    if (refusal.answer.status >= 500) tell(settings, refusal.reason ?? refusal, context)
    throw refusal
  }
}

/** A log that fails must change neither the answer nor the process. */
function tell(settings: Settings, reason: unknown, context: FailureContext): void {
  void Promise.resolve()
    .then(() => settings.onError(reason, context))
    .catch(() => undefined)
}

/** A request read and checked: what it asks, and how that is written for the API. */
interface Question {
  readonly operation: Operation
  readonly input: Record<string, unknown>
  readonly wire: WireRequest
}

async function readQuestion(settings: Settings, request: Request): Promise<Question> {
  const { pathname, search } = new URL(request.url)
  const isBelow = pathname.startsWith(`${settings.basePath}/`)
  const path = isBelow ? pathname.slice(settings.basePath.length) + search : ''
  const operation = matchOperation<Operation>(operations, request.method, path)
  if (operation === null) throw notFound()
  const isAllowed = operation.kind === 'read' && settings.allow.has('reads')
  if (!isAllowed && !settings.allow.has(operation.id))
    throw denied(
      `This server does not offer ${operation.id}. Its createHandler can name it in allow.`,
    )
  if (operation.kind === 'write' && !isFromOwnPage(request))
    throw denied(
      'A write must come from the page itself, as application/json: what another site can send is refused.',
    )
  const body = await readBody(request)
  try {
    const input = fromRequest(operation, request.method, path, body)
    if (input === null) throw notFound()
    // Written before anyone sees the input: what was checked is what is sent.
    return { operation, input, wire: toRequest(operation, input) }
  } catch (error) {
    if (error instanceof InputError)
      throw invalid(sentence(operation.id, error.details), error.details)
    throw error
  }
}

/** A form or image of another site can send neither this content type nor, in a browser of today, hide where it stands. */
function isFromOwnPage({ headers }: Request): boolean {
  const isJson = /^application\/json\b/i.test(headers.get('content-type') ?? '')
  return isJson && headers.get('sec-fetch-site') !== 'cross-site'
}

async function readBody(request: Request): Promise<string | undefined> {
  if (request.method === 'GET') return undefined
  return request.text().catch(() => {
    throw invalid('The body of the request cannot be read.', [])
  })
}

async function grantOf(
  settings: Settings,
  { operation, input }: Question,
  request: Request,
): Promise<Grant> {
  const decision: Decision | undefined = await Promise.resolve()
    .then(() => settings.authorize({ operation, input, request }))
    .catch(rethrow('decide whether you may see this'))
  if (typeof decision !== 'object' || decision === null) {
    if (!decision) throw denied('You may not see this part of the project.')
  } else if ('deny' in decision) throw denied(decision.deny)
  else if (typeof decision.project === 'string' && decision.project !== '') return decision
  throw failed(
    'decide whether you may see this',
    new Error(
      'authorize returned neither a grant nor a refusal. A session alone says not which project may be read: return ' +
        '{ project: "…" }, or false, or { deny: "a sentence" }.',
    ),
  )
}

const sentence = (id: string, details: readonly FieldProblem[]) =>
  `The request does not fit ${id}: ${details.map(({ field, message }) => `${field}: ${message}`).join('; ')}.`

const notFound = () =>
  new Refusal({
    status: 404,
    type: 'request',
    code: 'not_found',
    message: 'No operation of this server has this method and path.',
  })

const invalid = (message: string, details: readonly FieldProblem[]) =>
  new Refusal({ status: 400, type: 'request', code: 'invalid_data', message, details })

const denied = (message: string) =>
  new Refusal({ status: 403, type: 'request', code: 'control_forbidden', message })

const failed = (what: string, reason?: unknown) =>
  new Refusal(
    {
      status: 500,
      type: 'internal',
      code: 'handler_failed',
      message: `The server of this page could not ${what}. Whoever runs it finds the reason through onError of createHandler.`,
    },
    reason,
  )

const rethrow = (what: string) => (reason: unknown) => {
  throw failed(what, reason)
}
