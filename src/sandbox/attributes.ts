import type { Customers } from './ledger.ts'
import type { LogRow } from './log.ts'

/** Something that customers can be filtered and split by, fixed when they first appear in the log. */
export interface Attribute {
  readonly code: string
  readonly label: string
  /** Every value that a customer has, by code. */
  readonly values: readonly { readonly code: string; readonly label: string }[]
  /** Position in `values`, by customer number. */
  readonly of: Int32Array
}

/** The value of customers of a purchase log who have none. */
const UNKNOWN = 'unknown'

const READERS: readonly [code: string, label: string, read: (first: LogRow) => string | null][] = [
  ['country', 'Country', (first) => first.country],
  ['store', 'Store', (first) => first.store],
  ['campaign', 'Campaign', (first) => first.campaign],
  ['product', 'First product', (first) => first.first_product ?? first.product_id],
]

/** The attributes of a log's customers; one that no customer has a value of is none. */
export function readAttributes({ first, count }: Customers): Attribute[] {
  return READERS.flatMap(([code, label, read]) => {
    const codes = [...new Set(first.map((row) => read(row) ?? UNKNOWN))].toSorted()
    if (codes.every((value) => value === UNKNOWN)) return []
    const positions = new Map(codes.map((value, index) => [value, index]))
    const of = new Int32Array(count)
    for (const [customer, row] of first.entries())
      of[customer] = positions.get(read(row) ?? UNKNOWN)!
    return [
      { code, label, values: codes.map((value) => ({ code: value, label: labelOf(value) })), of },
    ]
  })
}

/** The attributes as answers list what can be filtered by. */
export const conditionsOf = (attributes: readonly Attribute[]) =>
  attributes.map(({ code, label, values }) => ({
    attribute: code,
    label,
    multiple: true,
    type: 'list',
    values,
  }))

/** The attributes as answers list what can be split by. */
export const splitsOf = (attributes: readonly Attribute[]) =>
  attributes.map(({ code, label }) => ({ code, label }))

const labelOf = (value: string): string => LABELS[value] ?? value

const LABELS: Readonly<Record<string, string>> = {
  unknown: 'Unknown',
  AU: 'Australia',
  BR: 'Brazil',
  CA: 'Canada',
  DE: 'Germany',
  FR: 'France',
  GB: 'United Kingdom',
  IN: 'India',
  JP: 'Japan',
  US: 'United States',
  app_store: 'App Store',
  play_store: 'Google Play',
  stripe: 'Stripe',
  organic: 'Organic',
  apple_search_ads: 'Apple Search Ads',
  google_ads: 'Google Ads',
  tiktok_ads: 'TikTok Ads',
  influencer: 'Influencers',
  premium_weekly: 'Premium weekly',
  premium_monthly: 'Premium monthly',
  premium_yearly: 'Premium yearly',
  pro_monthly: 'Pro monthly',
  credits_100: '100 credits',
}
