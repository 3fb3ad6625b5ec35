'use client'
import { rangeDays, rangePresets, resolveRange } from '../../core/ranges.ts'
import { SelectField, type Choice } from '../../ui/fields.tsx'
import { latePart } from '../../ui/latePart.tsx'
import { RangeFields } from '../../ui/RangeFields.tsx'
import { FieldSkeleton } from '../../ui/Skeleton.tsx'
import { Toolbar } from '../../ui/Toolbar.tsx'
import { controlChoices } from './controlChoices.ts'
import type { OfferedView } from './grid.views.model.ts'
import { changedFolded, type CohortPanelView } from './panelView.model.ts'
import type { CohortsMeta } from './types.ts'
import { useCohortPanelTexts } from './useCohortPanelTexts.ts'

// Loaded when pointer or focus come to the fold, which is before it is opened.
const CohortMoreFields = latePart(() =>
  import('./CohortMoreFields.tsx').then((module) => module.CohortMoreFields),
)

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
  const { value, first, onChange, views, meta, now } = props
  const texts = useCohortPanelTexts()
  const { t } = texts
  const choices = controlChoices(texts, meta, views)
  const select = (key: Chosen, label: string, of: readonly Choice[], wide = false) => (
    <SelectField
      wide={wide}
      label={label}
      value={value[key]}
      choices={of}
      disabled={of.length < 2}
      onChange={(chosen) => onChange({ [key]: chosen })}
    />
  )
  const more = <CohortMoreFields fallback={<Waiting />} {...props} />
  return (
    <Toolbar more={more} changed={changedFolded(value, first)}>
      {select('metric', t('controls.metric'), choices.metrics)}
      {select('view', t('controls.view'), choices.views, true)}
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

/** The parts of a view that one native select in view chooses. */
type Chosen = 'metric' | 'view' | 'grouping' | 'split'

const Waiting = () => (
  <div className="qv-toolbar-fields">
    <FieldSkeleton count={12} />
  </div>
)
