import type { InputOf, OutputOf } from '../../core/operation.ts'
import type {
  createOffering,
  getOffering,
  listOfferings,
  setMainOffering,
  updateOffering,
} from './operations.ts'

/** A question for a page of offerings: size and cursor. */
export type OfferingsInput = InputOf<typeof listOfferings>
/** A page of offerings. */
export type OfferingsPage = OutputOf<typeof listOfferings>
/** One offering; `tag` 1 is the main one, 0 and null both mean that it is not. */
export type Offering = OutputOf<typeof getOffering>
/** An offering to add. */
export type CreateOfferingInput = InputOf<typeof createOffering>
/** The products to put in place of an offering's own. */
export type UpdateOfferingInput = InputOf<typeof updateOffering>
/** The offering to make main. */
export type SetMainOfferingInput = InputOf<typeof setMainOffering>
