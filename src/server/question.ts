import { fromRequest, matchOperation } from '../core/deserialize.ts'
import { InputError, type FieldProblem } from '../core/errors.ts'
import { pathNames, type Operation, type Schema } from '../core/operation.ts'
import { getPermissions } from '../core/permissions.ts'
import { toRequest, type WireRequest } from '../core/serialize.ts'
import { operations } from '../resources/all.ts'
import type { Settings } from './options.ts'
import { foreignness } from './origins.ts'
import { denied, invalid, notFound } from './refusals.ts'
import { readRequestBody } from './requestBody.ts'

/** What is answered here. */
const SERVED: readonly Operation[] = [...operations, getPermissions].map(withOneSchema)

/** Its schema is made once, at the first question: to make one costs more than to check by it. */
function withOneSchema(operation: Operation): Operation {
  let schema: Schema | undefined
  return { ...operation, input: () => (schema ??= operation.input()) }
}

/** A request read and checked: what it asks, and how that is written for the API. */
export interface Question {
  readonly operation: Operation
  readonly input: Record<string, unknown>
  readonly wire: WireRequest
}

/** The operation that a request asks for, and its path below the handler. Throws a `Refusal` when there is none. */
export function readOperation(
  { basePath }: Settings,
  { url, method }: Request,
): { operation: Operation; path: string } {
  const { pathname, search } = new URL(url)
  if (!pathname.startsWith(`${basePath}/`)) throw notFound()
  const path = pathname.slice(basePath.length) + search
  const operation = matchOperation(SERVED, method, path)
  if (operation === null) throw notFound()
  return { operation, path }
}

/** Reads and checks what is asked. Throws a `Refusal` for what is not offered, not the page's own, too long or does not fit. */
export async function readQuestion(
  settings: Settings,
  request: Request,
  { operation, path }: { operation: Operation; path: string },
  signal: AbortSignal,
): Promise<Question> {
  const offered = operation.id === getPermissions.id || settings.offer.policy(operation)
  if (offered !== true) throw denied(offered)
  const foreign = operation.kind === 'write' ? foreignness(request, settings.origins) : null
  if (foreign !== null) throw denied(foreign)
  const body = await readRequestBody(request, settings.maxBodyBytes, signal)
  try {
    const input = fromRequest(operation, request.method, path, body)
    if (input === null) throw notFound()
    const strays = pathNames(operation).filter((name) => isStray(String(input[name])))
    if (strays.length > 0)
      throw new InputError(
        operation.id,
        strays.map((field) => ({ field, message: 'is no id that an address may hold' })),
      )
    // Written before anyone sees the input: what was checked is what is sent.
    return { operation, input, wire: toRequest(operation, input) }
  } catch (error) {
    if (!(error instanceof InputError)) throw error
    const details = error.details.slice(0, MOST_PROBLEMS)
    throw invalid(sentence(operation.id, details), details)
  }
}

/** So many say what is wrong; all of a long list would be an answer a hundred times as long as the question. */
const MOST_PROBLEMS = 20
const LONGEST_ID = 512

/**
 * True for what a server behind the API might read as a way to another resource, however often it decodes: many decode
 * before they look for the route, and `a%2Fpermissions` is another operation than the one that was granted.
 */
function isStray(id: string): boolean {
  let text = id
  for (let round = 0; round < 4; round++) {
    if (/[/\\\p{Cc}]|^\.\.?(?:;|$)/u.test(text)) return true
    text = decodeOnce(text)
  }
  return id.length > LONGEST_ID
}

/** Decodes what it can: a lone `%` elsewhere must not hide what stands beside it. */
const decodeOnce = (text: string): string =>
  text.replace(/%([0-7][0-9a-f])/gi, (_, code: string) => String.fromCharCode(parseInt(code, 16)))

const sentence = (id: string, details: readonly FieldProblem[]) =>
  `The request does not fit ${id}: ${details.map(({ field, message }) => `${field}: ${message}`).join('; ')}.`
