import type { DisplaySettings } from './DisplayContext.tsx'
import { createFormat } from './format.ts'
import type { Messages } from './messages.ts'
import { createTranslate } from './translate.ts'
import type { Texts } from './useTexts.ts'

/** Whom texts are for. */
export type Viewer = Pick<DisplaySettings, 'locale' | 'timeZone' | 'messages'>

/** The texts of some sections, with formatters, for one viewer: only the English of those sections travels with them. */
export const textsOf = <Key extends keyof Messages>(
  english: Pick<Messages, Key>,
  { locale, timeZone, messages }: Viewer,
): Texts<Key> => ({
  t: createTranslate(locale, english, messages),
  format: createFormat(locale, timeZone),
})
