'use client'
import { useState, type ReactNode } from 'react'
import { useTexts } from '../i18n/useTexts.ts'
import { LateNotice } from './LateNotice.tsx'

/** Props of `AnswerHead`. */
export interface AnswerHeadProps {
  /** True where the numbers are of the stores' test purchases. */
  readonly isSandbox: boolean
  /** The question, read back in one line. */
  readonly question: string
  /** How fresh its answer is. */
  readonly asOf: string
  readonly refreshing: boolean
  /** Asks again; without it there is no button. */
  readonly onRefresh: (() => void) | undefined
  /** Saves the numbers as a file; rejects where what writes it cannot be loaded. */
  readonly onSave: () => Promise<void>
  /** True where there is nothing to save. */
  readonly isEmpty: boolean
  /** What a reader must know before trusting the numbers. */
  readonly children: ReactNode
}

/** What stands above every answer: whose numbers these are, the question read back, how fresh its answer is, Refresh and CSV. */
export function AnswerHead(props: AnswerHeadProps) {
  const { isSandbox, question, asOf, refreshing, onRefresh, onSave, isEmpty, children } = props
  const { t } = useTexts()
  const [hasFailed, setFailed] = useState(false)
  const save = () => {
    onSave().then(
      () => setFailed(false),
      () => setFailed(true),
    )
  }
  return (
    <>
      {isSandbox && (
        <p className="qv-band" role="note">
          <strong>{t('environment.sandbox')}</strong> {t('environment.sandbox.hint')}
        </p>
      )}
      <div className="qv-readback">
        <div className="qv-readback-text">
          <p className="qv-readback-question">{question}</p>
          <p className="qv-readback-asof">{asOf}</p>
        </div>
        <div className="qv-actions">
          {onRefresh && (
            <button
              type="button"
              className="qv-button"
              data-refresh=""
              aria-disabled={refreshing}
              onClick={() => refreshing || onRefresh()}
            >
              {t(refreshing ? 'action.refreshing' : 'action.refresh')}
            </button>
          )}
          <button type="button" className="qv-button" disabled={isEmpty} onClick={save}>
            {t('action.csv')}
          </button>
        </div>
      </div>
      {hasFailed && <LateNotice onRetry={save} />}
      {children}
    </>
  )
}
