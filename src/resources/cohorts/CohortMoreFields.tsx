'use client'
import { SelectField, type Choice } from '../../ui/fields.tsx'
import { filterAttributes } from '../../ui/filterAttributes.ts'
import { FilterFields } from '../../ui/FilterFields.tsx'
import { ToolbarGroup } from '../../ui/Toolbar.tsx'
import type { CohortControlsProps } from './CohortControls.tsx'
import { CohortLookFields } from './CohortLookFields.tsx'
import { moreChoices } from './moreChoices.ts'
import { useMoreControlTexts } from './useMoreControlTexts.ts'

/** The controls of a cohort panel behind the fold: what is counted, the project's filters, and how the answer looks. */
export function CohortMoreFields(props: CohortControlsProps) {
  const { value, onChange, meta, loading, currencies, hasAnnotations } = props
  const texts = useMoreControlTexts()
  const { t } = texts
  const choices = moreChoices(texts, meta, value.minSize)
  const select = (key: Chosen, label: string, of: readonly Choice[]) => (
    <SelectField
      wide={WIDE.has(key)}
      label={label}
      value={String(value[key])}
      choices={of}
      onChange={(chosen) => onChange({ [key]: isNumber(key) ? Number(chosen) : chosen })}
    />
  )
  return (
    <>
      <ToolbarGroup label={t('controls.group.count')}>
        {select('mode', t('controls.mode'), choices.modes)}
        {select('definition', t('controls.definition'), choices.definitions)}
        {select('revenueType', t('controls.revenue'), choices.revenueTypes)}
        {select(
          'currency',
          t('controls.currency'),
          currencies.map((code) => ({ value: code, label: code })),
        )}
        {select('environment', t('controls.environment'), choices.environments)}
        {select('minSize', t('controls.minSize'), choices.minSizes)}
      </ToolbarGroup>
      <ToolbarGroup label={t('controls.group.filters')}>
        <FilterFields
          attributes={loading ? undefined : filterAttributes(meta?.filter_conditions)}
          value={value.filters}
          onChange={(filters) => onChange({ filters })}
        />
      </ToolbarGroup>
      <ToolbarGroup label={t('controls.group.look')}>
        <CohortLookFields
          value={value}
          onChange={onChange}
          choices={choices}
          hasAnnotations={hasAnnotations}
        />
      </ToolbarGroup>
    </>
  )
}

/** The parts of a view that one native select behind the fold chooses. */
type Chosen = 'mode' | 'definition' | 'revenueType' | 'currency' | 'environment' | 'minSize'

/** Those with choices that a narrow field would cut. */
const WIDE: ReadonlySet<Chosen> = new Set(['mode', 'definition', 'minSize'])

const isNumber = (key: Chosen): boolean => key === 'environment' || key === 'minSize'
