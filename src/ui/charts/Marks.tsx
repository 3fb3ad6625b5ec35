import type { EndLabel } from './endLabels.ts'
import type { Frame } from './frame.ts'
import { markLabels } from './markLabels.ts'
import type { ChartMark, ChartSeries } from './types.ts'

/** Props of `Marks`. */
export interface MarksProps {
  readonly marks: readonly ChartMark[]
  /** The lines that are drawn: names keep clear of them. */
  readonly series: readonly ChartSeries[]
  /** The names at the ends of lines, which are kept clear as well. */
  readonly names: readonly EndLabel[]
  readonly frame: Frame
}

/** Reference lines with their names. */
export function Marks({ marks, series, names, frame }: MarksProps) {
  const { plot } = frame
  const labels = markLabels(marks, series, frame, names)
  return marks.map(({ id, axis, at }, index) => {
    const isVertical = axis === 'x'
    const place = isVertical ? frame.x(at) : frame.y(at)
    const { x, y, anchor, text } = labels[index]!
    return (
      <g key={id} className="qv-chart-mark">
        <line
          className="qv-chart-mark-line"
          x1={isVertical ? place : plot.left}
          x2={isVertical ? place : plot.right}
          y1={isVertical ? plot.top : place}
          y2={isVertical ? plot.bottom : place}
        />
        <text className="qv-chart-label" x={x} y={y} textAnchor={anchor}>
          {text}
        </text>
      </g>
    )
  })
}
