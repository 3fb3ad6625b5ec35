import { isPlain } from './plain.ts'

/**
 * Reads a list whose envelope no public page shows: one that came bare, whose rows stand under another name than `data`,
 * or that is wrapped once more. What it does not know it returns as it came.
 */
export const rowsUnder =
  (...names: readonly string[]) =>
  (raw: unknown): unknown => {
    if (Array.isArray(raw)) return { data: raw }
    if (!isPlain(raw) || Array.isArray(raw['data'])) return raw
    const name = names.find((one) => Array.isArray(raw[one]))
    if (name !== undefined) return { ...raw, data: raw[name] }
    return isPlain(raw['data']) ? rowsUnder('data', ...names)(raw['data']) : raw
  }
