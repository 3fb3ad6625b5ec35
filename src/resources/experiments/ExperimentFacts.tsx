'use client'
import type { Experiment } from './types.ts'
import { daysRunning } from './run.facts.model.ts'
import { datesText, daysText, metricText, statusText, type MetricNames } from './listTexts.ts'
import { useOpenExperimentTexts } from './useOpenExperimentTexts.ts'

/** Props of `ExperimentFacts`. */
export interface ExperimentFactsProps {
  readonly experiment: Experiment
  /** Unix seconds. */
  readonly now: number
  readonly metricNames: MetricNames | undefined
}

/** What an experiment is: its status and dates, what it is about and what it is meant to change. */
export function ExperimentFacts({ experiment, now, metricNames }: ExperimentFactsProps) {
  const texts = useOpenExperimentTexts()
  const { t, format } = texts
  const { status, goal_direction: direction, goal_value: target } = experiment
  const days = daysRunning(experiment, now)
  const way = GOALS.find((known) => known === direction)
  const goal = way ? t(`experimentPanel.goal.${way}`) : direction
  const facts: [string, string | null][] = [
    [
      t('experimentList.column.metric'),
      experiment.primary_metric && metricText(texts, experiment.primary_metric, metricNames),
    ],
    [
      t('experimentPanel.goal'),
      goal !== null && target !== null
        ? t('experimentPanel.goal.value', { direction: goal, value: format.count(target) })
        : goal,
    ],
    [
      t('experimentPanel.share'),
      experiment.segment_percent === null ? null : format.percent(experiment.segment_percent / 100),
    ],
    [t('experimentPanel.contextKey'), experiment.context_key],
    [t('experimentPanel.alias'), experiment.alias_id],
  ]
  return (
    <>
      <p className="qv-experiment-run">
        <span className="qv-experiments-status" data-status={status ?? ''}>
          {statusText(texts, status)}
        </span>{' '}
        {datesText(texts, experiment)}
        {days !== null && ` · ${daysText(texts, experiment, days)}`}
      </p>
      {experiment.description && (
        <p className="qv-experiment-description">{experiment.description}</p>
      )}
      <dl className="qv-experiment-facts">
        {facts.map(
          ([name, value]) =>
            value && (
              <div key={name} className="qv-experiment-fact">
                <dt className="qv-label">{name}</dt>
                <dd className="qv-experiment-value">{value}</dd>
              </div>
            ),
        )}
      </dl>
    </>
  )
}

const GOALS = ['increase', 'decrease'] as const
