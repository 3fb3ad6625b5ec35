/** Throws for a locale that is no language tag, which would else be an error of the first number that is written. */
export function checkLocale(locale: string): void {
  try {
    Intl.getCanonicalLocales(locale)
  } catch {
    throw new Error(
      `QonversionProvider: locale "${locale}" is no language tag, so numbers and dates cannot be written. ` +
        'Give a BCP 47 tag with hyphens, for example en-US.',
    )
  }
}
