import type { Answer, Answers } from '../answer.types.ts'
import type { History } from '../history.ts'
import { isoInstant } from '../instant.ts'
import { cursorPage } from '../pages.ts'
import { Problem } from '../problem.ts'
import { productsIn } from '../products/seed.ts'
import { Reply } from '../reply.ts'
import type { Collection, Store } from '../store.ts'
import { create, offeringsIn, variantsIn, type Offering } from './seed.ts'

const listOfferings: Answer = (history, input, _, store) =>
  cursorPage('/v4/offerings', offeringsIn(store, history).list(), input)

const getOffering: Answer = (history, input, _, store) => {
  const id = idOf(input)
  return holderOf(store, history, id).get(id)
}

const createOffering: Answer = (history, input, now, store) => {
  const { id, tag = null, product_ids = [] } = input as Partial<Offering> & { id: string }
  const offerings = offeringsIn(store, history)
  if (offerings.has(id) || variantsIn(store, history).has(id))
    throw new Problem(
      'already_exists',
      `There is an offering "${id}" already. Choose another id, or update that one.`,
    )
  refuseUnknown(product_ids, store, history, now)
  const isFirst = offerings.list().length === 0
  const offering = offerings.put(create({ id, tag: isFirst ? 1 : tag, product_ids }, now))
  return new Reply(201, offering, { location: offering.url })
}

const updateOffering: Answer = (history, input, now, store) => {
  const id = idOf(input)
  const holder = holderOf(store, history, id)
  const offering = holder.get(id)
  const { product_ids = offering.product_ids } = input as Partial<Offering>
  refuseUnknown(product_ids, store, history, now)
  return holder.put({ ...offering, product_ids, updated_at: isoInstant(now) })
}

const deleteOffering: Answer = (history, input, _, store) => {
  const id = idOf(input)
  if (variantsIn(store, history).has(id))
    throw new Problem(
      'validation_error',
      `"${id}" belongs to an experiment and is deleted with its variant there.`,
    )
  const offerings = offeringsIn(store, history)
  if (offerings.get(id).tag === 1)
    throw new Problem(
      'validation_error',
      `"${id}" is the main offering, which apps show by default. Make another one main before deleting it.`,
    )
  offerings.remove(id)
  return new Reply(204)
}

const setMainOffering: Answer = (history, input, now, store) => {
  const id = idOf(input)
  if (variantsIn(store, history).has(id))
    throw new Problem(
      'cannot_setmain_experiment_variant',
      `"${id}" belongs to an experiment. Make an offering of its own main instead.`,
    )
  const offerings = offeringsIn(store, history)
  const offering = offerings.get(id)
  if (offering.tag === 1) return offering
  const updated_at = isoInstant(now)
  const before = offerings.list().find(({ tag }) => tag === 1)
  if (before) offerings.put({ ...before, tag: 0, updated_at })
  return offerings.put({ ...offering, tag: 1, updated_at })
}

const idOf = (input: Record<string, unknown>): string => input['offering_id'] as string

/** Where an offering is kept: among the variants of experiments, or among the others. */
function holderOf(store: Store, history: History, id: string): Collection<Offering> {
  const variants = variantsIn(store, history)
  return variants.has(id) ? variants : offeringsIn(store, history)
}

/** Throws a 400 that names every product that is not in the project. */
function refuseUnknown(ids: readonly string[], store: Store, history: History, now: number): void {
  const products = productsIn(store, history, now)
  const details = ids.flatMap((id, index) =>
    products.has(id)
      ? []
      : [{ field: `product_ids.${index}`, message: `"${id}" is no product of this project` }],
  )
  if (details.length > 0)
    throw new Problem(
      'product_not_in_project',
      `An offering can hold products of its project only: ${details.map(({ message }) => message).join('; ')}.`,
      details,
    )
}

/** Answers of the offerings section, by operation id. */
export const offeringsAnswers: Answers = {
  v4ListOfferings: listOfferings,
  v4GetOffering: getOffering,
  v4CreateOffering: createOffering,
  v4UpdateOffering: updateOffering,
  v4DeleteOffering: deleteOffering,
  v4SetMainOffering: setMainOffering,
}
