export * from '../resources/project-settings/secretHooks.ts'
export type {
  RegeneratedSecret,
  UpdateStoreConfigInput,
} from '../resources/project-settings/types.ts'
