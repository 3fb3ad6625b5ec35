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
export type { PermissionsAnswer } from '../core/permissions.ts'
export { permissionsQuery } from '../react/permissionsQuery.ts'
export {
  usePermission,
  usePermissions,
  type Permission,
  type PermissionsOptions,
} from '../react/usePermissions.ts'
export { useAnsweredQuestion } from '../react/useAnsweredQuestion.ts'
export type { Answered } from '../react/useAnswered.ts'
export { QonversionProvider, type QonversionProviderProps } from '../react/QonversionProvider.tsx'
export type { DisplaySettings, Theme } from '../i18n/DisplayContext.tsx'
export type { Messages } from '../i18n/messages.ts'
export type {
  InfiniteHook,
  InfiniteHookOptions,
  InfiniteOperationQuery,
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
export * from '../resources/events/hooks.ts'
export * from '../resources/events/queries.ts'
export type * from '../resources/events/types.ts'
export * from '../resources/exports/hooks.ts'
export * from '../resources/exports/queries.ts'
export type * from '../resources/exports/types.ts'
export { useExport } from '../resources/exports/useExport.ts'
export * from '../resources/experiments/hooks.ts'
export * from '../resources/experiments/queries.ts'
export type * from '../resources/experiments/types.ts'
export * from '../resources/segments/hooks.ts'
export * from '../resources/segments/queries.ts'
export type * from '../resources/segments/types.ts'
export * from '../resources/cards/hooks.ts'
export * from '../resources/cards/queries.ts'
export type * from '../resources/cards/types.ts'
export * from '../resources/charts/hooks.ts'
export * from '../resources/charts/queries.ts'
export type * from '../resources/charts/types.ts'
export * from '../resources/currencies/hooks.ts'
export * from '../resources/currencies/queries.ts'
export type * from '../resources/currencies/types.ts'
export * from '../resources/insights/hooks.ts'
export * from '../resources/insights/queries.ts'
export type * from '../resources/insights/types.ts'
export * from '../resources/ltv/hooks.ts'
export * from '../resources/ltv/queries.ts'
export type * from '../resources/ltv/types.ts'
export * from '../resources/customers/hooks.ts'
export * from '../resources/customers/queries.ts'
export type * from '../resources/customers/types.ts'
export * from '../resources/products/hooks.ts'
export * from '../resources/products/queries.ts'
export type * from '../resources/products/types.ts'
export * from '../resources/offerings/hooks.ts'
export * from '../resources/offerings/queries.ts'
export type * from '../resources/offerings/types.ts'
export * from '../resources/automations/hooks.ts'
export * from '../resources/automations/queries.ts'
export type * from '../resources/automations/types.ts'
export * from '../resources/integrations/hooks.ts'
export * from '../resources/integrations/queries.ts'
export type * from '../resources/integrations/types.ts'
export * from '../resources/scheduled-reports/hooks.ts'
export * from '../resources/scheduled-reports/queries.ts'
export type * from '../resources/scheduled-reports/types.ts'
export * from '../resources/users/hooks.ts'
export * from '../resources/users/queries.ts'
export type * from '../resources/users/types.ts'
export * from '../resources/identities/hooks.ts'
export * from '../resources/identities/queries.ts'
export type * from '../resources/identities/types.ts'
export * from '../resources/entitlements/hooks.ts'
export * from '../resources/entitlements/queries.ts'
export type * from '../resources/entitlements/types.ts'
export * from '../resources/purchases/hooks.ts'
export * from '../resources/purchases/queries.ts'
export type * from '../resources/purchases/types.ts'
export * from '../resources/project-settings/hooks.ts'
export * from '../resources/project-settings/queries.ts'
// Hooks that send or bring a secret have a door of their own: secrets.ts.
export type {
  ProjectSettings,
  StoreConfig,
  StoreConfigInput,
  UpdateProjectSettingsInput,
} from '../resources/project-settings/types.ts'
export * from '../resources/remote-configurations/hooks.ts'
export * from '../resources/remote-configurations/queries.ts'
export type * from '../resources/remote-configurations/types.ts'
export * from '../resources/screens/hooks.ts'
export * from '../resources/screens/queries.ts'
export type * from '../resources/screens/types.ts'
