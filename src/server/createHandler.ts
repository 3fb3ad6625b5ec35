import { within } from '../core/deadline.ts'
import { getPermissions } from '../core/permissions.ts'
import { errorResponse, jsonResponse, Refusal } from './answers.ts'
import type { AnswerRules } from './cleanAnswer.ts'
import { checkAddresses } from './exportAddresses.ts'
import { grantOf, type Grant } from './grant.ts'
import { readOptions, type HandlerOptions, type Settings } from './options.ts'
import { corsHeaders, preflight } from './origins.ts'
import { keptSecrets, permissionsOf, verdictOf } from './permissions.ts'
import { readOperation, readQuestion, type Question } from './question.ts'
import { QueueFull } from './queue.ts'
import { clientLeft, denied, failed, tooLate, tooMany } from './refusals.ts'
import { safeValue } from './redact.ts'
import { record, tell, type Trace } from './report.ts'
import { secretsIn } from './secrets.ts'
import { checkSigns, WRITTEN_BACK } from './signs.ts'
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
    const asked = preflight(request, settings.origins)
    if (asked) return asked
    const response = await answer(settings, request)
    for (const [name, value] of Object.entries(corsHeaders(request, settings.origins)))
      response.headers.set(name, value)
    return response
  }
  return Object.assign(handle, { basePath: settings.basePath })
}

async function answer(settings: Settings, request: Request): Promise<Response> {
  const arrived = performance.now()
  const trace: Trace = {}
  let code: string | null = null
  let response: Response
  try {
    if (request.signal.aborted) throw clientLeft()
    response = await within(settings.timeout, request.signal, (signal) =>
      serve(settings, request, signal, trace),
    )
  } catch (error) {
    const refusal = refusalOf(error, settings, request)
    code = refusal.answer.code
    if (refusal.answer.status >= 500) tell(settings, refusal.reason ?? refusal, trace)
    response = errorResponse(refusal.answer, refusal.headers)
  }
  record(settings, trace, response.status, code, performance.now() - arrived)
  return response
}

function refusalOf(error: unknown, { timeout }: Settings, { signal }: Request): Refusal {
  if (signal.aborted) return clientLeft()
  if (error instanceof Refusal) return error
  if (error instanceof QueueFull) return tooMany()
  const isLate = error instanceof DOMException && error.name === 'TimeoutError'
  return isLate ? tooLate(timeout) : failed('answer this request', error)
}

async function serve(
  settings: Settings,
  request: Request,
  signal: AbortSignal,
  trace: Trace,
): Promise<Response> {
  const found = readOperation(settings, request)
  const { operation } = found
  trace.operation = operation.id
  const question = await readQuestion(settings, request, found, signal)
  const { input } = question
  // A copy: what authorize does to the input must change the record no more than the request.
  if (settings.audit) trace.input = safeValue(input)
  const grant = await grantOf(settings.authorize, { operation, input, request }, (who) =>
    Object.assign(trace, who),
  )
  trace.masks = grant.maskFields ?? []
  if (operation.id === getPermissions.id)
    return jsonResponse(200, permissionsOf(settings.offer, grant))
  const verdict = verdictOf(settings.offer, grant, operation)
  if (verdict !== true) throw denied(verdict)
  checkSigns(question, trace.masks.length > 0)
  const key = await settings.keyOf(grant.project).catch((reason: unknown) => {
    throw failed('find the key of this project', reason)
  })
  trace.key = key
  const address = settings.upstreamOf(grant.project)
  const call = {
    wire: question.wire,
    address,
    key,
    fetch: settings.fetch,
    idempotencyKey: request.headers.get('idempotency-key'),
    signal,
    rules: rulesOf(settings, grant, question, { address, key, trace }),
  }
  return settings.queue.run(grant, signal, () => askUpstream(call))
}

/** What this viewer may have of the answer. */
function rulesOf(
  settings: Settings,
  grant: Grant,
  { operation, input }: Question,
  { address, key, trace }: { address: string; key: string; trace: Trace },
): AnswerRules {
  const masks = grant.maskFields ?? []
  const keep = keptSecrets(settings.offer, grant)
  const signs = WRITTEN_BACK.has(operation.resource)
  const rules = { key, sent: secretsIn(input), keep, masks, signs }
  if (operation.resource !== 'exports') return rules
  const files = checkAddresses({
    hosts: settings.exportHosts,
    upstream: address,
    isOpen: masks.length === 0,
    refused: (host) => tell(settings, unlisted(host), trace),
  })
  return { ...rules, address: files }
}

const unlisted = (host: string) =>
  new Error(
    `An export's file lies at ${host}, which is not https or not in exportHosts of createHandler, so that its address was ` +
      'kept back. Name the host there if it is Qonversion’s.',
  )
