'use client'
import { createInfiniteHook, type InfiniteHook } from '../../react/createInfiniteHook.ts'
import { createMutationHook, type MutationHook } from '../../react/createMutationHook.ts'
import { createQueryHook, type QueryHook } from '../../react/createQueryHook.ts'
import { createSuspenseHook, type SuspenseHook } from '../../react/createSuspenseHook.ts'
import {
  createScreen,
  deleteScreen,
  duplicateScreen,
  getScreen,
  getScreenAnalytics,
  getScreensAnalyticsOverview,
  listScreens,
  publishScreen,
  updateScreen,
} from './operations.ts'

/** One page of the screens in their lean form. */
export const useScreens: QueryHook<typeof listScreens> =
  /* @__PURE__ */ createQueryHook(listScreens)

/** `useScreens` that suspends. */
export const useSuspenseScreens: SuspenseHook<typeof listScreens> =
  /* @__PURE__ */ createSuspenseHook(listScreens)

/** All screens, read page by page. */
export const useInfiniteScreens: InfiniteHook<typeof listScreens> =
  /* @__PURE__ */ createInfiniteHook(listScreens)

/** One screen, with its content unless `render` is false; SDK keys are left out. */
export const useScreen: QueryHook<typeof getScreen> = /* @__PURE__ */ createQueryHook(getScreen)

/** `useScreen` that suspends. */
export const useSuspenseScreen: SuspenseHook<typeof getScreen> =
  /* @__PURE__ */ createSuspenseHook(getScreen)

/** Makes an empty draft from a name. */
export const useCreateScreen: MutationHook<typeof createScreen> =
  /* @__PURE__ */ createMutationHook(createScreen)

/** Renames a screen. */
export const useUpdateScreen: MutationHook<typeof updateScreen> =
  /* @__PURE__ */ createMutationHook(updateScreen)

/** Removes a screen for good, with its figures. */
export const useDeleteScreen: MutationHook<typeof deleteScreen> =
  /* @__PURE__ */ createMutationHook(deleteScreen)

/** Makes a draft with the content of a screen; never sent twice by itself, since each time makes another copy. */
export const useDuplicateScreen: MutationHook<typeof duplicateScreen> =
  /* @__PURE__ */ createMutationHook(duplicateScreen)

/** Makes the draft of a screen the version that users see; an empty one is refused (422). */
export const usePublishScreen: MutationHook<typeof publishScreen> =
  /* @__PURE__ */ createMutationHook(publishScreen)

/** Figures of one screen over a range, with those of the range before it; rates are fractions. */
export const useScreenAnalytics: QueryHook<typeof getScreenAnalytics> =
  /* @__PURE__ */ createQueryHook(getScreenAnalytics)

/** `useScreenAnalytics` that suspends. */
export const useSuspenseScreenAnalytics: SuspenseHook<typeof getScreenAnalytics> =
  /* @__PURE__ */ createSuspenseHook(getScreenAnalytics)

/** Figures of all screens together over a range, with those of the range before it. */
export const useScreensAnalyticsOverview: QueryHook<typeof getScreensAnalyticsOverview> =
  /* @__PURE__ */ createQueryHook(getScreensAnalyticsOverview)

/** `useScreensAnalyticsOverview` that suspends. */
export const useSuspenseScreensAnalyticsOverview: SuspenseHook<typeof getScreensAnalyticsOverview> =
  /* @__PURE__ */ createSuspenseHook(getScreensAnalyticsOverview)
