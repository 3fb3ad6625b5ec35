import type { LogRow } from '../log.ts'
import { hash } from '../random.ts'

/** On what a customer uses the app. */
export interface Device {
  readonly platform: string
  readonly os_version: string
  readonly device_model: string
  readonly app_version: string
  readonly sdk_version: string
}

const PLATFORMS: Readonly<Record<string, string>> = {
  app_store: 'iOS',
  play_store: 'Android',
  stripe: 'Stripe',
}

/** Platform of a store in the API's words; a store that it has no word for stands as it is. */
export const platformOf = (store: string | null): string | null =>
  store === null ? null : (PLATFORMS[store] ?? store)

/** Who customers are in the host's own accounts; null for the seven in sixteen who never signed in, and in a purchase log. */
export function identityOf(first: LogRow): string | null {
  const { customer_id: id, type } = first
  return type !== 'install' || '0123456'.includes(id.at(-1)!) ? null : `user-${id.slice(-12)}`
}

const APPLE = { os: ['18.6', '26.0', '26.1'], models: ['iPhone14,7', 'iPhone15,3', 'iPhone17,1'] }
const GOOGLE = { os: ['14', '15', '16'], models: ['Pixel 8', 'SM-S921B', '2201116SG'] }
const WEB = { os: ['10', '11', '15.5'], models: ['Chrome', 'Edge', 'Safari'] }
const APPS = ['4.10.2', '4.11.0', '4.12.0'] as const
const SDKS = ['5.8.0', '5.9.1', '6.0.0'] as const

/** The device of a customer of the simulated business, the same whenever it is asked for; null in a purchase log. */
export function deviceOf(first: LogRow): Device | null {
  const platform = platformOf(first.store)
  if (first.type !== 'install' || platform === null) return null
  const path = Array.from(first.customer_id, (letter) => letter.charCodeAt(0))
  const pick = (items: readonly string[], part: number) =>
    items[hash(...path, part) % items.length]!
  const made = platform === 'iOS' ? APPLE : platform === 'Android' ? GOOGLE : WEB
  return {
    platform,
    os_version: pick(made.os, 1),
    device_model: pick(made.models, 2),
    app_version: pick(APPS, 3),
    sdk_version: pick(SDKS, 4),
  }
}
