import type { Messages, Plural } from './messages.ts'

/** What fills the `{name}` marks of a text; the number `count` also chooses the plural form. */
export type Fill = Readonly<Record<string, string | number>>

/** Looks a text up and fills it. A mark without a filling stays visible, so that it is noticed. */
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
  const plurals = pluralRules(locale)
  return (key, fill = {}) => {
    const text: string | Plural = messages[key] ?? english[key]
    const form = typeof text === 'string' ? text : pluralForm(text, plurals, fill)
    return form.replace(/\{(\w+)\}/g, (mark, name: string) =>
      Object.hasOwn(fill, name) ? String(fill[name]) : mark,
    )
  }
}
function pluralForm(text: Plural, plurals: Intl.PluralRules, fill: Fill): string {
  return text[plurals.select(Number(fill['count'] ?? 0))] ?? text.other
}

function pluralRules(locale: string): Intl.PluralRules {
  try {
    return new Intl.PluralRules(locale)
  } catch {
    throw new Error(
      `QonversionProvider: locale "${locale}" is no language tag, so numbers and dates cannot be written. ` +
        'Give a BCP 47 tag with hyphens, for example en-US.',
    )
  }
}
