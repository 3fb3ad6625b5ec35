export type { FieldProblem } from '../core/errors.ts'
export type { Fetcher, FetcherInit } from '../core/fetcher.ts'
export type { OperationId, OperationInfo } from '../core/operation.ts'
export type { PermissionsAnswer } from '../core/permissions.ts'
export type { KnownOperationId } from '../resources/all.ts'
export type { Allowed } from '../server/allow.ts'
export type { AuditEntry } from '../server/audit.ts'
export { createHandler, type Handler } from '../server/createHandler.ts'
export type {
  Authorize,
  AuthorizeQuestion,
  Decision,
  FailureContext,
  Grant,
} from '../server/grant.ts'
export { handlerFetcher } from '../server/handlerFetcher.ts'
export type { HandlerOptions } from '../server/options.ts'
export {
  allOf,
  analyticsOnly,
  anyOf,
  byRole,
  operations,
  readOnly,
  type Policy,
} from '../server/policies.ts'
export type { Concurrency } from '../server/queue.ts'
export type { SecretField } from '../server/secrets.ts'
