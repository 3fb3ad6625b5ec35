'use client'
import { useCallback, useMemo } from 'react'
import { LineChart } from '../../ui/charts/LineChart.tsx'
import type { ChartPosition, ChartStrip } from '../../ui/charts/types.ts'
import type { LtvCurve, LtvMeasure } from './ltv.curves.model.ts'
import { ageName, modeOf, peopleText, stateHints, type LtvTexts } from './ltvTexts.ts'
import { costShare, paybackSentences } from './paybackTexts.ts'
import type { LtvChartModel } from './useLtvChart.ts'
import { useLtvTexts } from './useLtvTexts.ts'

/** Props of `LtvLines`. */
export interface LtvLinesProps {
  readonly model: LtvChartModel
  readonly measure: LtvMeasure
  /** Accessible name: the question. */
  readonly label: string
  readonly height: number | undefined
}

/** The curves over age with cost and payback, whom each age counts below them, and what is said of a point. */
export function LtvLines({ model, measure, label, height }: LtvLinesProps) {
  const texts = useLtvTexts()
  const { t, format } = texts
  const { curves, lines, costs } = model
  const { mode, currency } = curves
  const [whole] = lines
  const told = whole?.payback && paybackSentences(texts, mode, whole.curve, whole.payback).join(' ')
  // Beside lines of segments, an answer must say whose it is.
  const sentence =
    told && whole && lines.length > 1
      ? t('ltv.payback.of', { series: whole.name, sentence: told })
      : told
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
        ...stateHints(texts, curves, age),
      ],
    }
  }
  return (
    <div className="qv-ltv-curves">
      {sentence && <p className="qv-ltv-payback">{sentence}</p>}
      <LineChart
        series={model.series}
        marks={model.marks}
        strip={strip}
        xLabel={t(`ltv.axis.${modeOf(mode)}`)}
        yLabel={`${t(`ltv.measure.${measure}`)}, ${currency}`}
        formatX={formatX}
        formatY={formatY}
        label={label}
        description={[t(`ltv.definition.${measure}`), ...(sentence ? [sentence] : [])].join(' ')}
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
