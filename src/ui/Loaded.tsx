'use client'
import { useEffect, useSyncExternalStore, type ReactNode } from 'react'
import { useTexts } from '../i18n/useTexts.ts'
import { Notice } from './Notice.tsx'
import type { Part } from './part.ts'

/** Props of `Loaded`. */
export interface LoadedProps<Module> {
  /** Made once, outside of components: `createPart(() => import('./Chart.tsx'))`. */
  readonly part: Part<Module>
  /** Drawn until the part is there, in server HTML too. @default nothing */
  readonly fallback?: ReactNode
  /** Draws the part. */
  readonly children: (module: Module) => ReactNode
}

/**
 * A part that is loaded when it is first drawn. Server HTML holds the fallback, and hydration agrees with it; a part that
 * cannot be loaded leaves a notice with a way to try again, and the page around it as it is.
 */
export function Loaded<Module>({ part, fallback = null, children }: LoadedProps<Module>) {
  const { t } = useTexts()
  const state = useSyncExternalStore(part.subscribe, part.state, () => 'waiting' as const)
  useEffect(() => part.ask(), [part])
  if (state === 'waiting') return fallback
  if (state !== 'failed') return children(state.module)
  return (
    <Notice tone="error">
      <p className="qv-notice-text">{t('part.failed')}</p>
      <button type="button" className="qv-button" onClick={part.ask}>
        {t('action.retry')}
      </button>
    </Notice>
  )
}
