'use client'
import type { ComponentProps } from 'react'
import { useDisplay } from '../i18n/DisplayContext.tsx'
import { useTexts } from '../i18n/useTexts.ts'

/** The element that every component stands in: it carries the theme's tokens and the language of its texts. */
export function Root({ className, ...rest }: ComponentProps<'div'>) {
  const { theme } = useDisplay()
  const { t } = useTexts()
  return (
    <div
      className={`qv-root ${className ?? ''}`.trim()}
      data-theme={theme}
      lang={t('language')}
      {...rest}
    />
  )
}
