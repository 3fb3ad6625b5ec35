'use client'
import { useCallback, useMemo } from 'react'
import { LineChart } from '../../ui/charts/LineChart.tsx'
import type { ChartPosition, ChartStrip } from '../../ui/charts/types.ts'
import { Empty } from '../../ui/Empty.tsx'
import { Notice } from '../../ui/Notice.tsx'
import { ProblemNotice, type Problem } from '../../ui/ProblemNotice.tsx'
import { Root } from '../../ui/Root.tsx'
import { saveText } from '../../ui/saveText.ts'
import { TableSkeleton } from '../../ui/Skeleton.tsx'
import type { LtvCurve, LtvMeasure } from './ltv.curves.model.ts'
import { LtvTable } from './LtvTable.tsx'
import {
  ageName,
  asOfText,
  emptyReasons,
  modeOf,
  noticeTexts,
  peopleText,
  readBack,
  type LtvTexts,
} from './ltvTexts.ts'
import { costShare, paybackSentences } from './paybackTexts.ts'
import { TrialConversion, type TrialConversionProps } from './TrialConversion.tsx'
import type { LtvAnswer, LtvInput } from './types.ts'
import { useLtvChart, type LtvChartOptions } from './useLtvChart.ts'
import { useLtvTexts } from './useLtvTexts.ts'

/** Props of `LtvChart`. */
export interface LtvChartProps extends Omit<LtvChartOptions, 'measure'> {
  /** The answer of `useLtv`, untouched; without one the chart is loading or shows its problem. */
  data?: LtvAnswer | undefined
  /** The input the answer was asked with: it is read back above the chart. */
  question?: LtvInput | undefined
  /** @default 'arpu' */
  measure?: LtvMeasure | undefined
  /** Trial conversion of the same question, shown beside the chart. */
  trialConversion?: TrialConversionProps['data'] | undefined
  /** Height of the drawing in CSS pixels. @default 320 */
  height?: number | undefined
  /** True while another answer is on its way: what is shown stays. */
  refreshing?: boolean | undefined
  /** True while `data` answers an earlier question and the answer to the new one is on its way: it is shown dimmed. */
  stale?: boolean | undefined
  /** What went wrong; with `data` it stands above the last good answer. */
  problem?: Problem | undefined
  /** Asks again: the refresh button, and the one beside a problem. */
  onRefresh?: (() => void) | undefined
}

/** Lifetime value over plain data: a curve for all customers and each segment, its cost and payback, and whom every age counts. */
export function LtvChart({
  data,
  question = NO_QUESTION,
  measure = 'arpu',
  refreshing = false,
  stale = false,
  problem,
  ...rest
}: LtvChartProps) {
  const { t } = useLtvTexts()
  const shown = { question, measure, refreshing, stale }
  return (
    <Root className="qv-ltv">
      {problem && (
        <ProblemNotice
          problem={problem}
          onRetry={refreshing ? undefined : rest.onRefresh}
          stale={data !== undefined}
        />
      )}
      {data && <Loaded data={data} {...shown} {...rest} />}
      {!data && !problem && (
        <>
          <div className="qv-readback" />
          <TableSkeleton label={t('ltv.loading')} rows={10} columns={3} />
        </>
      )}
    </Root>
  )
}

/** What `LtvChart` fills in. */
interface Shown {
  question: LtvInput
  measure: LtvMeasure
  refreshing: boolean
  stale: boolean
}
type LoadedProps = Omit<LtvChartProps, keyof Shown | 'problem' | 'data'> &
  Shown & { data: LtvAnswer }

function Loaded(props: LoadedProps) {
  const { data, asOf, question, measure, refreshing, stale, onRefresh } = props
  const texts = useLtvTexts()
  const { t } = texts
  const model = useLtvChart(data, props)
  const { curves } = model
  const label = readBack(texts, curves, question, measure)
  const isEmpty = model.series.every(({ points }) => points.length === 0)
  // The writer is loaded on first use: most viewers never save.
  const save = async () => {
    const { csvName, ltvCsv } = await import('./ltvCsv.ts')
    const source = { curves, measure, question, asOf }
    saveText(csvName(source), 'text/csv', ltvCsv(source))
  }
  return (
    <>
      {question.environment === 0 && (
        <p className="qv-band" role="note">
          <strong>{t('environment.sandbox')}</strong> {t('environment.sandbox.hint')}
        </p>
      )}
      <div className="qv-readback">
        <div className="qv-readback-text">
          <p className="qv-readback-question">{label}</p>
          <p className="qv-readback-asof">{asOfText(texts, curves, asOf)}</p>
        </div>
        <div className="qv-actions">
          {onRefresh && (
            <button
              type="button"
              className="qv-button"
              aria-disabled={refreshing}
              onClick={() => refreshing || onRefresh()}
            >
              {t(refreshing ? 'action.refreshing' : 'action.refresh')}
            </button>
          )}
          <button
            type="button"
            className="qv-button"
            disabled={isEmpty}
            onClick={() => void save()}
          >
            {t('action.csv')}
          </button>
        </div>
      </div>
      {noticeTexts(texts, curves, question, props.costs).map((notice) => (
        <Notice key={notice} tone="info">
          {notice}
        </Notice>
      ))}
      {isEmpty ? (
        <Empty title={t('ltv.empty')} reasons={emptyReasons(texts, curves, question)} />
      ) : (
        <div
          className="qv-answer qv-ltv-answer"
          aria-busy={refreshing}
          data-stale={stale ? '' : undefined}
        >
          <Curves model={model} measure={measure} label={label} height={props.height} />
          <div className="qv-ltv-beside">
            <LtvTable model={model} label={label} />
            {props.trialConversion && <TrialConversion data={props.trialConversion} />}
          </div>
        </div>
      )}
    </>
  )
}

interface CurvesProps {
  model: ReturnType<typeof useLtvChart>
  measure: LtvMeasure
  label: string
  height: number | undefined
}

function Curves({ model, measure, label, height }: CurvesProps) {
  const texts = useLtvTexts()
  const { t, format } = texts
  const { curves, lines, costs } = model
  const { mode, currency } = curves
  const [whole] = lines
  const sentences = whole?.payback && paybackSentences(texts, mode, whole.curve, whole.payback)
  const formatX = useCallback((age: number) => ageName(texts, mode, age), [texts, mode])
  const formatY = useCallback((value: number) => format.money(value, currency), [format, currency])
  const strip = useMemo(() => stripOf(texts, lines[0]!.curve), [texts, lines])
  const describe = (position: ChartPosition) => {
    const found = model.at(position)
    if (!found) return { sentence: '', details: [] }
    const { line, age } = found
    const value = age[measure]
    const share = costs && costShare(texts, line.curve, age, value, costs)
    return {
      sentence: t('ltv.point', {
        series: line.name,
        age: formatX(age.age),
        value: value === null ? '–' : formatY(value),
        state: t(`ltv.state.${age.state}`),
      }),
      details: [
        peopleText(texts, age),
        ...(share ? [share] : []),
        t(`ltv.state.${age.state}.hint`),
      ],
    }
  }
  return (
    <div className="qv-ltv-curves">
      {sentences && <p className="qv-ltv-payback">{sentences.join(' ')}</p>}
      <LineChart
        series={model.series}
        marks={model.marks}
        strip={strip}
        xLabel={t(`ltv.axis.${modeOf(mode)}`)}
        yLabel={`${t(`ltv.measure.${measure}`)}, ${currency}`}
        formatX={formatX}
        formatY={formatY}
        label={label}
        description={[t(`ltv.definition.${measure}`), ...(sentences ?? [])].join(' ')}
        describe={describe}
        height={height}
      />
      <p className="qv-ltv-note">
        {t(`ltv.definition.${measure}`)} {model.isShortened && t('ltv.shortened')}
      </p>
    </div>
  )
}

/** How many customers stand behind each age; nothing where the answer says so of none. */
function stripOf({ t, format }: LtvTexts, { ages }: LtvCurve): ChartStrip | undefined {
  if (ages.every(({ population }) => population.users === null)) return undefined
  return {
    label: t('ltv.people.strip'),
    format: (users) => format.count(users),
    bars: ages.map(({ age, state, population }) => ({
      x: age,
      value: population.users,
      isFinal: state === 'final',
    })),
  }
}

const NO_QUESTION: LtvInput = {}
