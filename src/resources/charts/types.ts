import type { InputOf, OutputOf } from '../../core/operation.ts'
import type { getChart, getChartMeta } from './operations.ts'

/** A chart question: which chart, range, unit, split, money and filters; all but `chart_code` is optional. */
export type ChartInput = InputOf<typeof getChart>
/** Code of a chart that the API answers. */
export type ChartCode = ChartInput['chart_code']
/**
 * A chart as the API documents it, untouched. `percent` values are percents as they are read (31 is 31%), other than the
 * fraction of `LtvTrialConversionAnswer`; `usd` values are in `currency`, whatever the name says.
 */
export type ChartAnswer = OutputOf<typeof getChart>
/** One line of a chart: its points with the totals of the range and of the one before it. */
export type ChartSeries = ChartAnswer['series'][number]
/** The question of `useChartMeta`: which chart. */
export type ChartMetaInput = InputOf<typeof getChartMeta>
/** What one chart may be asked for. */
export type ChartMeta = OutputOf<typeof getChartMeta>
