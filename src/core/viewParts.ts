/** Anything that was stored as a view: its parts are read one by one, each on its own. */
export type StoredView = Readonly<Record<string, unknown>>

/** A part that is one of the known words; else the fallback. */
export function oneOf<const Word extends string | number>(
  known: readonly Word[],
  stored: unknown,
  fallback: Word,
): Word {
  // An address holds text only: "1" means 1.
  return known.find((word) => word === stored || String(word) === stored) ?? fallback
}

/** A part that is an ISO 4217 code; else the fallback. */
export const currencyOf = (stored: unknown, fallback: string): string =>
  typeof stored === 'string' && /^[A-Z]{3}$/.test(stored) ? stored : fallback

/** A part that is on or off, as a switch or as text; else the fallback. */
export function flag(stored: unknown, fallback: boolean): boolean {
  if (typeof stored === 'boolean') return stored
  return stored === 'true' ? true : stored === 'false' ? false : fallback
}

/** A part that is a whole number in a range, as a number or as text; else the fallback. */
export function wholeNumber<Fallback>(
  stored: unknown,
  least: number,
  most: number,
  fallback: Fallback,
): number | Fallback {
  if ((typeof stored !== 'string' && typeof stored !== 'number') || stored === '') return fallback
  const value = Number(stored)
  return Number.isInteger(value) && value >= least && value <= most ? value : fallback
}

/** A part that is a list of texts; one text alone is a list of one, an empty text an empty list. */
export function texts(stored: unknown): readonly string[] | null {
  if (typeof stored === 'string') return stored === '' ? [] : [stored]
  if (!Array.isArray(stored) || !stored.every((item) => typeof item === 'string')) return null
  return [...new Set(stored)]
}

/** An attribute code, as `attributeFilter` takes it. */
const CODE = /^[^[\]]+$/

/** Chosen values by attribute code; an attribute without any is left out, and one that cannot be read or asked for too. */
export function valuesByAttribute(stored: unknown): Readonly<Record<string, readonly string[]>> {
  if (typeof stored !== 'object' || stored === null || Array.isArray(stored)) return {}
  return Object.fromEntries(
    Object.entries(stored).flatMap(([attribute, values]) => {
      const read = texts(values)?.filter((value) => value !== '')
      return read?.length && CODE.test(attribute) ? [[attribute, read]] : []
    }),
  )
}

/** The parts of a view that differ from another of the same kind: what is worth storing. */
export function changedParts<View extends object>(view: View, from: View): Partial<View> {
  return Object.fromEntries(
    Object.entries(view).filter(
      ([part, value]) => !isSame(value, (from as Record<string, unknown>)[part]),
    ),
  ) as Partial<View>
}

/** How many of the named parts differ from those of another view. */
export function countChanged<View extends object>(
  view: View,
  from: View,
  parts: readonly (keyof View)[],
): number {
  const changed = changedParts(view, from)
  return parts.filter((part) => part in changed).length
}

function isSame(a: unknown, b: unknown): boolean {
  if (Object.is(a, b)) return true
  if (typeof a !== 'object' || typeof b !== 'object' || a === null || b === null) return false
  const [left, right] = [Object.entries(a), Object.entries(b)]
  return (
    Array.isArray(a) === Array.isArray(b) &&
    left.length === right.length &&
    left.every(([key, value]) => Object.hasOwn(b, key) && isSame(value, (b as StoredView)[key]))
  )
}
