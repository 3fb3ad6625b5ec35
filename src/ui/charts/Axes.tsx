import type { Frame } from './frame.ts'

/** Props of `Axes`. */
export interface AxesProps {
  readonly frame: Frame
  readonly xLabel: string
  readonly yLabel: string
  readonly formatX: (x: number) => string
  readonly formatY: (y: number) => string
}

const GAP = 8

/** The two axes of a chart with their names, ticks and the grid lines of y. */
export function Axes({ frame, xLabel, yLabel, formatX, formatY }: AxesProps) {
  const { plot, isRightToLeft, width } = frame
  const start = isRightToLeft ? plot.right : plot.left
  const outwards = isRightToLeft ? 1 : -1
  return (
    <>
      {frame.yTicks.map((tick) => (
        <g key={tick}>
          <line
            className="qv-chart-rule"
            data-zero={tick === 0 ? '' : undefined}
            x1={plot.left}
            x2={plot.right}
            y1={frame.y(tick)}
            y2={frame.y(tick)}
          />
          <text
            className="qv-chart-tick"
            x={start + outwards * GAP}
            y={frame.y(tick)}
            dy="0.32em"
            textAnchor={isRightToLeft ? 'start' : 'end'}
          >
            {formatY(tick)}
          </text>
        </g>
      ))}
      <line
        className="qv-chart-axis"
        x1={plot.left}
        x2={plot.right}
        y1={plot.bottom}
        y2={plot.bottom}
      />
      {frame.xTicks.map((tick) => (
        <text
          key={tick}
          className="qv-chart-tick"
          x={frame.x(tick)}
          y={plot.bottom + 18}
          textAnchor="middle"
        >
          {formatX(tick)}
        </text>
      ))}
      <text
        className="qv-chart-name"
        x={isRightToLeft ? width : 0}
        y={12}
        textAnchor={isRightToLeft ? 'end' : 'start'}
      >
        {yLabel}
      </text>
      <text
        className="qv-chart-name"
        x={(plot.left + plot.right) / 2}
        y={frame.height - 6}
        textAnchor="middle"
      >
        {xLabel}
      </text>
    </>
  )
}
