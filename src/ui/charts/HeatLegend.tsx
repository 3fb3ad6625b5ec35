'use client'
import { useId } from 'react'
import { HeatPattern, patternId } from './HeatPattern.tsx'
import { useChartTexts } from './useChartTexts.ts'

/** Props of `HeatLegend`. */
export interface HeatLegendProps {
  /** Accessible name. */
  readonly label: string
  /** Colours of the levels, as `data-ramp`. */
  readonly ramp: string
  /** What stands at a level, lowest first; an empty text where it differs by row or column. */
  readonly stops: readonly { readonly level: number; readonly text: string }[]
}

const LEVELS = Array.from({ length: 10 }, (_, level) => level)

/** Says what the colours and the pattern of a heat map mean. */
export function HeatLegend({ label, ramp, stops }: HeatLegendProps) {
  const { t } = useChartTexts()
  const pattern = patternId(useId())
  const last = stops.at(-1)
  const ends = [stops[0]?.text, last && last.level > 0 ? last.text : undefined]
  return (
    <div className="qv-legend" role="group" aria-label={label} data-ramp={ramp}>
      <span className="qv-legend-ramp">
        <span>{ends[0] || t('charts.heat.least')}</span>
        <span className="qv-legend-levels" aria-hidden="true">
          {LEVELS.map((level) => (
            <span
              key={level}
              className="qv-legend-swatch qv-heat"
              data-level={level}
              data-state="final"
            />
          ))}
        </span>
        <span>{ends[1] || t('charts.heat.most')}</span>
      </span>
      <span className="qv-legend-state">
        <svg className="qv-heatmap-sample" width="24" height="14" aria-hidden="true">
          <HeatPattern id={pattern} />
          <rect width="24" height="14" fill={`url(#${pattern})`} />
        </svg>
        {t('charts.heat.unfinished')}
      </span>
    </div>
  )
}
