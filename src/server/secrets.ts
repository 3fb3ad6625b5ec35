/** Names of the fields that never leave the server, at whatever depth of an answer they stand. */
export const SECRET_FIELDS: ReadonlySet<string> = new Set([
  'access_token',
  'api_key',
  'prod_key',
  'sandbox_key',
  'secret_key',
])

/** Reads JSON without its secret fields, and without the key itself should an answer echo it. Throws for what is no JSON. */
export function parseWithoutSecrets(text: string, key: string): unknown {
  return JSON.parse(text, (name, value: unknown) => {
    if (SECRET_FIELDS.has(name)) return undefined
    return typeof value === 'string' ? value.replaceAll(key, '[removed]') : value
  })
}
