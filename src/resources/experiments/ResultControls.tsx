'use client'
import { CheckField, SelectField } from '../../ui/fields.tsx'
import { Segmented } from '../../ui/Segmented.tsx'
import type { ResultView } from './resultView.types.ts'
import type { ExperimentResultsModel } from './useExperimentResults.ts'
import { useExperimentResultTexts } from './useExperimentResultTexts.ts'

/** Props of `ResultControls`. */
export interface ResultControlsProps {
  readonly model: ExperimentResultsModel
  readonly onChange: (part: Partial<ResultView>) => void
}

/** How changes are told, against which arm, and which arms are drawn. */
export function ResultControls({ model, onChange }: ResultControlsProps) {
  const { t } = useExperimentResultTexts()
  const { analysis, shown, view } = model
  const designed = analysis.health.sampleRatio.arms.filter(({ expected }) => expected !== null)
  const arms = analysis.arms.filter(({ id }) => designed.some((arm) => arm.id === id))
  const others = arms.filter(({ id }) => id !== shown.baseline)
  const toggle = (id: string, isShown: boolean) =>
    onChange({
      hidden: [...view.hidden.filter((hidden) => hidden !== id), ...(isShown ? [] : [id])],
    })
  return (
    <fieldset className="qv-results-controls" aria-label={t('experimentResults.controls')}>
      <div className="qv-results-control">
        <span className="qv-label" aria-hidden="true">
          {t('experimentResults.scale')}
        </span>
        <Segmented
          label={t('experimentResults.scale')}
          value={view.scale}
          choices={SCALES.map((value) => ({ value, label: t(`experimentResults.scale.${value}`) }))}
          onChange={(value) => onChange({ scale: SCALES.find((scale) => scale === value)! })}
        />
      </div>
      <div className="qv-results-control">
        <SelectField
          label={t('experimentResults.baseline')}
          value={shown.baseline ?? ''}
          choices={arms.map(({ id, name }) => ({ value: id, label: name }))}
          onChange={(id) => onChange({ baseline: id === analysis.control ? null : id })}
        />
      </div>
      {others.length > 1 && (
        <fieldset className="qv-results-control qv-results-arms">
          <legend className="qv-label">{t('experimentResults.arms')}</legend>
          {others.map(({ id, name }) => (
            <CheckField
              key={id}
              label={name}
              checked={!view.hidden.includes(id)}
              onChange={(isShown) => toggle(id, isShown)}
            />
          ))}
        </fieldset>
      )}
    </fieldset>
  )
}

const SCALES = ['relative', 'absolute', 'perThousand'] as const
