'use client'
import { useMemo } from 'react'
import { useDisplay } from './DisplayContext.tsx'
import { createFormat, type Format } from './format.ts'
import { createTranslate, type Translate } from './translate.ts'

/** The texts and formatters of the viewer. */
export interface Texts {
  readonly t: Translate
  readonly format: Format
}

/** Texts and formatters by the nearest provider's locale, zone and messages. */
export function useTexts(): Texts {
  const { locale, timeZone, messages } = useDisplay()
  return useMemo(
    () => ({ t: createTranslate(locale, messages), format: createFormat(locale, timeZone) }),
    [locale, timeZone, messages],
  )
}
