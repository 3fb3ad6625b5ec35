import * as v from 'valibot'
import { openEnum } from '../../core/filters.ts'

const flag = () => v.optional(v.boolean())
/** A text that may be missing. */
export const text = () => v.optional(v.nullable(v.string()))
/** Where SDKs and store callbacks are sent through. */
export const proxies = () => ({ proxy_url: text(), rtdn_proxy_url: text() })

// Of these answers only what is named here passes, unlike of all others: the API sends keys along, and whatever else it may
// send one day is not to reach a cache either.

/** Name and proxies of a project, without its keys. */
export const settings = () =>
  v.object({ object: v.string(), url: v.string(), project_name: v.string(), ...proxies() })

/** What is known of a store: its ids, and whether each secret is set. */
export const storeConfig = () =>
  v.object({
    object: v.optional(v.string()),
    url: v.optional(v.string()),
    platform: v.optional(openEnum('apple', 'google')),
    has_shared_secret: flag(),
    has_connect_private_key: flag(),
    has_iap_private_key: flag(),
    app_id: text(),
    bundle_id: text(),
    connect_key_identifier: text(),
    connect_issuer_id: text(),
    iap_key_identifier: text(),
    iap_issuer_id: text(),
    has_service_account_key: flag(),
    package_name: text(),
  })

/** What the rotation of the Secret Key brings. */
export const regeneratedSecret = () =>
  v.object({ object: v.optional(v.string()), secret_key: v.optional(v.string()) })

/** A secret to store. Its message never quotes it. */
const secret = () =>
  v.optional(
    v.pipe(
      v.string('must be a text'),
      v.nonEmpty('must not be empty: leave it out to keep what is stored'),
    ),
  )
const id = () => v.optional(v.string())

const CONNECT = ['connect_key_identifier', 'connect_private_key', 'connect_issuer_id'] as const
const IAP = ['iap_key_identifier', 'iap_private_key', 'iap_issuer_id'] as const

type Field = (typeof CONNECT | typeof IAP)[number]

/** The check that a field is there when another of its three is. */
const with3 = <Input extends object>(three: readonly Field[], field: Field) =>
  v.forward(
    v.check(
      (input: Partial<Record<Field, unknown>>) =>
        input[field] !== undefined || three.every((name) => input[name] === undefined),
      `is missing: ${three.join(', ')} are one key and go together, all or none`,
    ),
    [field],
  ) as unknown as v.CheckAction<Input, string>

/** Credentials of a store as they are sent; what is left out stays as it is stored. */
export const storeCredentials = () =>
  v.pipe(
    v.variant('platform', [
      v.strictObject({
        platform: v.literal('apple'),
        shared_secret: secret(),
        app_id: id(),
        bundle_id: id(),
        connect_key_identifier: id(),
        connect_private_key: secret(),
        connect_issuer_id: id(),
        iap_key_identifier: id(),
        iap_private_key: secret(),
        iap_issuer_id: id(),
      }),
      v.strictObject({
        platform: v.literal('google'),
        package_name: id(),
        service_account_key: secret(),
      }),
    ]),
    with3(CONNECT, CONNECT[0]),
    with3(CONNECT, CONNECT[1]),
    with3(CONNECT, CONNECT[2]),
    with3(IAP, IAP[0]),
    with3(IAP, IAP[1]),
    with3(IAP, IAP[2]),
  )
