'use client'
import { useTexts } from '../i18n/useTexts.ts'
import { Notice } from './Notice.tsx'

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
  /** True when an older good answer is shown below. */
  readonly stale?: boolean
}

/** Says what happened, why it matters and what to do, with the fields at fault and a way to ask again. */
export function ProblemNotice({ problem, onRetry, stale = false }: ProblemNoticeProps) {
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
      {onRetry && kind !== 'input' && (
        <button type="button" className="qv-button" onClick={onRetry}>
          {t('action.retry')}
        </button>
      )}
    </Notice>
  )
}
