'use client'
import { createMutationHook, type MutationHook } from '../../react/createMutationHook.ts'
import { createQueryHook, type QueryHook } from '../../react/createQueryHook.ts'
import { createSuspenseHook, type SuspenseHook } from '../../react/createSuspenseHook.ts'
import { createUser, getUser, listUserProperties, setUserProperties } from './operations.ts'

/** One user: environment, time of creation, linked identity. */
export const useUser: QueryHook<typeof getUser> = /* @__PURE__ */ createQueryHook(getUser)

/** `useUser` that suspends until its answer is there. */
export const useSuspenseUser: SuspenseHook<typeof getUser> =
  /* @__PURE__ */ createSuspenseHook(getUser)

/** Makes a user; the server chooses the id, and a try that got no answer is repeated without making a second one. */
export const useCreateUser: MutationHook<typeof createUser> =
  /* @__PURE__ */ createMutationHook(createUser)

/** Every property of a user. */
export const useUserProperties: QueryHook<typeof listUserProperties> =
  /* @__PURE__ */ createQueryHook(listUserProperties)

/** `useUserProperties` that suspends until its answer is there. */
export const useSuspenseUserProperties: SuspenseHook<typeof listUserProperties> =
  /* @__PURE__ */ createSuspenseHook(listUserProperties)

/** Writes properties of a user; refused ones are in `data.property_errors` of a success. */
export const useSetUserProperties: MutationHook<typeof setUserProperties> =
  /* @__PURE__ */ createMutationHook(setUserProperties)
