'use client'
import { createInfiniteHook, type InfiniteHook } from '../../react/createInfiniteHook.ts'
import { createMutationHook, type MutationHook } from '../../react/createMutationHook.ts'
import { createQueryHook, type QueryHook } from '../../react/createQueryHook.ts'
import { createSuspenseHook, type SuspenseHook } from '../../react/createSuspenseHook.ts'
import {
  deleteCustomer,
  getCustomer,
  getCustomerMetrics,
  grantCustomerPermission,
  listCustomerPermissions,
  listCustomers,
  revokeCustomerPermission,
  setCustomerProperties,
} from './operations.ts'

/** A page of customers by its number: sorted, searched and filtered. */
export const useCustomers: QueryHook<typeof listCustomers> =
  /* @__PURE__ */ createQueryHook(listCustomers)

/** Customers read page by page: `data.rows`, each customer once. */
export const useInfiniteCustomers: InfiniteHook<typeof listCustomers> =
  /* @__PURE__ */ createInfiniteHook(listCustomers)

/** `useCustomers` that suspends until its answer is there. */
export const useSuspenseCustomers: SuspenseHook<typeof listCustomers> =
  /* @__PURE__ */ createSuspenseHook(listCustomers)

/** Counters over the customers that match the filters of a list. */
export const useCustomerMetrics: QueryHook<typeof getCustomerMetrics> =
  /* @__PURE__ */ createQueryHook(getCustomerMetrics)

/** `useCustomerMetrics` that suspends until its answer is there. */
export const useSuspenseCustomerMetrics: SuspenseHook<typeof getCustomerMetrics> =
  /* @__PURE__ */ createSuspenseHook(getCustomerMetrics)

/** Everything known of one customer: device, attribution, properties, timeline, net payments. */
export const useCustomer: QueryHook<typeof getCustomer> =
  /* @__PURE__ */ createQueryHook(getCustomer)

/** `useCustomer` that suspends until its answer is there. */
export const useSuspenseCustomer: SuspenseHook<typeof getCustomer> =
  /* @__PURE__ */ createSuspenseHook(getCustomer)

/** Erases every piece of data held for a customer; cannot be undone. */
export const useDeleteCustomer: MutationHook<typeof deleteCustomer> =
  /* @__PURE__ */ createMutationHook(deleteCustomer)

/** Permissions that a customer holds, bought and granted. */
export const useCustomerPermissions: QueryHook<typeof listCustomerPermissions> =
  /* @__PURE__ */ createQueryHook(listCustomerPermissions)

/** `useCustomerPermissions` that suspends until its answer is there. */
export const useSuspenseCustomerPermissions: SuspenseHook<typeof listCustomerPermissions> =
  /* @__PURE__ */ createSuspenseHook(listCustomerPermissions)

/** Gives a customer a permission, until a moment or without end. */
export const useGrantCustomerPermission: MutationHook<typeof grantCustomerPermission> =
  /* @__PURE__ */ createMutationHook(grantCustomerPermission)

/** Takes a granted permission away; one that was paid for stays, and the error says so (422). */
export const useRevokeCustomerPermission: MutationHook<typeof revokeCustomerPermission> =
  /* @__PURE__ */ createMutationHook(revokeCustomerPermission)

/** Writes properties of a customer; refused ones are in `data.property_errors` of a success. */
export const useSetCustomerProperties: MutationHook<typeof setCustomerProperties> =
  /* @__PURE__ */ createMutationHook(setCustomerProperties)
