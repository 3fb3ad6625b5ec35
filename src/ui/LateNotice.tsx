'use client'
import { useTexts } from '../i18n/useTexts.ts'
import { Notice } from './Notice.tsx'

/** Props of `LateNotice`. */
export interface LateNoticeProps {
  /** Loads again. */
  readonly onRetry: () => void
}

/** Says that a part of the page could not be loaded, why that happens, and offers to try again. */
export function LateNotice({ onRetry }: LateNoticeProps) {
  const { t } = useTexts()
  return (
    <Notice tone="error">
      <p className="qv-notice-text">{t('problem.part')}</p>
      <button type="button" className="qv-button" onClick={onRetry}>
        {t('action.retry')}
      </button>
    </Notice>
  )
}
