export {
  InputError,
  ListError,
  QonversionApiError,
  QonversionError,
  ResponseShapeError,
  TransportError,
  type ApiErrorInfo,
  type FieldProblem,
  type ShapeProblem,
} from '../core/errors.ts'
export type { Adapters, Drift } from '../core/execute.ts'
export {
  createFetcher,
  type CreateFetcherOptions,
  type Fetcher,
  type FetcherInit,
  type Source,
} from '../core/fetcher.ts'
export type {
  InputOf,
  Method,
  Operation,
  OperationId,
  OperationInfo,
  OutputOf,
} from '../core/operation.ts'
export { useQonversion, type Qonversion } from '../react/context.ts'
export type { QueryHook } from '../react/createQueryHook.ts'
export type { QueryHookOptions } from '../react/hookOptions.ts'
export type { QuerySource } from '../react/ask.ts'
export type { OperationKey, OperationQuery } from '../react/operationQuery.ts'
export { QonversionProvider, type QonversionProviderProps } from '../react/QonversionProvider.tsx'
export type { DisplaySettings, Theme } from '../i18n/DisplayContext.tsx'
export type { Messages } from '../i18n/messages.ts'
export type {
  InfiniteHook,
  ListData,
  ListInput,
  ListOperation,
  RowOf,
} from '../react/createInfiniteHook.ts'
export type { MutationHook, MutationHookOptions } from '../react/createMutationHook.ts'
export type { SuspenseHook } from '../react/createSuspenseHook.ts'
export * from '../resources/cohorts/hooks.ts'
export * from '../resources/cohorts/queries.ts'
export type * from '../resources/cohorts/types.ts'
