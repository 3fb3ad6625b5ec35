import type { FieldProblem } from '../core/errors.ts'
import { Refusal } from './answers.ts'
import { withoutKeys } from './redact.ts'

/** No operation has this method and path. */
export const notFound = (): Refusal =>
  new Refusal({
    status: 404,
    type: 'request',
    code: 'not_found',
    message: 'No operation of this server has this method and path.',
  })

/** The input does not fit. The words may quote it, but never a key that was put into a field. */
export const invalid = (message: string, details: readonly FieldProblem[]): Refusal =>
  new Refusal({
    status: 400,
    type: 'request',
    code: 'invalid_data',
    message: withoutKeys(message),
    details: details.map((detail) => ({
      field: withoutKeys(detail.field),
      message: withoutKeys(detail.message),
    })),
  })

/** The viewer may not; looks as the API's own 403 does. */
export const denied = (message: string): Refusal =>
  new Refusal({
    status: 403,
    type: 'request',
    code: 'control_forbidden',
    message: withoutKeys(message),
  })

/** The body is longer than the handler reads. */
export const tooLarge = (limit: number): Refusal =>
  new Refusal({
    status: 413,
    type: 'request',
    code: 'body_too_large',
    message: `The body of the request is longer than the ${limit} bytes that this server reads. Send less at once; whoever runs it can raise maxBodyBytes.`,
  })

/** More of this viewer's calls wait than can be answered in time. */
export const tooMany = (): Refusal =>
  new Refusal(
    {
      status: 429,
      type: 'request',
      code: 'too_many_requests',
      message: 'Too many of your requests wait for the Qonversion API already. Try again later.',
    },
    undefined,
    { 'retry-after': '5' },
  )

/** Something of the host's failed; `reason` is for its log alone. */
export const failed = (what: string, reason?: unknown): Refusal =>
  new Refusal(
    {
      status: 500,
      type: 'internal',
      code: 'handler_failed',
      message: `The server of this page could not ${what}. Whoever runs it finds the reason through onError of createHandler.`,
    },
    reason,
  )

/** The upstream did not answer as it should; `reason` is for the host's log alone. */
export const badGateway = (message: string, reason?: unknown): Refusal =>
  new Refusal({ status: 502, type: 'internal', code: 'network_error', message }, reason)

/** The deadline was over before the answer was whole. */
export const tooLate = (milliseconds: number): Refusal =>
  new Refusal({
    status: 504,
    type: 'internal',
    code: 'timeout',
    message: `No answer was ready within ${milliseconds / 1000} seconds. A change may have been made all the same: look before you make it again.`,
  })

/** Nobody reads this one. 499 is what servers log for it. */
export const clientLeft = (): Refusal =>
  new Refusal({ status: 499, type: 'request', code: 'aborted', message: 'The client left.' })
