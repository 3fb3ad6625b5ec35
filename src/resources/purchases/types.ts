import type { InputOf, OutputOf } from '../../core/operation.ts'
import type { listUserPurchases } from './operations.ts'

/** Whose purchases are asked for, from which platforms, and which page of them. */
export type UserPurchasesInput = InputOf<typeof listUserPurchases>
/** A page of purchases. */
export type UserPurchasesPage = OutputOf<typeof listUserPurchases>
/** One store transaction; `price` is a decimal text in `currency`. */
export type Purchase = UserPurchasesPage['data'][number]
