'use client'
import { rangeDays, resolveRange } from '../../core/ranges.ts'
import { AmountField } from '../../ui/AmountField.tsx'
import { CheckField, SelectField, type Choice } from '../../ui/fields.tsx'
import { filterAttributes } from '../../ui/filterAttributes.ts'
import { FilterFields } from '../../ui/FilterFields.tsx'
import { RangeFields } from '../../ui/RangeFields.tsx'
import { Toolbar, ToolbarGroup } from '../../ui/Toolbar.tsx'
import { changedFolded, costKey, LTV_MEASURES, LTV_RANGES, type LtvView } from './ltvView.model.ts'
import type { LtvMeta } from './types.ts'
import { useLtvPanelTexts } from './useLtvPanelTexts.ts'

/** Props of `LtvControls`. */
export interface LtvControlsProps {
  readonly value: LtvView
  /** What the panel began with: the fold says how much is not so any more. */
  readonly first: LtvView
  readonly onChange: (change: Partial<LtvView>) => void
  /** Told of costs while they are typed. */
  readonly onDraft: (change: Partial<LtvView>) => void
  /** The project's choices; without them the documented ones are offered. */
  readonly meta: LtvMeta | undefined
  /** True while the project's choices are on their way. */
  readonly loading: boolean
  /** ISO 4217 codes offered. */
  readonly currencies: readonly string[]
  /** Unix seconds. */
  readonly now: number
}

/** The question of a lifetime-value panel as controls, and the cost it is compared with. */
export function LtvControls(props: LtvControlsProps) {
  const { value, first, onChange, onDraft, meta, loading, currencies, now } = props
  const { t, format } = useLtvPanelTexts()
  const select = (key: Chosen, label: string, choices: readonly Choice[]) => (
    <SelectField
      label={label}
      value={String(value[key])}
      choices={choices}
      onChange={(chosen) => onChange({ [key]: key === 'environment' ? Number(chosen) : chosen })}
    />
  )
  const key = costKey(value)
  const withCost = (amount: number | null): Partial<LtvView> => {
    if (!key) return {}
    const { [key]: _, ...others } = value.costs
    return { costs: amount === null ? others : { ...others, [key]: amount } }
  }
  return (
    <Toolbar
      changed={changedFolded(value, first)}
      more={
        <>
          <ToolbarGroup label={t('controls.group.count')}>
            {select('mode', t('ltv.control.ages'), [
              { value: 'by_days', label: t('ltv.control.ages.by_days') },
              { value: 'by_renewals', label: t('ltv.control.ages.by_renewals') },
            ])}
            {select('revenueType', t('controls.revenue'), [
              { value: 'net', label: t('controls.revenue.net') },
              { value: 'gross', label: t('controls.revenue.gross') },
            ])}
            {select(
              'currency',
              t('controls.currency'),
              currencies.map((code) => ({ value: code, label: code })),
            )}
            {select('environment', t('controls.environment'), [
              { value: '1', label: t('controls.environment.production') },
              { value: '0', label: t('controls.environment.sandbox') },
            ])}
            <CheckField
              label={t('ltv.allAges')}
              checked={value.allAges}
              onChange={(allAges) => onChange({ allAges })}
            />
          </ToolbarGroup>
          <ToolbarGroup label={t('controls.group.filters')}>
            <FilterFields
              attributes={loading ? undefined : filterAttributes(meta?.filter_conditions)}
              value={value.filters}
              onChange={(chosen) => onChange({ filters: chosen })}
            />
          </ToolbarGroup>
        </>
      }
    >
      {select(
        'measure',
        t('controls.metric'),
        LTV_MEASURES.map((code) => ({ value: code, label: t(`controls.metric.${code}`) })),
      )}
      <RangeFields
        value={value.range}
        presets={LTV_RANGES}
        days={rangeDays(resolveRange(value.range, now, 'day'))}
        onChange={(range) => onChange({ range })}
      />
      {select('split', t('controls.split'), [
        { value: '', label: t('controls.split.none') },
        ...(meta?.segmentations ?? []).map(({ code, label }) => ({ value: code, label })),
      ])}
      <AmountField
        // Another cost is another field: what is typed in one is not left in the other.
        key={key}
        wide
        label={`${t(key === 'perPayer' ? 'ltv.cost.payer' : 'ltv.cost.install')} (${value.currency})`}
        value={(key && value.costs[key]) ?? null}
        disabled={!key}
        hint={key ? undefined : t('ltv.cost.revenue')}
        invalid={t('ltv.cost.invalid', { example: format.rate(2.5) })}
        onInput={(amount) => onDraft(withCost(amount))}
        onChange={(amount) => onChange(withCost(amount))}
      />
    </Toolbar>
  )
}

/** The parts of a view that one native select chooses. */
type Chosen = 'measure' | 'mode' | 'revenueType' | 'currency' | 'environment' | 'split'
