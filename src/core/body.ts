import * as v from 'valibot'
import { QonversionApiError, ResponseShapeError } from './errors.ts'
import { parseRetryAfter } from './retry.ts'

const envelope = v.object({
  error: v.object({
    type: v.fallback(v.string(), 'internal'),
    code: v.fallback(v.string(), 'unknown_error'),
    message: v.fallback(v.string(), ''),
    details: v.fallback(v.array(v.object({ field: v.string(), message: v.string() })), []),
  }),
})

/** Reads a good answer's JSON; throws `ResponseShapeError` for an empty, cut or foreign body, `QonversionApiError` for an error status. */
export async function readBody(operation: string, response: Response): Promise<unknown> {
  const text = await response.text()
  if (!response.ok) throw apiError(operation, response, text)
  if (text === '') {
    if (response.status === 204 || response.status === 202) return undefined
    throw new ResponseShapeError(operation, [{ path: '', message: 'the body is empty' }])
  }
  const type = response.headers.get('content-type') ?? 'no content type'
  if (!/[/+]json\b/i.test(type))
    throw new ResponseShapeError(operation, [
      {
        path: '',
        message: `the body is ${type.split(';', 1)[0]}, not JSON`,
      },
    ])
  return parseJson(operation, text)
}

function parseJson(operation: string, text: string): unknown {
  try {
    return JSON.parse(text) as unknown
  } catch {
    // The parser's own error quotes the body, so it is left out.
    throw new ResponseShapeError(operation, [
      { path: '', message: 'the body is not whole JSON (cut off on the way?)' },
    ])
  }
}

function apiError(operation: string, response: Response, text: string): QonversionApiError {
  const parsed = v.safeParse(envelope, tryJson(text))
  const known = parsed.success ? parsed.output.error : null
  const { status } = response
  return new QonversionApiError(operation, {
    status,
    type: known?.type ?? (status < 500 ? 'request' : 'internal'),
    code: known?.code ?? 'unknown_error',
    message:
      known?.message || `${operation} was answered with status ${status} and no explanation.`,
    details: known?.details ?? [],
    retryAfter: parseRetryAfter(response.headers.get('retry-after'), response.headers.get('date')),
  })
}

function tryJson(text: string): unknown {
  try {
    return JSON.parse(text) as unknown
  } catch {
    return undefined
  }
}
