'use client'
import { Notice } from '../../ui/Notice.tsx'
import { warningsOf } from './form.warnings.model.ts'
import type { Experiment } from './types.ts'
import type { ExperimentFormModel } from './useExperimentForm.ts'
import { useExperimentFormTexts } from './useExperimentFormTexts.ts'

/** What a change means although it can be saved, above the button that saves it; said as it comes up. */
export function ExperimentFormWarnings({
  model: { draft, first },
  experiment,
  otherExperiments,
}: {
  readonly model: ExperimentFormModel
  readonly experiment: Experiment | undefined
  readonly otherExperiments: readonly Experiment[] | undefined
}) {
  const { t } = useExperimentFormTexts()
  const warnings = warningsOf(draft, first, experiment, otherExperiments)
  const { sharedContext, newPhase, isPlanChanged } = warnings
  const names = sharedContext
    .map((name) => t('experimentForm.warn.context.name', { name }))
    .join(', ')
  const parts = newPhase.map((part) => t(`experimentForm.part.${part}`)).join(', ')
  return (
    <div aria-live="polite">
      {sharedContext.length > 0 && (
        <Notice tone="warning">
          {t('experimentForm.warn.context', { count: sharedContext.length, names })}
        </Notice>
      )}
      {parts && <Notice tone="warning">{t('experimentForm.warn.phase', { parts })}</Notice>}
      {isPlanChanged && <Notice tone="warning">{t('experimentForm.warn.plan')}</Notice>}
    </div>
  )
}
