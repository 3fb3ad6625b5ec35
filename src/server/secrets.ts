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
  return clean(JSON.parse(text), key)
}

/** Changes in place what was just parsed: a reviver costs several times as much. */
function clean(value: unknown, key: string): unknown {
  if (typeof value === 'string') return value.replaceAll(key, '[removed]')
  if (typeof value !== 'object' || value === null) return value
  const fields = value as Record<string, unknown>
  for (const name of Object.keys(fields)) {
    if (SECRET_FIELDS.has(name)) delete fields[name]
    else fields[name] = clean(fields[name], key)
  }
  return value
}
