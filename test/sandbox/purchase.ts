import type { Transaction } from '../../src/entries/sandbox.ts'
import { at } from './ask.ts'

/** A purchase of one dollar in a log that knows nothing more of it. */
export const purchase = (parts: Partial<Transaction> = {}): Transaction => ({
  customer_id: 'a',
  purchased_at: at('2026-01-01'),
  price: 100,
  currency: 'USD',
  product_id: null,
  country: null,
  store: null,
  campaign: null,
  ...parts,
})
