import { isPlain } from './plain.ts'

/**
 * Reads a list whose envelope no public page shows: one that came bare, or whose rows stand under another name than
 * `data`. What it does not know it returns as it came.
 */
export const rowsUnder =
  (...names: readonly string[]) =>
  (raw: unknown): unknown => {
    if (Array.isArray(raw)) return { data: raw }
    if (!isPlain(raw) || Array.isArray(raw['data'])) return raw
    const name = names.find((one) => Array.isArray(raw[one]))
    return name === undefined ? raw : { ...raw, data: raw[name] }
  }
