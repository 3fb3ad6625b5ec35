'use client'
import { createMutationHook, type MutationHook } from '../../react/createMutationHook.ts'
import { createQueryHook, type QueryHook } from '../../react/createQueryHook.ts'
import { createSuspenseHook, type SuspenseHook } from '../../react/createSuspenseHook.ts'
import {
  createIntegration,
  deleteIntegration,
  getIntegrationsMeta,
  listIntegrations,
  updateIntegrationStatus,
} from './operations.ts'
import type { Integration, IntegrationsAnswer, UpdateIntegrationStatusInput } from './types.ts'

/** Every integration of the project with its state and its last delivery. */
export const useIntegrations: QueryHook<typeof listIntegrations> =
  /* @__PURE__ */ createQueryHook(listIntegrations)

/** `useIntegrations` that suspends. */
export const useSuspenseIntegrations: SuspenseHook<typeof listIntegrations> =
  /* @__PURE__ */ createSuspenseHook(listIntegrations)

/** The providers that can be integrated, by category. */
export const useIntegrationsMeta: QueryHook<typeof getIntegrationsMeta> =
  /* @__PURE__ */ createQueryHook(getIntegrationsMeta)

/** `useIntegrationsMeta` that suspends. */
export const useSuspenseIntegrationsMeta: SuspenseHook<typeof getIntegrationsMeta> =
  /* @__PURE__ */ createSuspenseHook(getIntegrationsMeta)

/** Adds an integration, paused; a try that got no answer is repeated without making a second one. */
export const useCreateIntegration: MutationHook<typeof createIntegration> =
  /* @__PURE__ */ createMutationHook(createIntegration)

const withStatus = (
  integration: Integration,
  { integration_id, status: active }: UpdateIntegrationStatusInput,
): Integration => (integration.id === integration_id ? { ...integration, active } : integration)

/** Pauses or activates an integration; it shows at once and goes back if it is refused. */
export const useUpdateIntegrationStatus: MutationHook<typeof updateIntegrationStatus> =
  /* @__PURE__ */ createMutationHook(updateIntegrationStatus, {
    v4ListIntegrations: (answer, input) => {
      const list = answer as IntegrationsAnswer
      return { ...list, data: list.data.map((row) => withStatus(row, input)) }
    },
  })

/** Removes an integration. */
export const useDeleteIntegration: MutationHook<typeof deleteIntegration> =
  /* @__PURE__ */ createMutationHook(deleteIntegration)
