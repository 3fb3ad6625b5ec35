'use client'
import { useState } from 'react'
import { SelectField } from '../../ui/fields.tsx'
import type { RunFacts } from './analysis.types.ts'
import { armName, metricName, type ResultNames } from './describeResult.ts'
import { ResultTimeChart } from './ResultTimeChart.tsx'
import type { ResultLook } from './resultView.types.ts'
import type { ExperimentResultsModel } from './useExperimentResults.ts'
import { useExperimentResultTexts } from './useExperimentResultTexts.ts'

/** Props of `ResultOverTime`. */
export interface ResultOverTimeProps {
  readonly model: ExperimentResultsModel
  /** Id of the arm that the others are compared with. */
  readonly baseline: string
  readonly names: ResultNames
  readonly series: readonly ResultLook[]
  readonly run: RunFacts
}

/** The change of one metric look by look: what decides first, and any other by choice. */
export function ResultOverTime({ model, baseline, names, series, run }: ResultOverTimeProps) {
  const texts = useExperimentResultTexts()
  const { t } = texts
  const { analysis, shown, view } = model
  const [chosen, setChosen] = useState<string | null>(null)
  const all = [...shown.metrics, ...shown.guardrails]
  const known = all.flatMap(({ unit, result: { metric } }) => (unit ? [{ unit, metric }] : []))
  const wanted = chosen ?? analysis.decisive
  const found = known.find(({ metric }) => metric.id === wanted) ?? known[0]
  if (!found) return null
  const title = t('experimentResults.overTime')
  return (
    <section className="qv-results-time" aria-label={title}>
      <p className="qv-results-heading">{title}</p>
      {analysis.plan.engine === 'fixed' ? (
        <p className="qv-results-note">{t('experimentResults.overTime.fixed')}</p>
      ) : (
        <>
          {known.length > 1 && (
            <div className="qv-results-control">
              <SelectField
                label={t('experimentResults.overTime.metric')}
                value={found.metric.id}
                choices={known.map(({ metric: { id } }) => ({
                  value: id,
                  label: metricName(texts, names, id),
                }))}
                onChange={setChosen}
              />
            </div>
          )}
          <ResultTimeChart
            {...{ analysis, names, series, run, view }}
            {...found}
            baseline={baseline}
            label={`${title}: ${metricName(texts, names, found.metric.id)}`}
            against={t('experimentResults.column.change', {
              baseline: armName(analysis, baseline),
            })}
          />
        </>
      )}
    </section>
  )
}
