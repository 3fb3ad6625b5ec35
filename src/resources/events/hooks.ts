'use client'
import { createInfiniteHook, type InfiniteHook } from '../../react/createInfiniteHook.ts'
import { createQueryHook, type QueryHook } from '../../react/createQueryHook.ts'
import { createSuspenseHook, type SuspenseHook } from '../../react/createSuspenseHook.ts'
import { listEventLogs, listEvents } from './operations.ts'

/** The catalog of the project's event types. */
export const useEvents: QueryHook<typeof listEvents> = /* @__PURE__ */ createQueryHook(listEvents)

/** `useEvents` that suspends. */
export const useSuspenseEvents: SuspenseHook<typeof listEvents> =
  /* @__PURE__ */ createSuspenseHook(listEvents)

/** One page of the deliveries of events to integrations, within at most 24 hours. */
export const useEventLogs: QueryHook<typeof listEventLogs> =
  /* @__PURE__ */ createQueryHook(listEventLogs)

/** `useEventLogs` that suspends. */
export const useSuspenseEventLogs: SuspenseHook<typeof listEventLogs> =
  /* @__PURE__ */ createSuspenseHook(listEventLogs)

/** Deliveries of events to integrations, read page by page by offset. Fix the window: one that moves with the clock shifts its rows. */
export const useInfiniteEventLogs: InfiniteHook<typeof listEventLogs> =
  /* @__PURE__ */ createInfiniteHook(listEventLogs)
