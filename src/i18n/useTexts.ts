'use client'
import { useMemo } from 'react'
import { useDisplay } from './DisplayContext.tsx'
import { common } from './en/common.ts'
import type { Format } from './format.ts'
import type { Messages } from './messages.ts'
import { textsOf } from './textsOf.ts'
import type { Translate } from './translate.ts'

/** The texts of some sections and the formatters of the viewer. */
export interface Texts<Key extends keyof Messages = keyof Messages> {
  readonly t: Translate<Key>
  readonly format: Format
}

/** Makes the hook of the components that share a section of texts: only its English ones travel with them. */
export function createUseTexts<Key extends keyof Messages>(
  english: Pick<Messages, Key>,
): () => Texts<Key> {
  return function useTexts() {
    const { locale, timeZone, messages } = useDisplay()
    return useMemo(
      () => textsOf(english, { locale, timeZone, messages }),
      [locale, timeZone, messages],
    )
  }
}

/** Texts that any component may need, and formatters, by the nearest provider's locale, zone and messages. */
export const useTexts = /* @__PURE__ */ createUseTexts(common)
