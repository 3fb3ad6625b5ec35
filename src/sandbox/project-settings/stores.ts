import type { Collection, Store } from '../store.ts'

/** What is kept of a store: its ids, and of each secret only that it is set. */
export interface StoreConfig {
  readonly id: 'apple' | 'google'
  readonly platform: 'apple' | 'google'
  readonly flags: Readonly<Record<string, boolean>>
  readonly ids: Readonly<Record<string, string>>
}

/** The stores of the project; the simulated business sells in both, a shop of its own in none until one is configured. */
export const storesIn = (store: Store, isSelling: boolean): Collection<StoreConfig> =>
  store.collection('store configuration', () => (isSelling ? SEED : []))

const SEED: readonly StoreConfig[] = [
  {
    id: 'apple',
    platform: 'apple',
    flags: {
      has_shared_secret: true,
      has_connect_private_key: false,
      has_iap_private_key: true,
    },
    ids: {
      app_id: '6400000001',
      bundle_id: 'com.example.app',
      iap_key_identifier: 'IAP0SANDBOX',
      iap_issuer_id: '00000000-0000-4000-8000-000000000001',
    },
  },
  {
    id: 'google',
    platform: 'google',
    flags: { has_service_account_key: true },
    ids: { package_name: 'com.example.app' },
  },
]
