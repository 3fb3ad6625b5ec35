'use client'
import { createInfiniteHook, type InfiniteHook } from '../../react/createInfiniteHook.ts'
import { createMutationHook, type MutationHook } from '../../react/createMutationHook.ts'
import { createQueryHook, type QueryHook } from '../../react/createQueryHook.ts'
import { createSuspenseHook, type SuspenseHook } from '../../react/createSuspenseHook.ts'
import {
  createOffering,
  deleteOffering,
  getOffering,
  listOfferings,
  setMainOffering,
  updateOffering,
} from './operations.ts'
import type { Offering, OfferingsPage, SetMainOfferingInput } from './types.ts'

/** A page of the offerings of the project; variants of experiments are left out. */
export const useOfferings: QueryHook<typeof listOfferings> =
  /* @__PURE__ */ createQueryHook(listOfferings)

/** Offerings read page by page: `data.rows`, each offering once. */
export const useInfiniteOfferings: InfiniteHook<typeof listOfferings> =
  /* @__PURE__ */ createInfiniteHook(listOfferings)

/** `useOfferings` that suspends until its answer is there. */
export const useSuspenseOfferings: SuspenseHook<typeof listOfferings> =
  /* @__PURE__ */ createSuspenseHook(listOfferings)

/** One offering with its products in display order. */
export const useOffering: QueryHook<typeof getOffering> =
  /* @__PURE__ */ createQueryHook(getOffering)

/** `useOffering` that suspends until its answer is there. */
export const useSuspenseOffering: SuspenseHook<typeof getOffering> =
  /* @__PURE__ */ createSuspenseHook(getOffering)

/** Adds an offering; the first of a project becomes the main one. */
export const useCreateOffering: MutationHook<typeof createOffering> =
  /* @__PURE__ */ createMutationHook(createOffering)

/** Replaces the products of an offering; an empty list clears them. */
export const useUpdateOffering: MutationHook<typeof updateOffering> =
  /* @__PURE__ */ createMutationHook(updateOffering)

/** Removes an offering and its links to products. */
export const useDeleteOffering: MutationHook<typeof deleteOffering> =
  /* @__PURE__ */ createMutationHook(deleteOffering)

const withMain = (offering: Offering, { offering_id: main }: SetMainOfferingInput): Offering => {
  const tag = offering.id === main ? 1 : offering.tag === 1 ? 0 : offering.tag
  return tag === offering.tag ? offering : { ...offering, tag }
}

/** Makes an offering the main one; it shows at once, the one before it main no more, and goes back if it is refused. */
export const useSetMainOffering: MutationHook<typeof setMainOffering> =
  /* @__PURE__ */ createMutationHook(setMainOffering, {
    v4GetOffering: (answer, input) => withMain(answer as Offering, input),
    v4ListOfferings: (answer, input) => {
      const page = answer as OfferingsPage
      return { ...page, data: page.data.map((offering) => withMain(offering, input)) }
    },
  })
