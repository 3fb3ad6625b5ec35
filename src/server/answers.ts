import type { FieldProblem } from '../core/errors.ts'

/** What the API's error envelope says, with its status. */
export interface ErrorAnswer {
  readonly status: number
  readonly type: 'request' | 'resource' | 'internal'
  readonly code: string
  readonly message: string
  readonly details?: readonly FieldProblem[]
}

/** A reason to stop, with the answer that says so. `reason` is for the host's log, not for the viewer. */
export class Refusal extends Error {
  readonly answer: ErrorAnswer
  readonly reason: unknown
  readonly headers: Readonly<Record<string, string>>
  constructor(
    answer: ErrorAnswer,
    reason?: unknown,
    headers: Readonly<Record<string, string>> = {},
  ) {
    super(answer.message)
    this.answer = answer
    this.reason = reason
    this.headers = headers
  }
}

/** An answer in the API's error shape. */
export function errorResponse(
  { status, ...error }: ErrorAnswer,
  headers?: Readonly<Record<string, string>>,
): Response {
  return jsonResponse(status, { error }, headers)
}

/** An answer that no cache on the way may keep and no browser may take for something else; without a body when it is undefined. */
export function jsonResponse(
  status: number,
  body: unknown,
  headers: Readonly<Record<string, string>> = {},
): Response {
  const all = {
    ...headers,
    'cache-control': 'private, no-store',
    'x-content-type-options': 'nosniff',
  }
  if (body === undefined) return new Response(null, { status, headers: all })
  return new Response(JSON.stringify(body), {
    status,
    headers: { ...all, 'content-type': 'application/json' },
  })
}
