'use client'
import type { Estimate } from './analysis.types.ts'
import { numeratorText, valueText, type ResultNames } from './describeResult.ts'
import type { Measurement } from './result.measure.model.ts'
import { changeText, rangeText } from './resultTexts.ts'
import type { ShownMetric } from './resultView.model.ts'
import { useExperimentResultTexts } from './useExperimentResultTexts.ts'

/** Props of `ResultValue`. */
export interface ResultValueProps {
  readonly measurement: Measurement
  readonly metric: ShownMetric['result']['metric']
  readonly names: ResultNames
  /** True where it is too early for a value: only what was counted is shown. @default false */
  readonly isCountOnly?: boolean | undefined
}

/** A value with its raw numbers below. */
export function ResultValue({ measurement, metric, names, isCountOnly }: ResultValueProps) {
  const texts = useExperimentResultTexts()
  const { numerator, denominator, measured } = measurement
  return (
    <>
      {!isCountOnly && (
        <span className="qv-results-number">{valueText(texts, metric, measured.value, names)}</span>
      )}
      <span className="qv-results-raw">
        {texts.t('experimentResults.ofUsers', {
          n: numeratorText(texts, metric, numerator, names),
          of: texts.format.count(denominator),
        })}
      </span>
    </>
  )
}

/** Props of `ResultChange`. */
export interface ResultChangeProps {
  readonly metric: ShownMetric
  readonly change: Estimate | null
  readonly names: ResultNames
}

/** A change with its range below, or why there is none. */
export function ResultChange({ metric, change, names }: ResultChangeProps) {
  const texts = useExperimentResultTexts()
  const { unit, scale, result } = metric
  if (!change || !unit)
    return (
      <span className="qv-results-raw">
        {texts.t(
          scale === 'relative' ? 'experimentResults.zeroBaseline' : 'experimentResults.notPerUser',
        )}
      </span>
    )
  return (
    <>
      <span className="qv-results-number">
        {changeText(texts, unit, result.metric, change.value, names)}
      </span>
      <span className="qv-results-raw">{rangeText(texts, unit, result.metric, change, names)}</span>
    </>
  )
}
