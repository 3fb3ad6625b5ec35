'use client'
import { createMutationHook, type MutationHook } from '../../react/createMutationHook.ts'
import { createQueryHook, type QueryHook } from '../../react/createQueryHook.ts'
import { createSuspenseHook, type SuspenseHook } from '../../react/createSuspenseHook.ts'
import { createIdentity, getIdentity } from './operations.ts'

/** The user that an external id is linked to. */
export const useIdentity: QueryHook<typeof getIdentity> =
  /* @__PURE__ */ createQueryHook(getIdentity)

/** `useIdentity` that suspends until its answer is there. */
export const useSuspenseIdentity: SuspenseHook<typeof getIdentity> =
  /* @__PURE__ */ createSuspenseHook(getIdentity)

/** Links an external id to a user, for good; one that is linked already is an error with status 409. */
export const useCreateIdentity: MutationHook<typeof createIdentity> =
  /* @__PURE__ */ createMutationHook(createIdentity)
