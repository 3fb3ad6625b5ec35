import { isPlain } from '../core/plain.ts'

/** Rows of a list that a sample keeps. */
const KEPT = 2
// Codes of the API itself: lower-case words that say of what kind a thing is, and no more.
const CODE = /^[a-z]{2,}(?:_[a-z]+)*$/
const CODE_KEYS = new Set(['object', 'mode', 'grouping', 'measure', 'type', 'unit', 'state'])

/**
 * The shape of an answer without what it says: keys and kinds stay, texts and numbers become their kind, lists keep two
 * rows. Fit to be attached to a public issue.
 */
export function redact(value: unknown, key = ''): unknown {
  if (Array.isArray(value)) {
    const rows = value.slice(0, KEPT).map((item: unknown) => redact(item, key))
    return value.length > KEPT ? [...rows, `… ${value.length - KEPT} more`] : rows
  }
  if (isPlain(value))
    return Object.fromEntries(
      Object.entries(value).map(([name, item]) => [safeName(name), redact(item, name)]),
    )
  if (typeof value === 'string') return textKind(value, key)
  if (typeof value === 'number') return Number.isInteger(value) ? '<whole number>' : '<number>'
  return value
}

/** A key that is data itself (an id, an address, a date) is as private as a value. */
const safeName = (name: string): string =>
  /^[A-Za-z_][A-Za-z_]{0,39}$/.test(name) ? name : '<key>'

function textKind(value: string, key: string): string {
  if (CODE_KEYS.has(key) && CODE.test(value)) return value
  if (value === '') return '<empty text>'
  if (/^\d{4}-\d{2}-\d{2}T/.test(value)) return '<instant>'
  if (/^\d{4}-\d{2}-\d{2}$/.test(value)) return '<date>'
  if (/^https?:/.test(value)) return '<address>'
  if (value !== '' && Number.isFinite(Number(value))) return '<number as text>'
  return '<text>'
}
