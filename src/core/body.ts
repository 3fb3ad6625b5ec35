import * as v from 'valibot'
import { QonversionApiError, ResponseShapeError, type FieldProblem } from './errors.ts'
import type { Operation } from './operation.ts'
import { parseRetryAfter } from './retry.ts'

/**
 * Reads a good answer's JSON, nothing where the operation allows it; throws `ResponseShapeError` for an empty, cut or foreign body,
 * `QonversionApiError` for an error status.
 */
export async function readBody(operation: Operation, response: Response): Promise<unknown> {
  const text = await response.text()
  if (!response.ok) throw apiError(operation.id, response, text)
  if (text === '') {
    // Which status comes with nothing is not documented for every write.
    if (v.is(operation.output(), undefined)) return undefined
    throw unreadable(operation, 'the body is empty')
  }
  const type = response.headers.get('content-type') ?? 'no content type'
  if (!/[/+]json\b/i.test(type))
    throw unreadable(operation, `the body is ${type.split(';', 1)[0]}, not JSON`)
  const body = tryJson(text)
  // The parser's own error quotes the body, so it is left out.
  if (body === undefined)
    throw unreadable(operation, 'the body is not whole JSON (cut off on the way?)')
  return body
}

const unreadable = (operation: Operation, message: string) =>
  new ResponseShapeError(operation, [{ path: '', message }])

/** Takes what it can of the API's envelope; a proxy on the way may answer with anything. */
function apiError(operation: string, response: Response, body: string): QonversionApiError {
  const { status, headers } = response
  const error = asRecord(asRecord(tryJson(body))['error'])
  const details = Array.isArray(error['details']) ? error['details'] : []
  return new QonversionApiError(operation, {
    status,
    type: asText(error['type']) ?? (status < 500 ? 'request' : 'internal'),
    code: asText(error['code']) ?? 'unknown_error',
    message:
      asText(error['message']) ??
      `${operation} was answered with status ${status} and no explanation.`,
    details: details.filter(isProblem),
    retryAfter: parseRetryAfter(headers.get('retry-after'), headers.get('date')),
  })
}

const asRecord = (value: unknown) => Object(value) as Record<string, unknown>

const asText = (value: unknown) => (typeof value === 'string' && value !== '' ? value : undefined)

const isProblem = (value: unknown): value is FieldProblem =>
  typeof asRecord(value)['field'] === 'string' && typeof asRecord(value)['message'] === 'string'

function tryJson(text: string): unknown {
  try {
    return JSON.parse(text) as unknown
  } catch {
    return undefined
  }
}
