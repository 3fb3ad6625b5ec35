'use client'
import { Notice } from '../../ui/Notice.tsx'
import type { Problem } from '../../ui/ProblemNotice.tsx'
import type { StatusAction } from './actions.model.ts'
import { useExperimentActionTexts } from './useExperimentActionTexts.ts'

/** What was refused or failed, of which action. */
export interface ActionProblem extends Problem {
  readonly action: StatusAction | 'delete'
}

/** Props of `ActionFailure`. */
export interface ActionFailureProps {
  readonly problem: ActionProblem
  /** True while something is under way: trying again waits. */
  readonly isPending: boolean
  /** Without it there is no button: it can no longer be done. */
  readonly onRetry: (() => void) | undefined
  readonly onDismiss: (() => void) | undefined
}

const HINTS = {
  forbidden: 'forbidden',
  rateLimited: 'rateLimited',
  input: 'refused',
  other: 'refused',
  // The answer is missing, so what was done is not known.
  transport: 'unknown',
  server: 'unknown',
  shape: 'unknown',
} as const

/** Says that an action had no effect, or may have had none: why, that the page shows the server's word again, and what to do. */
export function ActionFailure({ problem, isPending, onRetry, onDismiss }: ActionFailureProps) {
  const { t, format } = useExperimentActionTexts()
  const { action, kind, message, details, retryAt } = problem
  const hint =
    kind === 'rateLimited' && retryAt !== null
      ? t('problem.rateLimited.until', { time: format.time(retryAt) })
      : t(`experimentActions.failed.${HINTS[kind]}`)
  // That it was not done would say more than is known.
  const isUnsure = HINTS[kind] === 'unknown'
  return (
    <Notice tone="error">
      <strong className="qv-notice-title">
        {t(isUnsure ? 'experimentActions.failed.unsure' : `experimentActions.${action}.failed`)}
      </strong>
      <p className="qv-notice-text">
        {hint} {t('experimentActions.failed.back')}
      </p>
      {message !== '' && <p className="qv-notice-message">{message}</p>}
      {details.length > 0 && (
        <ul className="qv-notice-list">
          {details.map(({ field, message: said }) => (
            <li key={`${field} ${said}`}>
              <strong>{field}</strong> {said}
            </li>
          ))}
        </ul>
      )}
      <div className="qv-notice-actions qv-experiment-buttons">
        {onRetry && kind !== 'forbidden' && (
          <button
            type="button"
            className="qv-button"
            aria-disabled={isPending || undefined}
            onClick={() => isPending || onRetry()}
          >
            {t('action.retry')}
          </button>
        )}
        {onDismiss && (
          <button type="button" className="qv-button" onClick={onDismiss}>
            {t('experimentActions.dismiss')}
          </button>
        )}
      </div>
    </Notice>
  )
}
