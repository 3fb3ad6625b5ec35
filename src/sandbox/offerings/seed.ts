import { DAY } from '../../core/calendar.ts'
import type { History } from '../history.ts'
import { isoInstant } from '../instant.ts'
import { isSimulated } from '../products/seed.ts'
import type { Collection, Store } from '../store.ts'

/** An offering as the API has it. */
export interface Offering {
  readonly object: 'offering'
  readonly id: string
  readonly url: string
  /** 1 is the main one, 0 was it once, null never was. */
  readonly tag: 0 | 1 | null
  readonly product_ids: readonly string[]
  readonly created_at: string
  readonly updated_at: string
}

/** Path of an offering as answers name it. */
export const offeringUrl = (id: string): string => `/v4/offerings/${encodeURIComponent(id)}`

/** The offerings of the project, the oldest first; a shop's purchase log begins with none. */
export const offeringsIn = (store: Store, history: History): Collection<Offering> =>
  store.collection('offering', () => seed(history, REGULAR))

/** Offerings that belong to an experiment: not listed, never main, not to be deleted. */
export const variantsIn = (store: Store, history: History): Collection<Offering> =>
  store.collection('offering variant', () => seed(history, VARIANTS))

type Seed = Pick<Offering, 'id' | 'tag' | 'product_ids'>

const REGULAR: readonly Seed[] = [
  { id: 'main', tag: 1, product_ids: ['premium_yearly', 'premium_monthly', 'premium_weekly'] },
  { id: 'pro', tag: 0, product_ids: ['pro_monthly', 'premium_monthly'] },
  { id: 'extras', tag: null, product_ids: ['coaching_monthly', 'credits_100'] },
  { id: 'winback', tag: null, product_ids: ['premium_yearly'] },
]
const VARIANTS: readonly Seed[] = [
  { id: 'main_yearly_first', tag: null, product_ids: ['premium_yearly', 'premium_monthly'] },
]

function seed(history: History, seeds: readonly Seed[]): Offering[] {
  const first = history.rows[0]
  if (!first || !isSimulated(history)) return []
  const opening = Math.floor(first.at / DAY) * DAY
  return seeds.map((fields) => create(fields, opening))
}

/** An offering made at an instant, in unix seconds. */
export const create = ({ id, tag, product_ids }: Seed, at: number): Offering => ({
  object: 'offering',
  id,
  url: offeringUrl(id),
  tag,
  product_ids,
  created_at: isoInstant(at),
  updated_at: isoInstant(at),
})
