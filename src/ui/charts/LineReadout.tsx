'use client'
import { ChartReadout } from './ChartReadout.tsx'
import { LineSample } from './Line.tsx'
import { pointText } from './lineTable.ts'
import type { ChartDescription, ChartPosition, ChartSeries } from './types.ts'
import { useChartTexts } from './useChartTexts.ts'
import type { ReadingBy } from './useReading.ts'

/** Props of `LineReadout`. */
export interface LineReadoutProps {
  /** The whole list: a line's place in it decides its look. */
  readonly series: readonly ChartSeries[]
  /** The lines that are drawn. */
  readonly shown: readonly ChartSeries[]
  readonly active: ChartPosition | null
  readonly by: ReadingBy
  readonly anchor: { readonly current: Element | null }
  readonly describe: ((position: ChartPosition) => ChartDescription) | undefined
  readonly formatX: (x: number) => string
  readonly formatY: (y: number) => string
}

/** What is read of lines now, with every line's number at that x. */
export function LineReadout(props: LineReadoutProps) {
  const { series, shown, active, by, anchor, describe, formatX, formatY } = props
  const { t } = useChartTexts()
  const own = shown.find(({ id }) => id === active?.series)
  const point = own?.points[active?.index ?? -1]
  if (by === null || !active || !own || !point)
    return <ChartReadout by={null} said={null} anchor={anchor} />
  const texts = { t, formatX, formatY }
  const y = pointText(point, texts)
  const said = describe?.(active) ?? {
    sentence: t('charts.point', { series: own.label, x: formatX(point.x), y }),
    details: [],
  }
  const there = shown.flatMap((line) => {
    const other = line.points.find(({ x, y: value }) => x === point.x && value !== null)
    return other ? [{ line, text: pointText(other, texts) }] : []
  })
  return (
    <ChartReadout
      by={by}
      said={said}
      title={describe ? undefined : formatX(point.x)}
      anchor={anchor}
    >
      {(!describe || there.length > 1) && (
        <ul className="qv-chart-values">
          {there.map(({ line, text }) => (
            <li
              key={line.id}
              className="qv-chart-value"
              data-active={line.id === own.id ? '' : undefined}
            >
              <LineSample position={series.indexOf(line)} />
              <span>{line.label}</span>
              <span className="qv-chart-number">{text}</span>
            </li>
          ))}
        </ul>
      )}
    </ChartReadout>
  )
}
