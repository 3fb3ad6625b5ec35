'use client'
import { IntervalBar } from '../../ui/charts/IntervalBar.tsx'
import type { IntervalScale } from '../../ui/charts/intervalScale.ts'
import { armName, type ResultNames } from './describeResult.ts'
import type { Analysis } from './result.types.ts'
import { progressText } from './resultTexts.ts'
import { ResultChange, ResultValue } from './ResultValue.tsx'
import { ResultFlag, ResultVerdict, VerdictWord, toneOf } from './ResultVerdict.tsx'
import { limitOf, zoneOf } from './resultMarks.model.ts'
import type { ShownArm, ShownMetric } from './resultView.model.ts'
import { useExperimentResultTexts } from './useExperimentResultTexts.ts'

/** Props of `ResultArm`. */
export interface ResultArmProps {
  readonly analysis: Analysis
  readonly metric: ShownMetric
  readonly arm: ShownArm
  readonly names: ResultNames
  /** Undefined where the scale cannot tell this metric. */
  readonly axis: IntervalScale | undefined
}

/** One variant in one metric: its numbers, or how far it is from having any; then what is left without the largest payments. */
export function ResultArm(props: ResultArmProps) {
  const { analysis, metric, arm, names, axis } = props
  const { row, withoutLargest } = arm
  const { t } = useExperimentResultTexts()
  const heading = (
    <th role="rowheader" scope="row" className="qv-results-arm">
      {armName(analysis, row.arm)}
    </th>
  )
  if (arm.progress || !row.measurement || !row.contrast)
    return (
      <tr role="row" className="qv-results-row">
        {heading}
        <Lacking {...props} />
      </tr>
    )
  const tone = toneOf(row.verdict, row.guard)
  return (
    <>
      <tr role="row" className="qv-results-row">
        {heading}
        <td role="cell" className="qv-results-value">
          <ResultValue measurement={row.measurement} metric={metric.result.metric} names={names} />
        </td>
        <td role="cell" className="qv-results-change">
          <ResultChange change={arm.change} {...{ metric, names }} />
        </td>
        <td role="cell" className="qv-results-plot">
          {axis && (
            <IntervalBar
              scale={axis}
              tone={tone}
              estimate={arm.change}
              zone={zoneOf(analysis, metric)}
              limit={limitOf(metric)}
            />
          )}
        </td>
        <td role="cell" className="qv-results-verdict">
          <ResultVerdict {...{ metric, arm, names }} />
        </td>
      </tr>
      {withoutLargest && row.withoutLargest && (
        <tr role="row" className="qv-results-row" data-influence="">
          <th role="rowheader" scope="row" colSpan={2} className="qv-results-arm">
            {t('experimentResults.influence')}
          </th>
          <td role="cell" className="qv-results-change">
            <ResultChange change={withoutLargest} {...{ metric, names }} />
          </td>
          <td role="cell" className="qv-results-plot">
            {axis && (
              <IntervalBar
                scale={axis}
                tone={toneOf(row.withoutLargest, row.guardWithoutLargest)}
                estimate={withoutLargest}
              />
            )}
          </td>
          <td role="cell" className="qv-results-verdict">
            <VerdictWord verdict={row.withoutLargest} guard={row.guardWithoutLargest} />
            {(row.withoutLargest !== row.verdict || row.guardWithoutLargest !== row.guard) && (
              <ResultFlag>{t('experimentResults.influence.decides')}</ResultFlag>
            )}
          </td>
        </tr>
      )}
    </>
  )
}

/** Instead of numbers: how far the arm is, or that the source does not have it. */
function Lacking({ arm: { progress, row }, analysis }: ResultArmProps) {
  const texts = useExperimentResultTexts()
  const { t } = texts
  return (
    <td role="cell" colSpan={4} className="qv-results-lacking">
      {progress ? (
        <>
          <strong>{t('experimentResults.noData')}</strong>
          <progress
            className="qv-progress"
            aria-label={armName(analysis, row.arm)}
            value={progress.share}
            max={1}
          />
          <span>{progressText(texts, progress)}</span>
        </>
      ) : (
        t('experimentResults.missing')
      )}
    </td>
  )
}
