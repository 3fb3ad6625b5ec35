'use client'
import { AmountField } from '../../ui/AmountField.tsx'
import { costKey, type LtvView } from './ltvView.model.ts'
import type { LtvAnswer } from './types.ts'
import { useLtvPanelTexts } from './useLtvPanelTexts.ts'

/** Props of `SegmentCosts`. */
export interface SegmentCostsProps {
  readonly value: LtvView
  readonly segments: LtvAnswer['segments']
  readonly onChange: (change: Partial<LtvView>) => void
  /** Told of costs while they are typed. */
  readonly onDraft: (change: Partial<LtvView>) => void
}

/** Costs of single segments, where they differ from that of all customers: folded away until they are asked for. */
export function SegmentCosts({ value, segments, onChange, onDraft }: SegmentCostsProps) {
  const { t, format } = useLtvPanelTexts()
  const key = costKey(value)
  if (!key || segments.length === 0) return null
  const costs = value.segmentCosts[key] ?? {}
  const withCost = (segment: string, amount: number | null): Partial<LtvView> => {
    const { [segment]: _, ...others } = costs
    const next = amount === null ? others : { ...others, [segment]: amount }
    return { segmentCosts: { ...value.segmentCosts, [key]: next } }
  }
  const written = segments.filter((segment) => Object.hasOwn(costs, segment.value)).length
  return (
    <details className="qv-more">
      <summary className="qv-more-summary">
        {t('ltv.cost.segments')}
        {written > 0 && (
          <span className="qv-more-count">
            {t('toolbar.more.changed', { count: written, n: format.count(written) })}
          </span>
        )}
      </summary>
      <div className="qv-toolbar-fields">
        {segments.map((segment) => (
          <AmountField
            key={`${key} ${segment.value}`}
            label={segment.label || segment.value}
            value={costs[segment.value] ?? null}
            invalid={t('ltv.cost.invalid', { example: format.rate(2.5) })}
            onInput={(amount) => onDraft(withCost(segment.value, amount))}
            onChange={(amount) => onChange(withCost(segment.value, amount))}
          />
        ))}
      </div>
    </details>
  )
}
