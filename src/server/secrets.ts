/** Names of the fields that never leave the server unless one is allowed by name, as the API writes them. */
const FIELDS = ['access_token', 'api_key', 'prod_key', 'sandbox_key', 'secret_key'] as const

/** Names of what is sent to be stored and never read back: none of it leaves the server, whatever is allowed. */
const CREDENTIALS = [
  'client_secret',
  'password',
  'private_key',
  'service_account_key',
  'shared_secret',
] as const

/** The name of a field that holds a secret. */
export type SecretField = (typeof FIELDS)[number]

/** Names of the fields that hold a secret, at whatever depth of an answer they stand. */
export const SECRET_FIELDS: ReadonlySet<SecretField> = new Set(FIELDS)

// Whatever layout an answer takes: `secretKey`, `SECRET-KEY`, `new_secret_key`, `secret_keys` and `secret_key_2` hold what
// `secret_key` holds, `connect_private_key` what `private_key` holds.
const SECRET = new RegExp(
  `(${[...FIELDS, ...CREDENTIALS].map((name) => name.split('_').join('[_\\W]*')).join('|')})s?[_\\W\\d]*$`,
  'i',
)

/** True for the name of a field that holds a secret, in whatever spelling, unless it is one of those in `kept`, in plain spelling. */
export function isSecret(name: string, kept?: ReadonlySet<string>): boolean {
  const word = SECRET.exec(name)?.[1]
  return word !== undefined && !kept?.has(plainName(word))
}

/** Shorter ones would be found in words that have nothing to do with them. */
const SHORTEST = 8

/** The secrets that an input brings to be stored. */
export const secretsIn = (input: Readonly<Record<string, unknown>>): readonly string[] =>
  Object.entries(input).flatMap(([name, value]) =>
    typeof value === 'string' && value.length >= SHORTEST && isSecret(name) ? [value] : [],
  )

/** What the types of payload values are called, which stand under the names of their keys. */
const TYPES: ReadonlySet<unknown> = new Set([
  'String',
  'Number',
  'Bool',
  'Json',
  'Color',
  'Products',
  'Screens',
])

/** True for `has_shared_secret: true` and `maps_api_key: 'String'`: whether a secret is set, and of what type it is, is none. */
export const isFlag = (name: string, value: unknown): boolean =>
  (typeof value === 'boolean' && /^has[_A-Z\W]/.test(name)) || TYPES.has(value)

/** One spelling for `user_email`, `userEmail` and `User-Email`; a name of signs alone keeps them. */
export const plainName = (name: string): string =>
  name.toLowerCase().replace(/[^\p{L}\p{N}]/gu, '') || name
