import type { Answer, Answers } from '../answer.types.ts'
import { accessOf } from '../customers/access.ts'
import { livingUser, rowsOfCustomer } from '../customers/living.ts'
import { decimals, minorUnits } from '../currencies.ts'
import type { History } from '../history.ts'
import { isoInstant } from '../instant.ts'
import { isCharge, type LogRow } from '../log.ts'
import { cursorPage } from '../pages.ts'
import { soldAs } from '../products/seed.ts'
import { userUrl } from '../users/answers.ts'
import { storeData } from './storeData.ts'

/** Answers `v4ListUserPurchases`: the charges of the log, refunded ones too, the newest first; a trial is no charge. */
const listPurchases: Answer = (history, input, now, store) => {
  const { user_id, filter } = input as {
    user_id: string
    filter?: { platform?: readonly string[] }
  }
  const { id } = livingUser(history, now, store, user_id)
  const platforms = filter?.platform
  const purchases = purchasesOf(history, now, id).filter(
    ({ platform }) => !platforms || platforms.includes(platform),
  )
  return cursorPage(`${userUrl(id)}/purchases`, purchases.toReversed(), input)
}

function purchasesOf(history: History, now: number, user: string) {
  const rows = rowsOfCustomer(history, now, user)
  const platform = rows[0]?.store ?? 'unknown'
  const renewing = renewingCharges(rows)
  return rows.flatMap((row, index) => {
    if (!isCharge(row.type)) return []
    const end = expiryOf(rows, index)
    const id = String(row.event_id)
    const at = isoInstant(row.at)
    return [
      {
        object: 'purchase',
        id,
        url: `${userUrl(user)}/purchases/${id}`,
        user_id: user,
        platform,
        product_id: productId(row, platform),
        currency: row.currency ?? 'USD',
        price: decimal(row),
        purchased_at: at,
        is_auto_renewing: renewing.has(row.event_id),
        store_data: storeData(platform, row, chainStart(rows, index)),
        created_at: at,
        expires_at: end === null ? null : isoInstant(end),
      },
    ]
  })
}

/** With its base plan where Google Play sold a subscription. */
function productId({ product_id: id }: LogRow, platform: string): string {
  const plan = platform === 'play_store' ? soldAs(id)?.google_base_plan_id : null
  return plan ? `${id}:${plan}` : (id ?? 'unknown')
}

/** The charges that the stores will follow by another: of each subscription that will renew, the last. */
function renewingCharges(rows: readonly LogRow[]): ReadonlySet<number> {
  const groups = accessOf(rows).filter(({ renewal }) => renewal === 'will_renew')
  return new Set(
    groups.flatMap(
      ({ group }) =>
        rows.findLast((row) => row.product_group === group && isCharge(row.type))?.event_id ?? [],
    ),
  )
}

/** When what a charge paid for ends, as it stood right after it; null for what is bought once. Unix seconds. */
function expiryOf(rows: readonly LogRow[], index: number): number | null {
  const { product_group: group } = rows[index]!
  if (group === null) return null
  const access = accessOf(rows.slice(0, index + 1)).find((one) => one.group === group)
  return access?.expiresAt ?? null
}

/** The first charge of the chain that a charge stands in. */
function chainStart(rows: readonly LogRow[], index: number): LogRow {
  const row = rows[index]!
  if (row.product_group === null) return row
  const group = rows.slice(0, index + 1).filter((one) => one.product_group === row.product_group)
  const end = group.findLastIndex(({ type }) => type.endsWith('_expired'))
  return group.slice(end + 1).find(({ type }) => isCharge(type)) ?? row
}

/** The price as stores write it, with all digits of its currency: `9.90`, `900` of a currency without cents. */
function decimal({ price, currency }: LogRow): string {
  const known = currency ?? 'USD'
  return ((price ?? 0) / minorUnits(known)).toFixed(decimals(known))
}

/** Answers of the purchases section, by operation id. */
export const purchaseAnswers: Answers = { v4ListUserPurchases: listPurchases }
