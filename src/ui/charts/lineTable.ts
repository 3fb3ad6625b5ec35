import type { charts } from '../../i18n/en/charts.ts'
import type { Translate } from '../../i18n/translate.ts'
import type { ChartTableRow } from './ChartTable.tsx'
import type { ChartPoint, ChartSeries } from './types.ts'

/** What points are written with. */
export interface PointTexts {
  readonly t: Translate<keyof typeof charts>
  readonly formatX: (x: number) => string
  readonly formatY: (y: number) => string
}

/** The number of a point with its interval, its note, and that it may still move. */
export function pointText({ y, low, high, isFinal, note }: ChartPoint, texts: PointTexts): string {
  const { t, formatY } = texts
  if (y === null) return '–'
  const interval =
    low === undefined || high === undefined
      ? formatY(y)
      : t('charts.value.interval', { y: formatY(y), low: formatY(low), high: formatY(high) })
  const noted = note ? t('charts.value.noted', { y: interval, note }) : interval
  return isFinal ? noted : t('charts.value.unfinished', { y: noted })
}

/** One row for each x that some line has. */
export function lineTableRows(
  series: readonly ChartSeries[],
  texts: PointTexts,
): readonly ChartTableRow[] {
  const byX = new Map<number, string[]>()
  series.forEach(({ points }, column) => {
    for (const point of points) {
      const row = byX.get(point.x) ?? series.map(() => '')
      row[column] = pointText(point, texts)
      byX.set(point.x, row)
    }
  })
  return [...byX]
    .toSorted(([a], [b]) => a - b)
    .map(([x, row]) => ({ id: x, heading: texts.formatX(x), texts: row }))
}
