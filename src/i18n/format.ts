/** Formatters of one viewer; each is made once per locale and option set, because making one costs more than 50 uses. */
export interface Format {
  /** An amount in its currency with that currency's digits; more digits where a small amount would read as zero. */
  money(value: number, currency: string): string
  /** A whole number of people or payments. */
  count(value: number): string
  /** A number per person, for example 1.37 payments per member. */
  rate(value: number): string
  /** A share (0.124 → 12.4%); never 0.0% for what is not zero, never 100.0% for what is not all. */
  percent(share: number): string
  /** A difference of two shares in percentage points, without a unit (0.041 → 4.1, with a minus below zero). */
  points(difference: number): string
  /** A UTC calendar day. Unix seconds in. */
  day(at: number): string
  /** The UTC calendar month that holds an instant. Unix seconds in. */
  month(at: number): string
  /** The UTC calendar year that holds an instant. Unix seconds in. */
  year(at: number): string
  /** A UTC calendar range, end excluded. Unix seconds in. */
  range(from: number, to: number): string
  /** An instant in the viewer's zone, with the zone's name. Milliseconds in. */
  instant(at: number): string
  /** The time of day of an instant in the viewer's zone, to the second. Milliseconds in. */
  time(at: number): string
}

/** The formatters of a locale and zone. */
export function createFormat(locale: string, timeZone: string): Format {
  return {
    money: (value, currency) => money(locale, value, currency),
    count: (value) => numberFormat(locale, COUNT).format(value),
    rate: (value) => numberFormat(locale, RATE).format(value),
    percent: (share) => percent(locale, share),
    points: (difference) =>
      numberFormat(locale, POINTS)
        .format(difference * 100)
        .replace(/^-/, '−'),
    day: (at) => plain(dateFormat(locale, UTC_DAY).format(at * 1000)),
    month: (at) => plain(dateFormat(locale, UTC_MONTH).format(at * 1000)),
    year: (at) => plain(dateFormat(locale, UTC_YEAR).format(at * 1000)),
    range: (from, to) =>
      plain(dateFormat(locale, UTC_DAY).formatRange(from * 1000, (to - 1) * 1000)),
    time: (at) => plain(dateFormat(locale, { timeStyle: 'medium', timeZone }).format(at)),
    instant: (at) => plain(dateFormat(locale, { ...INSTANT, timeZone }).format(at)),
  }
}

// Servers and browsers put thin spaces in other places, which would be a mismatch when the page hydrates.
const plain = (text: string) => text.replaceAll(/[\u2009\u202f]/g, ' ')

const COUNT: Intl.NumberFormatOptions = { maximumFractionDigits: 0 }
const RATE: Intl.NumberFormatOptions = { minimumFractionDigits: 2, maximumFractionDigits: 2 }
const POINTS: Intl.NumberFormatOptions = {
  minimumFractionDigits: 1,
  maximumFractionDigits: 1,
  signDisplay: 'negative',
}
const PERCENT: Intl.NumberFormatOptions = {
  style: 'percent',
  minimumFractionDigits: 1,
  maximumFractionDigits: 1,
}
// Cohorts are cut by the Gregorian calendar, so they are named by it in every locale.
const GREGORIAN: Intl.DateTimeFormatOptions = { calendar: 'gregory', timeZone: 'UTC' }
const UTC_DAY: Intl.DateTimeFormatOptions = { ...GREGORIAN, dateStyle: 'medium' }
const UTC_MONTH: Intl.DateTimeFormatOptions = { ...GREGORIAN, month: 'long', year: 'numeric' }
const UTC_YEAR: Intl.DateTimeFormatOptions = { ...GREGORIAN, year: 'numeric' }
const INSTANT: Intl.DateTimeFormatOptions = {
  year: 'numeric',
  month: 'short',
  day: 'numeric',
  hour: '2-digit',
  minute: '2-digit',
  timeZoneName: 'short',
}

function percent(locale: string, share: number): string {
  const format = numberFormat(locale, PERCENT)
  if (share > 0 && share < 0.0005) return `<${format.format(0.001)}`
  if (share < 1 && share >= 0.9995) return `>${format.format(0.999)}`
  return format.format(share)
}

function money(locale: string, value: number, currency: string): string {
  try {
    const format = numberFormat(locale, { style: 'currency', currency })
    const digits = format.resolvedOptions().maximumFractionDigits ?? 2
    const readsAsZero = value !== 0 && Math.abs(value) < 0.5 * 10 ** -digits
    if (!readsAsZero) return format.format(value)
    return numberFormat(locale, {
      style: 'currency',
      currency,
      maximumSignificantDigits: 2,
    }).format(value)
  } catch {
    // A code that is not three letters makes Intl throw; the amount is still true.
    return `${numberFormat(locale, { minimumFractionDigits: 2, maximumFractionDigits: 2 }).format(value)} ${currency}`
  }
}

const LIMIT = 200
const numbers = new Map<string, Intl.NumberFormat>()
const dates = new Map<string, Intl.DateTimeFormat>()

const numberFormat = (locale: string, options: Intl.NumberFormatOptions) =>
  cached(numbers, locale, options, () => new Intl.NumberFormat(locale, options))
const dateFormat = (locale: string, options: Intl.DateTimeFormatOptions) =>
  cached(dates, locale, options, () => new Intl.DateTimeFormat(locale, options))

function cached<T>(store: Map<string, T>, locale: string, options: object, make: () => T): T {
  const key = `${locale}|${JSON.stringify(options)}`
  const known = store.get(key)
  if (known) return known
  if (store.size >= LIMIT) store.clear()
  const made = make()
  store.set(key, made)
  return made
}
