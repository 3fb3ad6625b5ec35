'use client'
import { useCallback, useMemo, useRef, useState } from 'react'
import { Axes } from './Axes.tsx'
import { ChartLegend } from './ChartLegend.tsx'
import { ChartPlot } from './ChartPlot.tsx'
import { ChartTable } from './ChartTable.tsx'
import { endLabels, labelRoom } from './endLabels.ts'
import { createFrame } from './frame.ts'
import { Line, MOST_LINES } from './Line.tsx'
import { LineReadout } from './LineReadout.tsx'
import { lineTableRows } from './lineTable.ts'
import { Marks } from './Marks.tsx'
import { nearestPoint, stepReading } from './reading.ts'
import { Strip, STRIP_HEIGHT } from './Strip.tsx'
import type {
  ChartDescription,
  ChartMark,
  ChartPosition,
  ChartSeries,
  ChartStrip,
} from './types.ts'
import { useChartTexts } from './useChartTexts.ts'
import { useMeasured } from './useMeasured.ts'
import { useReading } from './useReading.ts'

/** Props of `LineChart`. */
export interface LineChartProps {
  /** The lines. At most eight are drawn at a time; the legend chooses which. */
  readonly series: readonly ChartSeries[]
  /** Name of the horizontal axis. */
  readonly xLabel: string
  /** Name of the vertical axis, with its unit. */
  readonly yLabel: string
  /** Writes a place on the axis along, as at its ticks. */
  readonly formatX: (x: number) => string
  /** Writes a value, as at the ticks of the axis upwards. */
  readonly formatY: (y: number) => string
  /** Accessible name: what the chart shows. */
  readonly label: string
  /** What a reader should see in it, for who cannot. */
  readonly description?: string | undefined
  /** Height in CSS pixels. @default 320 */
  readonly height?: number | undefined
  /** The point read now; give it together with `onActiveChange` to link the chart to another view. */
  readonly active?: ChartPosition | null | undefined
  /** Called when pointer or keyboard read another point; null when they stop. */
  readonly onActiveChange?: ((position: ChartPosition | null) => void) | undefined
  /** Called for a click, Enter or Space on a point, with the ring around it to anchor a menu at. */
  readonly onPointAction?: ((position: ChartPosition, anchor: Element) => void) | undefined
  /** Reference lines. */
  readonly marks?: readonly ChartMark[] | undefined
  /** Bars below the axis, on top of `height`. */
  readonly strip?: ChartStrip | undefined
  /** Whether the vertical axis begins at zero. @default true */
  readonly yZero?: boolean | undefined
  /** Said below the legend: what the drawing cannot say by itself. */
  readonly notes?: readonly string[] | undefined
  /** The words for a point; by default its series, x and y, and whether it is final. */
  readonly describe?: ((position: ChartPosition) => ChartDescription) | undefined
}

/** Lines over a common axis, drawn on the server as in the browser, read by pointer, keyboard and as a table. */
export function LineChart(props: LineChartProps) {
  const { series, xLabel, yLabel, formatX, formatY, label, description, describe } = props
  const { height = 320, marks = NO_MARKS, yZero = true, onPointAction, strip } = props
  const { t } = useChartTexts()
  const box = useRef<HTMLDivElement>(null)
  const ring = useRef<SVGCircleElement>(null)
  const { width, isRightToLeft, isReady } = useMeasured(box)
  const [switched, setSwitched] = useState<Readonly<Record<string, boolean>>>({})
  const shown = useMemo(() => {
    const wanted = series.filter(({ id }, index) => switched[id] ?? index < MOST_LINES)
    return wanted.slice(0, MOST_LINES)
  }, [series, switched])
  const shownIds = new Set(shown.map(({ id }) => id))
  const frame = useMemo(() => {
    const room = labelRoom(shown, width)
    const size = { width, height, isRightToLeft, yZero, labelRoom: room }
    return createFrame({ series: shown, marks, formatX, formatY, ...size })
  }, [shown, marks, formatX, formatY, width, height, isRightToLeft, yZero])

  const table = useCallback(
    () => lineTableRows(series, { t, formatX, formatY }),
    [series, t, formatX, formatY],
  )

  const reading = useReading<ChartPosition>({
    active: props.active,
    onActiveChange: props.onActiveChange,
    isSame: (a, b) => a.series === b.series && a.index === b.index,
    nearest: (x, y) => nearestPoint(shown, frame, x, y),
    step: (from, { key }) => stepReading(shown, from, key, isRightToLeft),
    onAction:
      onPointAction && ((position) => ring.current && onPointAction(position, ring.current)),
  })
  const { active } = reading
  const point = shown.find(({ id }) => id === active?.series)?.points[active?.index ?? -1]
  const isEmpty = shown.every(({ points }) => points.every(({ y }) => y === null))
  const names = endLabels(shown, frame)
  const hasTail = shown.some(({ points }) =>
    points.some(({ y, isFinal }) => y !== null && !isFinal),
  )
  return (
    <div className="qv-chart">
      <ChartLegend
        series={series}
        shown={shownIds}
        isFull={shown.length >= MOST_LINES}
        onToggle={(id, isShown) => setSwitched((now) => ({ ...now, [id]: isShown }))}
        notes={[
          ...(hasTail ? [t('charts.unfinished')] : []),
          ...(props.notes ?? []),
          ...(series.length > MOST_LINES ? [t('charts.full', { n: MOST_LINES })] : []),
        ]}
      />
      <ChartPlot
        box={box}
        kind={t('charts.line')}
        label={label}
        description={[description, t('charts.keys')].filter(Boolean).join(' ')}
        width={width}
        height={height + (strip ? STRIP_HEIGHT : 0)}
        isReady={isReady}
        readingProps={reading.readingProps}
      >
        <Axes {...{ frame, xLabel, yLabel, formatX, formatY }} />
        {strip && <Strip strip={strip} frame={frame} />}
        {shown.map((line) => (
          <Line key={line.id} series={line} position={series.indexOf(line)} frame={frame} />
        ))}
        <Marks marks={marks} series={shown} names={names} frame={frame} />
        {names.map(({ id, text, x, y }) => (
          <text
            key={id}
            className="qv-chart-label"
            x={x}
            y={y}
            dy="0.32em"
            textAnchor={isRightToLeft ? 'end' : 'start'}
          >
            {text}
          </text>
        ))}
        {point && point.y !== null && (
          <g className="qv-chart-focus">
            <line
              className="qv-chart-crosshair"
              x1={frame.x(point.x)}
              x2={frame.x(point.x)}
              y1={frame.plot.top}
              y2={frame.plot.bottom}
            />
            <circle
              ref={ring}
              className="qv-chart-ring"
              cx={frame.x(point.x)}
              cy={frame.y(point.y)}
              r={9}
            />
          </g>
        )}
        {isEmpty && (
          <text className="qv-chart-empty" x={width / 2} y={height / 2} textAnchor="middle">
            {t('charts.empty')}
          </text>
        )}
      </ChartPlot>
      <LineReadout
        series={series}
        shown={shown}
        active={point ? active : null}
        by={reading.by}
        anchor={ring}
        describe={describe}
        formatX={formatX}
        formatY={formatY}
      />
      {series.some(({ points }) => points.length > 0) && (
        <ChartTable label={label} corner={xLabel} columns={series} rows={table} />
      )}
    </div>
  )
}

const NO_MARKS: readonly ChartMark[] = []
