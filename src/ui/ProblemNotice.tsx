'use client'
import { useRef } from 'react'
import { useTexts } from '../i18n/useTexts.ts'
import { Notice } from './Notice.tsx'
import { useClientLayoutEffect } from '../hydration/hooks.ts'

/** What went wrong, told apart by what a person can do about it. */
export type ProblemKind =
  | 'forbidden'
  | 'rateLimited'
  | 'transport'
  | 'server'
  | 'shape'
  | 'input'
  | 'other'

/** A failed question, ready to show. */
export interface Problem {
  readonly kind: ProblemKind
  /** The message of the API or the library; shown under the explanation. */
  readonly message: string
  /** What is wrong with single inputs. */
  readonly details: readonly { readonly field: string; readonly message: string }[]
  /** When asking again makes sense, in milliseconds since the epoch; null when nobody said. */
  readonly retryAt: number | null
}

/** Props of `ProblemNotice`. */
export interface ProblemNoticeProps {
  readonly problem: Problem
  /** Asks again; without it there is no button. */
  readonly onRetry?: (() => void) | undefined
  /** True while it is being asked again: the button stays where it is. */
  readonly retrying?: boolean
  /** True when an older good answer is shown below. */
  readonly stale?: boolean
}

/** Says what happened, why it matters and what to do, with the fields at fault and a way to ask again. */
export function ProblemNotice({
  problem,
  onRetry,
  retrying = false,
  stale = false,
}: ProblemNoticeProps) {
  const { t, format } = useTexts()
  const { kind, message, details, retryAt } = problem
  const hint =
    kind === 'rateLimited' && retryAt !== null
      ? t('problem.rateLimited.until', { time: format.time(retryAt) })
      : t(`problem.${kind}.hint`)
  return (
    <Notice tone="error">
      <strong className="qv-notice-title">{t(`problem.${kind}`)}</strong>
      <p className="qv-notice-text">
        {hint} {stale && t('problem.stale')}
      </p>
      {details.length > 0 ? (
        <ul className="qv-notice-list">
          {details.map((detail) => (
            <li key={`${detail.field} ${detail.message}`}>
              <strong>{detail.field}</strong> {detail.message}
            </li>
          ))}
        </ul>
      ) : (
        <p className="qv-notice-message">{message}</p>
      )}
      {onRetry && kind !== 'input' && <RetryButton retrying={retrying} onRetry={onRetry} />}
    </Notice>
  )
}

function RetryButton({ retrying, onRetry }: { retrying: boolean; onRetry: () => void }) {
  const { t } = useTexts()
  const button = useRef<HTMLButtonElement>(null)
  useClientLayoutEffect(() => {
    const element = button.current
    return () => {
      if (element && element === document.activeElement) keepFocusNear(element)
    }
  }, [])
  return (
    <button
      ref={button}
      type="button"
      className="qv-button"
      aria-disabled={retrying}
      onClick={() => retrying || onRetry()}
    >
      {t(retrying ? 'action.refreshing' : 'action.retry')}
    </button>
  )
}

/** Once the answer has taken the button's place, whoever pressed it goes on at the button that asks again, or at the answer. */
function keepFocusNear(button: HTMLElement): void {
  const root = button.closest('.qv-root')
  queueMicrotask(() => {
    if (document.activeElement !== document.body) return
    const next = root?.querySelector<HTMLElement>('[data-refresh], [role=grid] [tabindex="0"]')
    next?.focus({ preventScroll: true })
  })
}
