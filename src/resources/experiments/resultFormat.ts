import type { Format } from '../../i18n/format.ts'

/** A share with three significant digits (0.0204 → 2.04%), for shares that are compared; tiny ones are under 0.0100%. */
export function fineShare({ locale }: Format, share: number): string {
  const format = number(locale, 'share')
  return share > 0 && share < LEAST_SHARE ? `<${format.format(LEAST_SHARE)}` : format.format(share)
}

/** A difference of two shares in percentage points with three significant digits, without a unit (−0.00487 → −0.487). */
export const finePoints = ({ locale }: Format, difference: number): string =>
  number(locale, 'points')
    .format(difference * 100)
    .replace(/^-/, '−')

/** A p-value or a chance, to three decimals; never 0.000 nor 1.000. */
export function chanceText({ locale }: Format, p: number): string {
  const format = number(locale, 'chance')
  if (p < 0.001) return `<${format.format(0.001)}`
  return p > 0.999 ? `>${format.format(0.999)}` : format.format(p)
}

/** Below this a share has more zeros than digits. */
const LEAST_SHARE = 0.0001

const NUMBERS = {
  share: { style: 'percent', minimumSignificantDigits: 3, maximumSignificantDigits: 3 },
  // Not −0.0.
  points: { maximumSignificantDigits: 3, signDisplay: 'negative' },
  chance: { minimumFractionDigits: 3, maximumFractionDigits: 3 },
} satisfies Record<string, Intl.NumberFormatOptions>

// Making a formatter costs more than 50 uses.
const made = new Map<string, Intl.NumberFormat>()

function number(locale: string, kind: keyof typeof NUMBERS): Intl.NumberFormat {
  const key = `${locale}|${kind}`
  const format = made.get(key) ?? new Intl.NumberFormat(locale, NUMBERS[kind])
  made.set(key, format)
  return format
}
