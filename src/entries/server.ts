export type { FieldProblem } from '../core/errors.ts'
export type { Fetcher, FetcherInit } from '../core/fetcher.ts'
export type { OperationId, OperationInfo } from '../core/operation.ts'
export { createHandler, type Handler } from '../server/createHandler.ts'
export { handlerFetcher } from '../server/handlerFetcher.ts'
export type {
  Authorize,
  AuthorizeQuestion,
  Decision,
  FailureContext,
  Grant,
  HandlerOptions,
} from '../server/options.ts'
