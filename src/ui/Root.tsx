'use client'
import type { ComponentProps } from 'react'
import { useDisplay } from '../i18n/DisplayContext.tsx'

/** The element that every component stands in: it carries the theme's tokens and the language of its texts. */
export function Root({ className, ...rest }: ComponentProps<'div'>) {
  const { theme, locale } = useDisplay()
  return (
    <div
      className={`qv-root ${className ?? ''}`.trim()}
      data-theme={theme}
      lang={locale}
      {...rest}
    />
  )
}
