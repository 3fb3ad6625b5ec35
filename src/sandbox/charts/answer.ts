import type {
  ChartAnswer,
  ChartInput,
  ChartMetaInput,
  ChartSeries,
} from '../../resources/charts/types.ts'
import type { Answers } from '../answer.types.ts'
import { conditionsOf, splitsOf } from '../attributes.ts'
import type { History } from '../history.ts'
import { inCurrency } from '../money.ts'
import { chartOf } from './catalogue.ts'
import type { Chart } from './chart.types.ts'
import { linesOf, readChart, splitLines, wholeLine, type Line } from './compute.ts'
import { readChartQuestion } from './question.ts'
import { createReading } from './reading.ts'

const MOST_SERIES = 50

/** Answers `v4GetAnalyticsChartData` from what has happened before `now` (unix seconds). Throws a 400. */
export function answerChart(history: History, parameters: ChartInput, now: number): ChartAnswer {
  const { chart_code: code, segmentation, max_series: most = MOST_SERIES } = parameters
  const chart = chartOf(code)
  const question = readChartQuestion(parameters, history, now)
  const { from, to, unit, environment, starts } = question
  const { answer: booked, currency } = inCurrency(
    parameters.currency ?? history.currency,
    (target) => readChart(chart, question, createReading(history, now, target)),
  )
  const seriesOf = (line: Line): ChartSeries => {
    const { values, ...rest } = line
    const data = values.map((value, bucket) => ({ start_time: starts[bucket]!, value }))
    return { ...rest, data }
  }
  const split = history.attributes.find((attribute) => attribute.code === segmentation)
  const lines = split ? largest(splitLines(booked, split), most) : linesOf(booked).slice(0, most)
  return {
    object: 'analytics_chart',
    url: `/v4/analytics/charts/${code}`,
    code,
    from,
    to,
    unit,
    environment,
    ...(chart.measure === 'usd' && { currency }),
    measure: chart.measure,
    totalType: chart.kind === 'rate' ? 'wavg' : 'sum',
    seriesRelation: chart.kind === 'rate' ? 'independent' : 'partsOfWhole',
    maxSeries: most,
    ...(segmentation !== undefined && { segmentation }),
    series: lines.map(seriesOf),
    ...(split && { summarySeries: seriesOf(wholeLine(booked)) }),
  }
}

/** The heaviest lines first; equal ones in the attribute's order. */
const largest = (lines: readonly Line[], most: number): Line[] =>
  lines.toSorted((a, b) => weightOf(b) - weightOf(a)).slice(0, most)

const weightOf = ({ total, totalWeight }: Line): number => totalWeight ?? total

/** Answers `v4GetAnalyticsChartMetadata`: what may be asked of a chart in this project. */
function answerChartMeta({ attributes }: History, { chart_code: code }: ChartMetaInput) {
  const { title, description, page, kind } = chartOf(code)
  return {
    object: 'analytics_chart_meta',
    url: `/v4/analytics/charts/${code}/meta`,
    code,
    title,
    description,
    ...(page && { docUrl: `https://documentation.qonversion.io/docs/${page}` }),
    isAvailable: true,
    availabilityMessage: '',
    type_default: TYPES[kind][0]!,
    types: TYPES[kind],
    units_available: ['hour', 'day', 'week', 'month'],
    segmentations: splitsOf(attributes),
    filter_conditions: conditionsOf(attributes),
  }
}

const TYPES: Readonly<Record<Chart['kind'], readonly string[]>> = {
  flow: ['column', 'line', 'area'],
  stock: ['area', 'line', 'column'],
  // Shares do not add up: an area stacked of them would say that they do.
  rate: ['line', 'column'],
}

/** Answers of the charts. */
export const chartAnswers: Answers = {
  v4GetAnalyticsChartData: (history, input, now) => answerChart(history, input as ChartInput, now),
  v4GetAnalyticsChartMetadata: (history, input) =>
    answerChartMeta(history, input as ChartMetaInput),
}
