'use client'
import { useCohortPanelTexts } from './useCohortTexts.ts'
import { DateField, SelectField, type Choice } from '../../ui/fields.tsx'
import { FieldSkeleton } from '../../ui/Skeleton.tsx'
import { sizeHeading } from './cohortTexts.ts'
import { viewsOf } from './grid.views.model.ts'
import { GROUPINGS } from './grouping.ts'
import { COHORT_METRICS } from './metrics.ts'
import { viewSituation, type CohortPanelView } from './panelView.model.ts'
import type { CohortDefinition, CohortsMeta } from './types.ts'

/** Props of `CohortControls`. */
export interface CohortControlsProps {
  readonly value: CohortPanelView
  readonly onChange: (change: Partial<CohortPanelView>) => void
  /** The project's choices; without them the documented ones are offered. */
  readonly meta: CohortsMeta | undefined
  /** True while the project's choices are on their way: room is kept for its attributes. */
  readonly loading: boolean
  /** ISO 4217 codes offered. */
  readonly currencies: readonly string[]
}

/** The question of a cohort panel as native controls, one for each part and one for each attribute the project lists. */
export function CohortControls({
  value,
  onChange,
  meta,
  loading,
  currencies,
}: CohortControlsProps) {
  const texts = useCohortPanelTexts()
  const { t } = texts
  const choices = controlChoices(texts, value, meta)
  const select = (key: Chosen, label: string, of: readonly Choice[]) => (
    <SelectField
      label={label}
      value={value[key]}
      choices={of}
      onChange={(chosen) => onChange({ [key]: chosen })}
    />
  )
  const filters = (meta?.filter_conditions ?? []).filter((condition) => condition.values?.length)
  return (
    <fieldset className="qv-toolbar" aria-label={t('controls.title')}>
      {select('metric', t('controls.metric'), choices.metrics)}
      {choices.views.length > 1 && select('view', t('controls.view'), choices.views)}
      {select('mode', t('controls.mode'), choices.modes)}
      {select('grouping', t('controls.grouping'), choices.groupings)}
      {select('definition', t('controls.definition'), choices.definitions)}
      {select('revenueType', t('controls.revenue'), choices.revenueTypes)}
      {select(
        'currency',
        t('controls.currency'),
        currencies.map((code) => ({ value: code, label: code })),
      )}
      <DateField
        label={t('controls.from')}
        value={value.from}
        onChange={(from) => onChange({ from })}
      />
      <DateField
        label={t('controls.to')}
        value={value.through}
        onChange={(through) => onChange({ through })}
      />
      {loading && <FieldSkeleton count={USUAL_ATTRIBUTES} />}
      {filters.map(({ attribute, label, values = [] }) => (
        <SelectField
          key={attribute}
          label={label}
          value={value.filters[attribute] ?? ''}
          choices={[
            { value: '', label: t('controls.filter.any') },
            ...values.map((item) => ({ value: item.code, label: item.label })),
          ]}
          onChange={(chosen) => onChange({ filters: { ...value.filters, [attribute]: chosen } })}
        />
      ))}
    </fieldset>
  )
}

// Room for this many; what a project really lists is known a moment later.
const USUAL_ATTRIBUTES = 4

/** The parts of a view that one native select chooses. */
type Chosen = 'metric' | 'view' | 'mode' | 'grouping' | 'definition' | 'revenueType' | 'currency'

/** Choices of the controls: the project's own, in our words where we know the code, else in the API's. */
function controlChoices(
  texts: ReturnType<typeof useCohortPanelTexts>,
  value: CohortPanelView,
  meta: CohortsMeta | undefined,
) {
  const { t } = texts
  const metrics = named(COHORT_METRICS, (code) => t(`controls.metric.${code}`))
  const groupings = named(GROUPINGS, (code) => t(`controls.grouping.${code}`))
  return {
    metrics: offer(meta?.metrics, metrics).filter((choice) => choice.value in metrics),
    views: viewsOf(value.metric, viewSituation(value)).map(({ view }) => ({
      value: view,
      label: t(`cohorts.view.${view}`),
    })),
    modes: offer(
      meta?.modes,
      named(['by_days', 'by_renewals'], (code) => t(`controls.mode.${code}`)),
    ),
    groupings: offer(meta?.groupings, groupings).filter((choice) => choice.value in groupings),
    definitions: offer(
      meta?.cohort_definitions,
      named(DEFINITIONS, (code) => sizeHeading(texts, code)),
    ),
    revenueTypes: offer(
      undefined,
      named(['gross', 'net'], (code) => t(`controls.revenue.${code}`)),
    ),
  }
}

const DEFINITIONS: readonly CohortDefinition[] = [
  'new_customers',
  'initial_conversions',
  'new_paying',
]

function named<Code extends string>(
  codes: readonly Code[],
  name: (code: Code) => string,
): Record<string, string> {
  return Object.fromEntries(codes.map((code) => [code, name(code)]))
}

function offer(
  listed: readonly { code: string; label: string }[] = [],
  known: Record<string, string>,
): Choice[] {
  if (listed.length > 0)
    return listed.map(({ code, label }) => ({ value: code, label: known[code] ?? label }))
  return Object.entries(known).map(([code, label]) => ({ value: code, label }))
}
