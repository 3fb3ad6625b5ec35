import type { DrawnInterval, IntervalScale } from './intervalScale.ts'

/** How a range is drawn: `good` and `bad` with a filled mark and a strong line, `open` with a hollow mark. */
export type IntervalTone = 'good' | 'bad' | 'open'

/** Props of `IntervalBar`. */
export interface IntervalBarProps {
  readonly scale: IntervalScale
  readonly tone: IntervalTone
  /** Null draws the axis' lines alone. */
  readonly estimate: DrawnInterval | null
  /** Range that does not matter, shaded. */
  readonly zone?: { readonly low: number; readonly high: number } | undefined
  /** A limit that matters beside zero, dashed. */
  readonly limit?: number | undefined
}

/** One row of an axis that many rows share: value and range, an arrow where the range goes on past the edge. */
export function IntervalBar({ scale, tone, estimate, zone, limit }: IntervalBarProps) {
  const { place } = scale
  return (
    <svg className="qv-interval" width="100%" height={HEIGHT} aria-hidden="true" data-tone={tone}>
      {zone && <Zone from={place(zone.low)} to={place(zone.high)} />}
      {scale.ticks.map((tick) => (
        <Upright key={tick} className="qv-interval-rule" at={place(tick)} />
      ))}
      <Upright className="qv-interval-zero" at={place(0)} />
      {limit !== undefined && scale.beyond(limit) === null && (
        <Upright className="qv-interval-limit" at={place(limit)} />
      )}
      {estimate && <Range scale={scale} estimate={estimate} />}
    </svg>
  )
}

function Range({ scale, estimate }: { scale: IntervalScale; estimate: DrawnInterval }) {
  const { place, beyond } = scale
  const { value, interval } = estimate
  return (
    <>
      {interval && (
        <line
          className="qv-interval-range"
          x1={`${place(interval.low)}%`}
          x2={`${place(interval.high)}%`}
          y1="50%"
          y2="50%"
        />
      )}
      {interval &&
        (['low', 'high'] as const).map((side) => (
          <Mark
            key={side}
            className="qv-interval-end"
            at={place(interval[side])}
            path={ENDS[beyond(interval[side]) ?? 'inside']}
          />
        ))}
      {beyond(value) === null && (
        <Mark className="qv-interval-value" at={place(value)} path={DIAMOND} />
      )}
    </>
  )
}

const Zone = ({ from, to }: { from: number; to: number }) => (
  <rect
    className="qv-interval-zone"
    x={`${Math.min(from, to)}%`}
    width={`${Math.abs(to - from).toFixed(2)}%`}
    y={0}
    height="100%"
  />
)

const Upright = ({ className, at }: { className: string; at: number }) => (
  <line className={className} x1={`${at}%`} x2={`${at}%`} y1={0} y2="100%" />
)

/** A shape of fixed size at a percent of the width. */
const Mark = ({ className, at, path }: { className: string; at: number; path: string }) => (
  <svg x={`${at}%`} y="50%" overflow="visible">
    <path className={className} d={path} />
  </svg>
)

/** In pixels; the sheet lets it grow with its row. */
const HEIGHT = 40
const DIAMOND = 'M-6,0L0,-6L6,0L0,6Z'
const ENDS = { inside: 'M0,-5V5', left: 'M2,-5L-6,0L2,5Z', right: 'M-2,-5L6,0L-2,5Z' } as const
