import type { Frame } from './frame.ts'
import type { ChartMark } from './types.ts'

/** Props of `Marks`. */
export interface MarksProps {
  readonly marks: readonly ChartMark[]
  readonly frame: Frame
}

/** Reference lines with their names: a vertical one is named at its top, a horizontal one at its beginning. */
export function Marks({ marks, frame }: MarksProps) {
  const { plot, isRightToLeft } = frame
  return marks.map(({ id, axis, at, label }) => {
    const place = axis === 'x' ? frame.x(at) : frame.y(at)
    const isVertical = axis === 'x'
    // A name is written towards the side that has more room.
    const isLate = isVertical ? place > (plot.left + plot.right) / 2 : isRightToLeft
    const edge = isRightToLeft ? plot.right : plot.left
    return (
      <g key={id} className="qv-chart-mark">
        <line
          className="qv-chart-mark-line"
          x1={isVertical ? place : plot.left}
          x2={isVertical ? place : plot.right}
          y1={isVertical ? plot.top : place}
          y2={isVertical ? plot.bottom : place}
        />
        <text
          className="qv-chart-label"
          x={(isVertical ? place : edge) + (isLate ? -6 : 6)}
          y={isVertical ? plot.top + 10 : place - 6}
          textAnchor={isLate ? 'end' : 'start'}
        >
          {label}
        </text>
      </g>
    )
  })
}
