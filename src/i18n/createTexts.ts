import { checkLocale } from './checkLocale.ts'
import { en } from './en.ts'
import type { Messages } from './messages.ts'
import { textsOf } from './textsOf.ts'
import type { Texts } from './useTexts.ts'

/**
 * Texts and formatters without React, for a script, a server or an agent: what `describeGrid` and `cohortFile` take.
 * English in `en-US` and UTC unless said otherwise. Throws for a locale that is no language tag.
 */
export function createTexts({
  locale = 'en-US',
  timeZone = 'UTC',
  messages = {},
}: {
  readonly locale?: string
  readonly timeZone?: string
  readonly messages?: Partial<Messages>
} = {}): Texts {
  checkLocale(locale)
  return textsOf(en, { locale, timeZone, messages })
}
