'use client'
import { useRef } from 'react'
import { Notice } from '../../ui/Notice.tsx'
import { armName, type ResultNames } from './describeResult.ts'
import type { Analysis } from './result.types.ts'
import { ResultMetric } from './ResultMetric.tsx'
import { isDrawn, type ShownMetric, type ShownResults } from './resultView.model.ts'
import { useResultAxes } from './useResultAxes.ts'
import { useExperimentResultTexts } from './useExperimentResultTexts.ts'

/** Props of `ResultTable`. */
export interface ResultTableProps {
  /** By the engine that the table shows. */
  readonly analysis: Analysis
  readonly shown: ShownResults
  readonly names: ResultNames
  /** Accessible name. */
  readonly label: string
  /** Id of what describes the table. */
  readonly describedBy?: string | undefined
  /** True for an engine that decides nothing: it is named above. @default false */
  readonly isOther?: boolean | undefined
}

/** Every metric with its baseline and variants, raw numbers and intervals on one axis; guardrails in a block of their own. */
export function ResultTable(props: ResultTableProps) {
  const { analysis, shown, names, label, describedBy, isOther = false } = props
  const texts = useExperimentResultTexts()
  const { t } = texts
  const box = useRef<HTMLDivElement>(null)
  const axes = useResultAxes(analysis, shown, box)
  const baseline = shown.baseline === null ? '' : armName(analysis, shown.baseline)
  const isOtherBaseline = shown.baseline !== analysis.control && !isOther
  const block = (metrics: readonly ShownMetric[], title: string, hint?: string) => {
    const drawn = metrics.filter(isDrawn)
    return (
      metrics.length > 0 && (
        <div className="qv-results-block">
          <p className="qv-results-heading">{title}</p>
          {hint && <p className="qv-results-note">{hint}</p>}
          <table
            role="table"
            className="qv-results-table"
            aria-label={`${title}: ${label}`}
            aria-describedby={describedBy}
          >
            <thead role="rowgroup" className="qv-results-head">
              <tr role="row">
                {COLUMNS.map((column) => (
                  <th key={column} role="columnheader" scope="col" className="qv-results-column">
                    {t(`experimentResults.column.${column}`, { baseline })}
                  </th>
                ))}
              </tr>
            </thead>
            {metrics.map((metric) => (
              <ResultMetric
                key={metric.result.metric.id}
                hasAxis={metric.unit !== drawn[drawn.indexOf(metric) - 1]?.unit}
                {...{ analysis, shown, metric, names, axes }}
              />
            ))}
          </table>
        </div>
      )
    )
  }
  return (
    <div ref={box} className="qv-results-tables">
      {isOtherBaseline && analysis.control !== null && (
        <p className="qv-results-note" role="note">
          {t('experimentResults.otherBaseline', {
            baseline,
            control: armName(analysis, analysis.control),
          })}
        </p>
      )}
      {!analysis.health.isHealthy && !isOther && (
        <Notice tone="error">{t('experimentResults.unhealthy')}</Notice>
      )}
      {block(shown.metrics, isOther ? label : t('experimentResults.metrics'))}
      {block(
        shown.guardrails,
        t('experimentResults.guardrails'),
        isOther ? undefined : t('experimentResults.guardrails.hint'),
      )}
    </div>
  )
}

const COLUMNS = ['arm', 'value', 'change', 'interval', 'verdict'] as const
