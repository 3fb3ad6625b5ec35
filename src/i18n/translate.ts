import type { Messages, Plural } from './messages.ts'

/** What fills the `{name}` marks of a text; the number `count` also chooses the plural form. */
export type Fill = Readonly<Record<string, string | number>>

/**
 * Looks a text up and fills it. A mark without a filling stays visible, so that it is noticed. Where anything runs from right
 * to left, each filling is isolated: else a range or a number would be torn apart by its neighbours. For a viewer who reads from
 * right to left, an English text is isolated as a whole, so that it still reads from left to right: its full stop stays at its end.
 */
export type Translate<Key extends keyof Messages = keyof Messages> = (
  key: Key,
  fill?: Fill,
) => string

/** The texts of some sections for one viewer: the host's own where given, else the English of those sections. */
export function createTranslate<Key extends keyof Messages>(
  locale: string,
  english: Pick<Messages, Key>,
  messages: Partial<Messages>,
): Translate<Key> {
  const readsFromTheRight = READ_FROM_THE_RIGHT.test(locale)
  return (key, fill = {}) => {
    const text: string | Plural = messages[key] ?? english[key]
    const form = typeof text === 'string' ? text : pluralForm(text, locale, fill)
    const isMixed = RIGHT_TO_LEFT.test(form) || Object.values(fill).some(runsRightToLeft)
    const filled = form.replace(/\{(\w+)\}/g, (mark, name: string) => {
      if (!Object.hasOwn(fill, name)) return mark
      return isMixed ? `${ISOLATE}${fill[name]}${END_OF_ISOLATE}` : String(fill[name])
    })
    const isEnglish = readsFromTheRight && messages[key] === undefined && CAN_GO_ASTRAY.test(form)
    return isEnglish ? `${LEFT_TO_RIGHT}${filled}${END_OF_ISOLATE}` : filled
  }
}

// Letters and digits of Hebrew, Arabic and the other scripts that are written from right to left, and their marks.
const RIGHT_TO_LEFT =
  /[\u0590-\u08ff\u200f\ufb1d-\ufdff\ufe70-\ufefc\u{10800}-\u{10fff}\u{1e800}-\u{1efff}]/u
const runsRightToLeft = (filling: string | number): boolean =>
  typeof filling === 'string' && RIGHT_TO_LEFT.test(filling)
// As <bdi> does in HTML, but also in an accessible name and in a file.
const ISOLATE = '\u2068'
const END_OF_ISOLATE = '\u2069'
const LEFT_TO_RIGHT = '\u2066'

const READ_FROM_THE_RIGHT = /^(ar|arc|ckb|dv|fa|he|iw|ks|ps|sd|syr|ug|ur|yi)\b/i
/** What could end up on the wrong side of the words: a filling, or a sign at an end. */
const CAN_GO_ASTRAY = /\{|^[^a-z]|[^a-z]$/i

function pluralForm(text: Plural, locale: string, fill: Fill): string {
  return text[pluralRules(locale).select(Number(fill['count'] ?? 0))] ?? text.other
}

// A page asks for one locale many times, and making the rules is dear.
let last: { readonly locale: string; readonly rules: Intl.PluralRules } | undefined

function pluralRules(locale: string): Intl.PluralRules {
  if (last?.locale !== locale) last = { locale, rules: new Intl.PluralRules(locale) }
  return last.rules
}
