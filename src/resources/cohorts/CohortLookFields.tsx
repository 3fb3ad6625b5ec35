'use client'
import { CheckField, SelectField } from '../../ui/fields.tsx'
import type { moreChoices } from './moreChoices.ts'
import type { CohortPanelView } from './panelView.model.ts'
import { useMoreControlTexts } from './useMoreControlTexts.ts'

/** Props of `CohortLookFields`. */
export interface CohortLookFieldsProps {
  readonly value: CohortPanelView
  readonly onChange: (change: Partial<CohortPanelView>) => void
  readonly choices: ReturnType<typeof moreChoices>
  /** True where the host marks dates, so that they can be hidden. */
  readonly hasAnnotations: boolean
}

/** How the answer looks: colours, rows, and what is said beside the numbers. */
export function CohortLookFields({
  value,
  onChange,
  choices,
  hasAnnotations,
}: CohortLookFieldsProps) {
  const { t } = useMoreControlTexts()
  const colour = (change: Partial<CohortPanelView['colour']>) =>
    onChange({ colour: { ...value.colour, ...change } })
  const summary = (row: CohortPanelView['summaries'][number], on: boolean) =>
    onChange({
      summaries: on ? [...value.summaries, row] : value.summaries.filter((item) => item !== row),
    })
  return (
    <>
      <SelectField
        wide
        label={t('controls.colour')}
        value={value.colour.scale === 'diverging' ? 'diverging' : value.colour.ramp}
        choices={choices.colours}
        onChange={(ramp) =>
          colour(
            ramp === 'diverging'
              ? { scale: 'diverging' }
              : { scale: 'sequential', ramp: ramp as CohortPanelView['colour']['ramp'] },
          )
        }
      />
      <SelectField
        label={t('controls.colour.scope')}
        value={value.colour.scope}
        choices={choices.colourScopes}
        onChange={(scope) => colour({ scope: scope as CohortPanelView['colour']['scope'] })}
      />
      <SelectField
        label={t('controls.density')}
        value={value.density}
        choices={choices.densities}
        onChange={(density) => onChange({ density: density as CohortPanelView['density'] })}
      />
      <CheckField
        label={t('controls.colour.omitFirst')}
        checked={value.colour.omitFirst}
        onChange={(omitFirst) => colour({ omitFirst })}
      />
      {(['total', 'mean', 'median'] as const).map((row) => (
        <CheckField
          key={row}
          label={t(`controls.summary.${row}`)}
          checked={value.summaries.includes(row)}
          onChange={(on) => summary(row, on)}
        />
      ))}
      <CheckField
        label={t('controls.intervals')}
        checked={value.intervals}
        onChange={(intervals) => onChange({ intervals })}
      />
      {hasAnnotations && (
        <CheckField
          label={t('controls.annotations')}
          checked={value.annotations}
          onChange={(annotations) => onChange({ annotations })}
        />
      )}
    </>
  )
}
