import { en } from './en.ts'
import { createFormat } from './format.ts'
import type { Messages } from './messages.ts'
import { createTranslate } from './translate.ts'
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
  return { t: createTranslate(locale, en, messages), format: createFormat(locale, timeZone) }
}
