'use client'
import { ChartTooltip } from './ChartTooltip.tsx'
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

/** What is read now: a tooltip with every line at that x, and for the keyboard a spoken sentence. */
export function LineReadout(props: LineReadoutProps) {
  const { series, shown, active, by, anchor, describe, formatX, formatY } = props
  const { t } = useChartTexts()
  const own = shown.find(({ id }) => id === active?.series)
  const point = own?.points[active?.index ?? -1]
  const isRead = by !== null && active !== null && own !== undefined && point !== undefined
  if (!isRead)
    return (
      <>
        <p className="qv-chart-spoken" role="status" />
        <ChartTooltip anchor={anchor}>{null}</ChartTooltip>
      </>
    )
  const texts = { t, formatX, formatY }
  const said: ChartDescription = describe?.(active) ?? {
    sentence: t('charts.point', {
      series: own.label,
      x: formatX(point.x),
      y: pointText(point, texts),
    }),
    details: [],
  }
  const others = shown.flatMap((line) => {
    const there = line.points.find(({ x, y }) => x === point.x && y !== null)
    return there ? [{ line, text: pointText(there, texts) }] : []
  })
  return (
    <>
      <p className="qv-chart-spoken" role="status">
        {by === 'keyboard' ? [said.sentence, ...said.details].join(' ') : ''}
      </p>
      <ChartTooltip anchor={anchor}>
        <strong className="qv-tooltip-title">{describe ? said.sentence : formatX(point.x)}</strong>
        {said.details.map((detail) => (
          <p key={detail} className="qv-tooltip-text">
            {detail}
          </p>
        ))}
        {(!describe || others.length > 1) && (
          <ul className="qv-chart-values">
            {others.map(({ line, text }) => (
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
      </ChartTooltip>
    </>
  )
}
