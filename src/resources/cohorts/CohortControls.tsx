'use client'
import { rangeDays, rangePresets, resolveRange } from '../../core/ranges.ts'
import { CheckField, SelectField, type Choice } from '../../ui/fields.tsx'
import { FilterFields } from '../../ui/FilterFields.tsx'
import { RangeFields } from '../../ui/RangeFields.tsx'
import { Toolbar } from '../../ui/Toolbar.tsx'
import { controlChoices, filterAttributes } from './controlChoices.ts'
import type { OfferedView } from './grid.views.model.ts'
import { changedFolded, type CohortPanelView } from './panelView.model.ts'
import type { CohortsMeta } from './types.ts'
import { useCohortPanelTexts } from './useCohortTexts.ts'

/** Props of `CohortControls`. */
export interface CohortControlsProps {
  readonly value: CohortPanelView
  /** The view that the panel began with: what differs from it is counted on the fold. */
  readonly first: CohortPanelView
  readonly onChange: (change: Partial<CohortPanelView>) => void
  /** Views of the metric, those that need a sentence with it. */
  readonly views: readonly OfferedView[]
  /** The project's choices; without them the documented ones are offered. */
  readonly meta: CohortsMeta | undefined
  /** True while the project's choices are on their way: room is kept for its attributes. */
  readonly loading: boolean
  /** ISO 4217 codes offered. */
  readonly currencies: readonly string[]
  /** True where the host marks dates, so that they can be hidden. */
  readonly hasAnnotations: boolean
  /** Now, in Unix seconds: what a relative range counts back from. */
  readonly now: number
}

/** The question of a cohort panel as controls: the five used most in view, the others and the project's filters behind a fold. */
export function CohortControls(props: CohortControlsProps) {
  const { value, first, onChange, views, meta, loading, currencies, hasAnnotations, now } = props
  const texts = useCohortPanelTexts()
  const { t } = texts
  const choices = controlChoices(texts, value, { meta, views, currencies })
  const select = (key: Chosen, label: string, of: readonly Choice[], disabled = false) => (
    <SelectField
      label={label}
      value={String(value[key])}
      choices={of}
      disabled={disabled}
      onChange={(chosen) => onChange({ [key]: isNumber(key) ? Number(chosen) : chosen })}
    />
  )
  const colour = (change: Partial<CohortPanelView['colour']>) =>
    onChange({ colour: { ...value.colour, ...change } })
  const summary = (row: CohortPanelView['summaries'][number], on: boolean) =>
    onChange({
      summaries: on ? [...value.summaries, row] : value.summaries.filter((item) => item !== row),
    })
  const more = (
    <>
      {select('mode', t('controls.mode'), choices.modes)}
      {select('definition', t('controls.definition'), choices.definitions)}
      {select('revenueType', t('controls.revenue'), choices.revenueTypes)}
      {select('currency', t('controls.currency'), choices.currencies)}
      {select('environment', t('controls.environment'), choices.environments)}
      <FilterFields
        attributes={loading ? undefined : filterAttributes(meta)}
        value={value.filters}
        onChange={(filters) => onChange({ filters })}
      />
      {select('minSize', t('controls.minSize'), choices.minSizes)}
      <SelectField
        label={t('controls.colour.scope')}
        value={value.colour.scope}
        choices={choices.colourScopes}
        onChange={(scope) => colour({ scope: scope as CohortPanelView['colour']['scope'] })}
      />
      <SelectField
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
      {select('density', t('controls.density'), choices.densities)}
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
  return (
    <Toolbar more={more} changed={changedFolded(value, first)}>
      {select('metric', t('controls.metric'), choices.metrics)}
      {select('view', t('controls.view'), choices.views, choices.views.length < 2)}
      <RangeFields
        value={value.range}
        presets={rangePresets(value.grouping)}
        days={rangeDays(resolveRange(value.range, now, value.grouping))}
        onChange={(range) => onChange({ range })}
      />
      {select('grouping', t('controls.grouping'), choices.groupings)}
      {select('split', t('controls.split'), choices.splits)}
    </Toolbar>
  )
}

/** The parts of a view that one native select chooses. */
type Chosen =
  | 'metric'
  | 'view'
  | 'mode'
  | 'grouping'
  | 'definition'
  | 'revenueType'
  | 'currency'
  | 'environment'
  | 'split'
  | 'minSize'
  | 'density'

const isNumber = (key: Chosen): boolean => key === 'environment' || key === 'minSize'
