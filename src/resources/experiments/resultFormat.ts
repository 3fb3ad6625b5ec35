import type { Format } from '../../i18n/format.ts'

/** A share with three significant digits (0.0204 → 2.04%), for shares that are compared; tiny ones are under 0.0100%. */
export function fineShare({ locale }: Format, share: number): string {
  const format = SHARE(locale)
  return share > 0 && share < LEAST_SHARE ? `<${format.format(LEAST_SHARE)}` : format.format(share)
}

/** A difference of two shares in percentage points with three significant digits, without a unit (−0.00487 → −0.487). */
export const finePoints = ({ locale }: Format, difference: number): string =>
  POINTS(locale)
    .format(difference * 100)
    .replace(/^-/, '−')

/** A p-value or a chance, to three decimals; never 0.000 nor 1.000. */
export function chanceText({ locale }: Format, p: number): string {
  const format = CHANCE(locale)
  if (p < 0.001) return `<${format.format(0.001)}`
  return p > 0.999 ? `>${format.format(0.999)}` : format.format(p)
}

/** Below this a share has more zeros than digits. */
const LEAST_SHARE = 0.0001

const SHARE = /* @__PURE__ */ byLocale({
  style: 'percent',
  minimumSignificantDigits: 3,
  maximumSignificantDigits: 3,
})
// Not −0.0.
const POINTS = /* @__PURE__ */ byLocale({ maximumSignificantDigits: 3, signDisplay: 'negative' })
const CHANCE = /* @__PURE__ */ byLocale({ minimumFractionDigits: 3, maximumFractionDigits: 3 })

/** The formatters of each locale, made once: making one costs more than 50 uses. */
function byLocale(options: Intl.NumberFormatOptions): (locale: string) => Intl.NumberFormat {
  const made: Record<string, Intl.NumberFormat> = {}
  return (locale) => (made[locale] ??= new Intl.NumberFormat(locale, options))
}
