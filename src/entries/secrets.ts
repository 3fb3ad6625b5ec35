export type { MutationHookOptions } from '../react/createMutationHook.ts'
export type { SecretHook, SecretResult } from '../react/createSecretHook.ts'
export * from '../resources/project-settings/secretHooks.ts'
export type {
  RegeneratedSecret,
  UpdateStoreConfigInput,
} from '../resources/project-settings/types.ts'
