'use client'
import { createInfiniteHook, type InfiniteHook } from '../../react/createInfiniteHook.ts'
import { createMutationHook, type MutationHook } from '../../react/createMutationHook.ts'
import { createQueryHook, type QueryHook } from '../../react/createQueryHook.ts'
import { createSuspenseHook, type SuspenseHook } from '../../react/createSuspenseHook.ts'
import {
  createAutomation,
  deleteAutomation,
  getAutomation,
  listAutomations,
  updateAutomation,
  updateAutomationStatus,
} from './operations.ts'
import type { Automation, AutomationsPage, UpdateAutomationStatusInput } from './types.ts'

/** One page of the automations of the project. */
export const useAutomations: QueryHook<typeof listAutomations> =
  /* @__PURE__ */ createQueryHook(listAutomations)

/** `useAutomations` that suspends. */
export const useSuspenseAutomations: SuspenseHook<typeof listAutomations> =
  /* @__PURE__ */ createSuspenseHook(listAutomations)

/** Automations read page by page: `data.rows`, each once. */
export const useInfiniteAutomations: InfiniteHook<typeof listAutomations> =
  /* @__PURE__ */ createInfiniteHook(listAutomations)

/** One automation. */
export const useAutomation: QueryHook<typeof getAutomation> =
  /* @__PURE__ */ createQueryHook(getAutomation)

/** `useAutomation` that suspends. */
export const useSuspenseAutomation: SuspenseHook<typeof getAutomation> =
  /* @__PURE__ */ createSuspenseHook(getAutomation)

/** Adds an automation; without an answer it is not sent again by itself. */
export const useCreateAutomation: MutationHook<typeof createAutomation> =
  /* @__PURE__ */ createMutationHook(createAutomation)

/** Replaces the whole of an automation. */
export const useUpdateAutomation: MutationHook<typeof updateAutomation> =
  /* @__PURE__ */ createMutationHook(updateAutomation)

const withStatus = (
  automation: Automation,
  { automation_id, status }: UpdateAutomationStatusInput,
): Automation => (automation.id === automation_id ? { ...automation, status } : automation)

/** Activates, deactivates or pauses an automation; it shows at once and goes back if it is refused. */
export const useUpdateAutomationStatus: MutationHook<typeof updateAutomationStatus> =
  /* @__PURE__ */ createMutationHook(updateAutomationStatus, {
    v4GetAutomation: (answer, input) => withStatus(answer as Automation, input),
    v4ListAutomations: (answer, input) => {
      const page = answer as AutomationsPage
      return { ...page, data: page.data.map((row) => withStatus(row, input)) }
    },
  })

/** Removes an automation. */
export const useDeleteAutomation: MutationHook<typeof deleteAutomation> =
  /* @__PURE__ */ createMutationHook(deleteAutomation)
