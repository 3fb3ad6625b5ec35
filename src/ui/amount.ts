/**
 * Reads an amount of 0 or more as a viewer of the locale writes it: null for nothing written, NaN for what is no amount.
 * A point or comma that is not the locale's decimal mark counts as one too, unless it can be meant for thousands (`1.234`
 * in German). Marks for thousands are refused: taken as one or the other, they would be wrong a thousandfold.
 */
export function readAmount(text: string, locale: string): number | null {
  const { mark, digits } = writingOf(locale)
  const written = Array.from(text.trim(), (sign) => {
    const digit = digits.indexOf(sign)
    return digit < 0 ? sign : String(digit)
  }).join('')
  if (written === '') return null
  const [, whole = '', used, part = ''] = /^(\d*)(?:(\D)(\d*))?$/.exec(written) ?? []
  if (whole + part === '') return NaN
  if (used && used !== mark && (!MARKS.includes(used) || THOUSANDS.test(written))) return NaN
  // A number with more digits than fit is no amount either.
  const amount = Number(`${whole || '0'}.${part || '0'}`)
  return Number.isFinite(amount) ? amount : NaN
}

/** An amount as a viewer of the locale writes it, without marks for thousands; empty for none. */
export const writeAmount = (amount: number | null, locale: string): string =>
  amount === null ? '' : new Intl.NumberFormat(locale, PLAIN).format(amount)

const MARKS = '.,'
const THOUSANDS = /^[1-9]\d{0,2}\D\d{3}$/
const PLAIN = { useGrouping: false, maximumSignificantDigits: 15 } as const

/** The decimal mark of a locale and its digits, from 0. */
function writingOf(locale: string): { mark: string | undefined; digits: string[] } {
  const format = new Intl.NumberFormat(locale, PLAIN)
  return {
    mark: format.formatToParts(1.5).find(({ type }) => type === 'decimal')?.value,
    digits: Array.from({ length: 10 }, (_, digit) => format.format(digit)),
  }
}
