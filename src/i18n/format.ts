/** Formatters of one viewer; each is made once per locale and option set, because making one costs more than 50 uses. */
export interface Format {
  /** The locale they are of, for formatters that only some components need. */
  readonly locale: string
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
    locale,
    // JSON can hold -0, as some backends write what cancels out. Adding zero: a zero has no sign.
    money: (value, currency) => money(locale, value + 0, currency),
    count: (value) => number(locale, 'count').format(value + 0),
    rate: (value) => rate(locale, value + 0),
    percent: (share) => percent(number(locale, 'percent'), share + 0),
    points: (difference) =>
      number(locale, 'points')
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

const TENTHS = { minimumFractionDigits: 1, maximumFractionDigits: 1 } as const
const NUMBERS = {
  count: { maximumFractionDigits: 0 },
  rate: { minimumFractionDigits: 2, maximumFractionDigits: 2 },
  small: { maximumSignificantDigits: 2 },
  percent: { style: 'percent', ...TENTHS },
  // Not −0.0.
  points: { ...TENTHS, signDisplay: 'negative' },
} satisfies Record<string, Intl.NumberFormatOptions>
// Cohorts are cut by the Gregorian calendar, so they are named by it in every locale, and so is an instant beside them.
const GREGORIAN: Intl.DateTimeFormatOptions = { calendar: 'gregory', timeZone: 'UTC' }
// Part by part: dateStyle would write the same day in figures in some locales and by its month in others.
const UTC_DAY: Intl.DateTimeFormatOptions = {
  ...GREGORIAN,
  year: 'numeric',
  month: 'short',
  day: 'numeric',
}
const UTC_MONTH: Intl.DateTimeFormatOptions = { ...GREGORIAN, month: 'long', year: 'numeric' }
const UTC_YEAR: Intl.DateTimeFormatOptions = { ...GREGORIAN, year: 'numeric' }
const INSTANT: Intl.DateTimeFormatOptions = {
  ...UTC_DAY,
  hour: '2-digit',
  minute: '2-digit',
  timeZoneName: 'short',
}

// Amounts that are rounded and added up differ from their total by less: such a share is all.
const ALL = 1e-6

function percent(format: Intl.NumberFormat, share: number): string {
  if (share > 0 && share < 0.0005) return `<${format.format(0.001)}`
  if (share < 0 && share > -0.0005) return `>${format.format(-0.001)}`
  if (Math.abs(share - 1) < ALL) return format.format(1)
  if (share < 1 && share >= 0.9995) return `>${format.format(0.999)}`
  if (share > 1 && share < 1.0005) return `>${format.format(1)}`
  return format.format(share)
}

function rate(locale: string, value: number): string {
  const readsAsZero = value !== 0 && Math.abs(value) < 0.005
  return number(locale, readsAsZero ? 'small' : 'rate').format(value)
}

function money(locale: string, value: number, currency: string): string {
  const { format, small, least } = cached(moneys, `${locale}|${currency}`, () =>
    moneyFormat(locale, currency),
  )
  return (value !== 0 && Math.abs(value) < least ? small() : format).format(value)
}

/** The formatter of a currency, the one for amounts that it would show as zero, and the least that it does not. */
interface MoneyFormat {
  readonly format: { format(value: number): string }
  readonly small: () => Intl.NumberFormat
  readonly least: number
}

function moneyFormat(locale: string, currency: string): MoneyFormat {
  const options = { style: 'currency', currency } as const
  const small = remembered(() => new Intl.NumberFormat(locale, { ...options, ...NUMBERS.small }))
  try {
    const format = new Intl.NumberFormat(locale, options)
    const digits = format.resolvedOptions().maximumFractionDigits ?? 2
    return { format, small, least: 0.5 * 10 ** -digits }
  } catch {
    // A code that is not three letters makes Intl throw; the amount is still true.
    const plainly = number(locale, 'rate')
    return {
      format: { format: (value) => `${plainly.format(value)} ${currency}` },
      small,
      least: 0,
    }
  }
}

function remembered<T>(make: () => T): () => T {
  let made: T | undefined
  return () => (made ??= make())
}

const LIMIT = 200
const numbers = new Map<string, Intl.NumberFormat>()
const moneys = new Map<string, MoneyFormat>()
const dates = new Map<string, Intl.DateTimeFormat>()

const number = (locale: string, kind: keyof typeof NUMBERS) =>
  cached(numbers, `${locale}|${kind}`, () => new Intl.NumberFormat(locale, NUMBERS[kind]))
const dateFormat = (locale: string, options: Intl.DateTimeFormatOptions) =>
  cached(
    dates,
    `${locale}|${JSON.stringify(options)}`,
    () => new Intl.DateTimeFormat(locale, options),
  )

function cached<T>(store: Map<string, T>, key: string, make: () => T): T {
  const known = store.get(key)
  if (known) return known
  if (store.size >= LIMIT) store.clear()
  const made = make()
  store.set(key, made)
  return made
}
