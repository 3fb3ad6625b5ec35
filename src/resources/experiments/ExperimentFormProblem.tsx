'use client'
import { Notice } from '../../ui/Notice.tsx'
import type { Problem } from '../../ui/ProblemNotice.tsx'
import type { SaveProgress } from './form.types.ts'
import type { ExperimentFormModel } from './useExperimentForm.ts'
import { useExperimentFormTexts } from './useExperimentFormTexts.ts'

/** Why a save failed, how far it came, and that nothing typed is lost. What the server found at fields stands there. */
export function ExperimentFormProblem({
  problem,
  progress,
  model: { hasPlacedFaults, otherFaults },
}: {
  readonly problem: Problem | undefined
  readonly progress: SaveProgress | undefined
  readonly model: ExperimentFormModel
}) {
  const { t, format } = useExperimentFormTexts()
  if (!problem) return null
  const { kind, message, details, retryAt } = problem
  const isSaid = details.length > 0 && otherFaults.length < details.length
  return (
    <Notice tone="error">
      <strong className="qv-notice-title">
        {t(progress ? 'experimentForm.problem' : 'experimentForm.problem.none')}
      </strong>
      {hasPlacedFaults && <p className="qv-notice-text">{t('experimentForm.problem.fields')}</p>}
      {!isSaid && (
        <p className="qv-notice-text">
          {kind === 'input' || kind === 'other'
            ? message
            : retryAt === null
              ? t(`problem.${kind}.hint`)
              : t('problem.rateLimited.until', { time: format.time(retryAt) })}
        </p>
      )}
      {!isSaid && kind !== 'input' && kind !== 'other' && (
        <p className="qv-notice-message">{message}</p>
      )}
      {otherFaults.length > 0 && (
        <ul className="qv-notice-list">
          {otherFaults.map(({ field, message: what }) => (
            <li key={`${field} ${what}`}>
              <strong>{field}</strong> {what}
            </li>
          ))}
        </ul>
      )}
      <p className="qv-notice-text">
        {progress ? <Progress {...progress} /> : t('experimentForm.problem.kept')}
      </p>
    </Notice>
  )
}

function Progress({ isExperimentSaved, saved, missing }: SaveProgress) {
  const { t } = useExperimentFormTexts()
  const sentences = [
    isExperimentSaved && t('experimentForm.progress.experiment'),
    saved.length > 0 && t('experimentForm.progress.groups', { names: saved.join(', ') }),
    missing.length > 0 && t('experimentForm.progress.missing', { names: missing.join(', ') }),
    t('experimentForm.problem.kept'),
    t('experimentForm.progress.next'),
  ]
  return <>{sentences.filter(Boolean).join(' ')}</>
}
