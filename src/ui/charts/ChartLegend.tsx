'use client'
import { useState } from 'react'
import { LineSample } from './Line.tsx'
import type { ChartSeries } from './types.ts'
import { useChartTexts } from './useChartTexts.ts'

/** Props of `ChartLegend`. */
export interface ChartLegendProps {
  readonly series: readonly ChartSeries[]
  /** Ids of the lines that are drawn. */
  readonly shown: ReadonlySet<string>
  /** True when no further line can be switched on. */
  readonly isFull: boolean
  readonly onToggle: (id: string, isShown: boolean) => void
  /** Said below the lines; empty says nothing. */
  readonly notes: readonly string[]
}

/** Lines named at first: of more, those that are drawn, and all when somebody asks. */
const MOST_NAMES = 24

/** Names the lines of a chart; each name switches its line on and off. */
export function ChartLegend({ series, shown, isFull, onToggle, notes }: ChartLegendProps) {
  const { t, format } = useChartTexts()
  const [isWhole, setWhole] = useState(false)
  return (
    <div className="qv-chart-legend" role="group" aria-label={t('charts.legend')}>
      {series.map(({ id, label }, position) => {
        const isShown = shown.has(id)
        if (position >= MOST_NAMES && !isShown && !isWhole) return null
        const isBarred = !isShown && isFull
        return (
          <button
            key={id}
            type="button"
            className="qv-chart-toggle"
            aria-pressed={isShown}
            aria-disabled={isBarred}
            onClick={() => isBarred || onToggle(id, !isShown)}
          >
            <LineSample position={position} />
            {label}
          </button>
        )
      })}
      {series.length > MOST_NAMES && (
        <button
          type="button"
          className="qv-button"
          aria-expanded={isWhole}
          onClick={() => setWhole(!isWhole)}
        >
          {t('charts.legend.all', { n: format.count(series.length) })}
        </button>
      )}
      {notes.map((note) => (
        <span key={note} className="qv-chart-note">
          {note}
        </span>
      ))}
    </div>
  )
}
