'use client'
import { createInfiniteHook, type InfiniteHook } from '../../react/createInfiniteHook.ts'
import { createMutationHook, type MutationHook } from '../../react/createMutationHook.ts'
import { createQueryHook, type QueryHook } from '../../react/createQueryHook.ts'
import { createSuspenseHook, type SuspenseHook } from '../../react/createSuspenseHook.ts'
import {
  createSegment,
  deleteSegment,
  getSegment,
  listSegments,
  listSystemSegments,
  updateSegment,
} from './operations.ts'

/** One page of the segments that the project has defined, the newest first. */
export const useSegments: QueryHook<typeof listSegments> =
  /* @__PURE__ */ createQueryHook(listSegments)

/** `useSegments` that suspends. */
export const useSuspenseSegments: SuspenseHook<typeof listSegments> =
  /* @__PURE__ */ createSuspenseHook(listSegments)

/** All segments that the project has defined, read page by page. */
export const useInfiniteSegments: InfiniteHook<typeof listSegments> =
  /* @__PURE__ */ createInfiniteHook(listSegments)

/** The predefined segments, which nobody can change. */
export const useSystemSegments: QueryHook<typeof listSystemSegments> =
  /* @__PURE__ */ createQueryHook(listSystemSegments)

/** `useSystemSegments` that suspends. */
export const useSuspenseSystemSegments: SuspenseHook<typeof listSystemSegments> =
  /* @__PURE__ */ createSuspenseHook(listSystemSegments)

/** One segment with its rules. */
export const useSegment: QueryHook<typeof getSegment> = /* @__PURE__ */ createQueryHook(getSegment)

/** `useSegment` that suspends. */
export const useSuspenseSegment: SuspenseHook<typeof getSegment> =
  /* @__PURE__ */ createSuspenseHook(getSegment)

/** Makes a segment; a try that got no answer is repeated without making a second one. */
export const useCreateSegment: MutationHook<typeof createSegment> =
  /* @__PURE__ */ createMutationHook(createSegment)

/** Replaces name and rules of a segment: `[]` clears the rules, leaving them out keeps them. */
export const useUpdateSegment: MutationHook<typeof updateSegment> =
  /* @__PURE__ */ createMutationHook(updateSegment)

/** Removes a segment that the project has defined. */
export const useDeleteSegment: MutationHook<typeof deleteSegment> =
  /* @__PURE__ */ createMutationHook(deleteSegment)
