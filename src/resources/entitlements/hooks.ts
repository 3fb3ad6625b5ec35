'use client'
import { createInfiniteHook, type InfiniteHook } from '../../react/createInfiniteHook.ts'
import { createMutationHook, type MutationHook } from '../../react/createMutationHook.ts'
import { createQueryHook, type QueryHook } from '../../react/createQueryHook.ts'
import { createSuspenseHook, type SuspenseHook } from '../../react/createSuspenseHook.ts'
import {
  createEntitlement,
  deleteEntitlement,
  getEntitlement,
  grantUserEntitlement,
  listEntitlements,
  listUserEntitlements,
  revokeUserEntitlement,
  updateEntitlement,
} from './operations.ts'

/** One page of the project's entitlement definitions. */
export const useEntitlements: QueryHook<typeof listEntitlements> =
  /* @__PURE__ */ createQueryHook(listEntitlements)

/** `useEntitlements` that suspends until its answer is there. */
export const useSuspenseEntitlements: SuspenseHook<typeof listEntitlements> =
  /* @__PURE__ */ createSuspenseHook(listEntitlements)

/** All entitlement definitions, read page by page: `data.rows`, each once. */
export const useInfiniteEntitlements: InfiniteHook<typeof listEntitlements> =
  /* @__PURE__ */ createInfiniteHook(listEntitlements)

/** One entitlement definition with the products that give it. */
export const useEntitlement: QueryHook<typeof getEntitlement> =
  /* @__PURE__ */ createQueryHook(getEntitlement)

/** `useEntitlement` that suspends until its answer is there. */
export const useSuspenseEntitlement: SuspenseHook<typeof getEntitlement> =
  /* @__PURE__ */ createSuspenseHook(getEntitlement)

/** Defines an entitlement; it is sent once, and an id that is taken is an error with status 409. */
export const useCreateEntitlement: MutationHook<typeof createEntitlement> =
  /* @__PURE__ */ createMutationHook(createEntitlement)

/** Changes description or products of a definition; what is left out stays. */
export const useUpdateEntitlement: MutationHook<typeof updateEntitlement> =
  /* @__PURE__ */ createMutationHook(updateEntitlement)

/** Removes an entitlement definition. */
export const useDeleteEntitlement: MutationHook<typeof deleteEntitlement> =
  /* @__PURE__ */ createMutationHook(deleteEntitlement)

/** Entitlements that a user has or had, bought and granted. */
export const useUserEntitlements: QueryHook<typeof listUserEntitlements> =
  /* @__PURE__ */ createQueryHook(listUserEntitlements)

/** `useUserEntitlements` that suspends until its answer is there. */
export const useSuspenseUserEntitlements: SuspenseHook<typeof listUserEntitlements> =
  /* @__PURE__ */ createSuspenseHook(listUserEntitlements)

/** Grants a user an entitlement, until a moment (Unix seconds) or without end; what is paid for stays as it is (422). */
export const useGrantUserEntitlement: MutationHook<typeof grantUserEntitlement> =
  /* @__PURE__ */ createMutationHook(grantUserEntitlement)

/** Takes a granted entitlement away; one that is paid for stays, and the error says so (422). */
export const useRevokeUserEntitlement: MutationHook<typeof revokeUserEntitlement> =
  /* @__PURE__ */ createMutationHook(revokeUserEntitlement)
