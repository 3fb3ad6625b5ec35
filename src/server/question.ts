import { fromRequest, matchOperation } from '../core/deserialize.ts'
import { InputError, type FieldProblem } from '../core/errors.ts'
import type { Operation } from '../core/operation.ts'
import { getPermissions } from '../core/permissions.ts'
import { toRequest, type WireRequest } from '../core/serialize.ts'
import { operations } from '../resources/all.ts'
import type { Settings } from './options.ts'
import { foreignness } from './origins.ts'
import { denied, invalid, notFound } from './refusals.ts'
import { readRequestBody } from './requestBody.ts'

const SERVED: readonly Operation[] = [...operations, getPermissions]

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
    // Written before anyone sees the input: what was checked is what is sent.
    return { operation, input, wire: toRequest(operation, input) }
  } catch (error) {
    if (error instanceof InputError)
      throw invalid(sentence(operation.id, error.details), error.details)
    throw error
  }
}

const sentence = (id: string, details: readonly FieldProblem[]) =>
  `The request does not fit ${id}: ${details.map(({ field, message }) => `${field}: ${message}`).join('; ')}.`
