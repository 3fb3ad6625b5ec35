import type { FieldProblem } from '../core/errors.ts'

const STATUS = {
  invalid_data: [400, 'request'],
  invalid_entitlement_data: [400, 'request'],
  control_unauthorized: [401, 'request'],
  control_forbidden: [403, 'request'],
  not_found: [404, 'request'],
  relation_not_found: [404, 'resource'],
  already_exists: [409, 'resource'],
  state_conflict: [409, 'resource'],
  cannot_set_main_directly: [400, 'resource'],
  product_not_in_project: [400, 'resource'],
  cannot_setmain_experiment_variant: [422, 'resource'],
  paid_entitlement: [422, 'resource'],
  validation_error: [422, 'request'],
  too_many_requests: [429, 'request'],
  not_implemented: [501, 'logical'],
} as const

/** Why a request gets no answer, as the API's error envelope says it. */
export class Problem extends Error {
  readonly status: number
  readonly body: {
    readonly error: {
      readonly type: string
      readonly code: string
      readonly message: string
      readonly details?: readonly FieldProblem[]
    }
  }
  readonly headers: Readonly<Record<string, string>>
  constructor(
    code: keyof typeof STATUS,
    message: string,
    details: readonly FieldProblem[] = [],
    headers: Readonly<Record<string, string>> = {},
  ) {
    super(message)
    const [status, type] = STATUS[code]
    this.status = status
    this.headers = headers
    this.body = { error: { type, code, message, ...(details.length > 0 && { details }) } }
  }
}

/** A 400 for parameters that do not fit, each with its field and a sentence. */
export const invalid = (details: readonly FieldProblem[]): Problem =>
  new Problem(
    'invalid_data',
    `The request cannot be answered: ${details.map(({ field, message }) => `${field}: ${message}`).join('; ')}`,
    details,
  )
