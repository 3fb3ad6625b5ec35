import type { InputOf, OutputOf } from '../../core/operation.ts'
import type {
  createIntegration,
  deleteIntegration,
  getIntegrationsMeta,
  listIntegrations,
  updateIntegrationStatus,
} from './operations.ts'

/** Every integration of the project. */
export type IntegrationsAnswer = OutputOf<typeof listIntegrations>
/** An integration; `active` is 0 paused, 1 active, 2 suspended after repeated failures, or a newer state. */
export type Integration = IntegrationsAnswer['data'][number]
/** The catalog of providers, by category. */
export type IntegrationsMetaAnswer = OutputOf<typeof getIntegrationsMeta>
/** Providers of one kind. */
export type IntegrationCategory = IntegrationsMetaAnswer['categories'][number]
/** One provider with the stores it supports. */
export type IntegrationProvider = IntegrationCategory['integrations'][number]
/** An integration to add: its title, the provider's slug and the store. */
export type CreateIntegrationInput = InputOf<typeof createIntegration>
/** The integration to pause (0) or to activate (1). */
export type UpdateIntegrationStatusInput = InputOf<typeof updateIntegrationStatus>
/** Names one integration. */
export type DeleteIntegrationInput = InputOf<typeof deleteIntegration>
