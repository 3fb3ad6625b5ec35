'use client'
import { IntervalAxis } from '../../ui/charts/IntervalAxis.tsx'
import { IntervalBar } from '../../ui/charts/IntervalBar.tsx'
import type { IntervalScale } from '../../ui/charts/intervalScale.ts'
import { armName, metricName, type ResultNames } from './describeResult.ts'
import type { Analysis } from './result.types.ts'
import { ResultArm } from './ResultArm.tsx'
import type { ResultAxes } from './useResultAxes.ts'
import { isConditional } from './result.measure.model.ts'
import { marginText, methodText, tickText } from './resultTexts.ts'
import { ResultValue } from './ResultValue.tsx'
import { isDrawn, type ShownMetric, type ShownResults } from './resultView.model.ts'
import { useExperimentResultTexts } from './useExperimentResultTexts.ts'

/** Props of `ResultMetric`. */
export interface ResultMetricProps {
  readonly analysis: Analysis
  readonly shown: ShownResults
  readonly metric: ShownMetric
  readonly names: ResultNames
  readonly axes: ResultAxes
  /** True where the axis is labelled: at the first metric of its unit that draws something. */
  readonly hasAxis: boolean
}

/** One metric: what it is and how it was judged, its baseline, then every variant. */
export function ResultMetric(props: ResultMetricProps) {
  const { analysis, metric, names, axes, hasAxis } = props
  const texts = useExperimentResultTexts()
  const { t } = texts
  const { result, unit } = metric
  const axis = unit === null || !isDrawn(metric) ? undefined : axes.get(unit)
  const notes = [
    ...(isConditional(result.metric) ? [t('experimentResults.conditional.hint')] : []),
    methodText(texts, analysis, result),
  ].filter(Boolean)
  return (
    <tbody
      role="rowgroup"
      className="qv-results-metric"
      data-under-twin={metric.isUnderTwin ? '' : undefined}
    >
      <tr role="row" className="qv-results-row" data-metric="">
        <th role="rowheader" scope="rowgroup" colSpan={3} className="qv-results-name">
          <span className="qv-results-metric-name">
            {metricName(texts, names, result.metric.id)}
          </span>
          {tagsOf(metric, analysis.isDecisive).map((tag) => (
            <span key={tag} className="qv-results-tag" data-tag={tag}>
              {t(`experimentResults.tag.${tag}`, {
                margin: marginText(texts, result.metric, names),
              })}
            </span>
          ))}
          {notes.map((note) => (
            <span key={note} className="qv-results-method">
              {note}
            </span>
          ))}
        </th>
        <td role="cell" colSpan={2} className="qv-results-plot">
          {hasAxis && axis && unit && (
            <IntervalAxis
              scale={axis}
              format={(value) => tickText(texts, unit, result.metric, value, names)}
            />
          )}
        </td>
      </tr>
      <BaselineRow {...props} axis={axis} />
      {metric.arms.map((arm) => (
        <ResultArm key={arm.row.arm} {...{ analysis, metric, arm, names, axis }} />
      ))}
    </tbody>
  )
}

function BaselineRow({
  analysis,
  shown,
  metric,
  names,
  axis,
}: ResultMetricProps & { readonly axis: IntervalScale | undefined }) {
  const { t, format } = useExperimentResultTexts()
  const { result } = metric
  const { control, rows } = result
  const isClosed = rows.some(({ state }) => state === 'before-planned-size')
  const isEarly = rows.length > 0 && rows.every(({ state }) => state === 'too-few-events')
  const arm = analysis.arms.find(({ id }) => id === shown.baseline)
  const tag = shown.baseline === analysis.control ? 'control' : 'baseline'
  const users = (analysis.progress.counted === 'mature' ? arm?.mature : arm?.exposed) ?? 0
  return (
    <tr role="row" className="qv-results-row" data-baseline="">
      <th role="rowheader" scope="row" className="qv-results-arm">
        {arm && armName(analysis, arm.id)}{' '}
        <span className="qv-results-tag">{t(`experimentResults.tag.${tag}`)}</span>
      </th>
      <td role="cell" colSpan={2} className="qv-results-value">
        {isClosed
          ? t('experimentResults.users', { n: format.count(users), count: users })
          : control && (
              <ResultValue
                measurement={control}
                metric={result.metric}
                names={names}
                isCountOnly={isEarly}
              />
            )}
      </td>
      <td role="cell" colSpan={2} className="qv-results-plot">
        {axis && <IntervalBar scale={axis} tone="open" estimate={null} />}
      </td>
    </tr>
  )
}

type Tag = 'decides' | 'conditional' | 'lower' | 'margin' | 'noWorse'

function tagsOf({ isDecisive, result: { metric, role } }: ShownMetric, decides: boolean): Tag[] {
  const margin = metric.absoluteMargin ?? metric.margin ?? 0
  const tags: readonly (readonly [Tag, boolean])[] = [
    ['decides', isDecisive && decides],
    ['conditional', isConditional(metric)],
    ['lower', metric.better === 'lower'],
    ['margin', role === 'guardrail' && margin > 0],
    ['noWorse', role === 'guardrail' && margin === 0],
  ]
  return tags.filter(([, isTold]) => isTold).map(([tag]) => tag)
}
