import type { IntervalScale } from './intervalScale.ts'

/** Props of `IntervalAxis`. */
export interface IntervalAxisProps {
  readonly scale: IntervalScale
  readonly format: (value: number) => string
}

/** The labels of an axis that many rows share. */
export function IntervalAxis({ scale, format }: IntervalAxisProps) {
  return (
    <svg className="qv-interval-axis" width="100%" height={18} aria-hidden="true">
      {scale.ticks.map((tick) => (
        <text
          key={tick}
          className="qv-chart-tick"
          x={`${scale.place(tick)}%`}
          y={12}
          textAnchor="middle"
        >
          {format(tick)}
        </text>
      ))}
    </svg>
  )
}
