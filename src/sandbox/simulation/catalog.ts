import type { EventType } from '../log.ts'

/** Something drawn by weight, with the factor (percent) by which it changes how many installs lead to a first purchase. */
interface Draw {
  readonly code: string
  readonly weight: number
  readonly start: number
}

/** Where customers come from; amounts are charged in the country's currency. */
export const COUNTRIES: readonly (Draw & { readonly currency: string })[] = [
  { code: 'US', currency: 'USD', weight: 30, start: 115 },
  { code: 'BR', currency: 'BRL', weight: 12, start: 60 },
  { code: 'IN', currency: 'INR', weight: 12, start: 45 },
  { code: 'GB', currency: 'GBP', weight: 10, start: 110 },
  { code: 'DE', currency: 'EUR', weight: 10, start: 105 },
  { code: 'FR', currency: 'EUR', weight: 7, start: 95 },
  { code: 'JP', currency: 'JPY', weight: 9, start: 120 },
  { code: 'CA', currency: 'CAD', weight: 6, start: 105 },
  { code: 'AU', currency: 'AUD', weight: 4, start: 110 },
]

/** Through which store customers pay. */
export const STORES: readonly Draw[] = [
  { code: 'app_store', weight: 58, start: 110 },
  { code: 'play_store', weight: 34, start: 80 },
  { code: 'stripe', weight: 8, start: 120 },
]

/** What brought customers to install. */
export const CAMPAIGNS: readonly Draw[] = [
  { code: 'organic', weight: 45, start: 110 },
  { code: 'apple_search_ads', weight: 20, start: 120 },
  { code: 'google_ads', weight: 15, start: 90 },
  { code: 'tiktok_ads', weight: 14, start: 60 },
  { code: 'influencer', weight: 6, start: 130 },
]

/** A change of product within its group: at once, paid in full, or when the running period ends. */
export interface ProductChange {
  readonly type: EventType
  readonly to: string
  readonly at: 'once' | 'renewal'
  /** Per 10,000 periods. */
  readonly chance: number
}

/** A subscription, or without `group` and `length` something bought once at a time. */
export interface Product {
  readonly id: string
  readonly group: string | null
  readonly length: 'week' | 'month' | 'year' | null
  /** Of 10,000 customers who start, how many get seven free days first. */
  readonly trials: number
  /** Of 10,000 periods, how many are followed by another: first period, second, … the last entry for all later ones. */
  readonly renews: readonly number[]
  /** Of 10,000 charges, how many are given back. */
  readonly refunds: number
  readonly changes: readonly ProductChange[]
  /** Price in minor units by currency. */
  readonly price: Readonly<Record<string, number>>
}

export const PRODUCTS: Readonly<Record<string, Product>> = {
  premium_weekly: {
    id: 'premium_weekly',
    group: 'premium',
    length: 'week',
    trials: 0,
    renews: [6400, 7800, 8400, 8800, 9000, 9200, 9300, 9400],
    refunds: 120,
    changes: [
      { type: 'subscription_upgraded', to: 'premium_monthly', at: 'once', chance: 150 },
      { type: 'subscription_product_changed', to: 'premium_yearly', at: 'renewal', chance: 60 },
    ],
    price: prices(499, 499, 449, 800, 1990, 19900, 699, 799),
  },
  premium_monthly: {
    id: 'premium_monthly',
    group: 'premium',
    length: 'month',
    trials: 5000,
    renews: [7600, 8300, 8700, 8900, 9100, 9200, 9300],
    refunds: 200,
    changes: [
      { type: 'subscription_upgraded', to: 'pro_monthly', at: 'once', chance: 300 },
      { type: 'subscription_product_changed', to: 'premium_yearly', at: 'renewal', chance: 200 },
    ],
    price: prices(999, 999, 899, 1500, 3990, 49900, 1299, 1499),
  },
  premium_yearly: {
    id: 'premium_yearly',
    group: 'premium',
    length: 'year',
    trials: 10_000,
    renews: [5200, 6800, 7600, 8000],
    refunds: 450,
    changes: [
      { type: 'subscription_downgraded', to: 'premium_monthly', at: 'renewal', chance: 400 },
    ],
    price: prices(5999, 5999, 5499, 9000, 22990, 299900, 7999, 8999),
  },
  pro_monthly: {
    id: 'pro_monthly',
    group: 'premium',
    length: 'month',
    trials: 0,
    renews: [8000, 8600, 8900, 9200],
    refunds: 180,
    changes: [
      { type: 'subscription_downgraded', to: 'premium_monthly', at: 'renewal', chance: 350 },
    ],
    price: prices(1999, 1999, 1799, 3000, 7990, 99900, 2499, 2999),
  },
  coaching_monthly: {
    id: 'coaching_monthly',
    group: 'coaching',
    length: 'month',
    trials: 0,
    renews: [7000, 8000, 8500, 8800],
    refunds: 250,
    changes: [],
    price: prices(2999, 2999, 2699, 4500, 9990, 149900, 3999, 4499),
  },
  credits_100: {
    id: 'credits_100',
    group: null,
    length: null,
    trials: 0,
    renews: [],
    refunds: 150,
    changes: [],
    price: prices(399, 399, 349, 600, 1490, 14900, 499, 599),
  },
}

/** What is offered at install. */
export const OFFERS: readonly Draw[] = [
  { code: 'premium_monthly', weight: 44, start: 100 },
  { code: 'premium_yearly', weight: 26, start: 115 },
  { code: 'premium_weekly', weight: 18, start: 105 },
  { code: 'credits_100', weight: 8, start: 80 },
  { code: 'pro_monthly', weight: 4, start: 60 },
]

function prices(
  USD: number,
  EUR: number,
  GBP: number,
  JPY: number,
  BRL: number,
  INR: number,
  CAD: number,
  AUD: number,
): Product['price'] {
  return { USD, EUR, GBP, JPY, BRL, INR, CAD, AUD }
}
