import type { Frame } from './frame.ts'
import type { ChartStrip } from './types.ts'

/** Height of a strip, in pixels of the drawing, its name included. */
export const STRIP_HEIGHT = 56

const NAME = 24

/** Props of `Strip`. */
export interface StripProps {
  readonly strip: ChartStrip
  readonly frame: Frame
}

/** Bars below a chart, on its horizontal axis: how much stands behind each x. Hollow where not final. */
export function Strip({ strip: { label, bars, format }, frame }: StripProps) {
  const { plot, isRightToLeft, height } = frame
  const top = height + NAME
  const bottom = height + STRIP_HEIGHT - 2
  const most = bars.reduce((max, { value }) => Math.max(max, value ?? 0), 0)
  const places = bars.map(({ x }) => frame.x(x))
  const width = barWidth(places)
  const draw = (isFinal: boolean) =>
    bars
      .filter((bar) => bar.isFinal === isFinal && (bar.value ?? 0) > 0)
      .map(({ x, value }) => {
        const left = round(frame.x(x) - width / 2)
        const tall = round(((bottom - top) * (value ?? 0)) / most)
        return `M${left},${bottom}v${-tall}h${width}v${tall}z`
      })
      .join('')
  const start = isRightToLeft ? plot.right : plot.left
  return (
    <g className="qv-chart-strip">
      <text
        className="qv-chart-tick"
        x={start}
        y={height + NAME - 8}
        textAnchor={isRightToLeft ? 'end' : 'start'}
      >
        {label}
      </text>
      {most > 0 && (
        <text
          className="qv-chart-tick"
          x={start + (isRightToLeft ? 8 : -8)}
          y={top}
          dy="0.72em"
          textAnchor={isRightToLeft ? 'start' : 'end'}
        >
          {format(most)}
        </text>
      )}
      <path className="qv-chart-bars" d={draw(true)} />
      <path className="qv-chart-bars" data-unfinished="" d={draw(false)} />
      <line
        className="qv-chart-axis"
        x1={Math.min(plot.left, ...places.map((place) => place - width / 2))}
        x2={Math.max(plot.right, ...places.map((place) => place + width / 2))}
        y1={bottom}
        y2={bottom}
      />
    </g>
  )
}

/** As wide as the narrowest gap allows, with a hair between bars where there is room for one. */
function barWidth(places: readonly number[]): number {
  // The first and last bar must not reach past the plot, which has this much room beside its ends.
  let gap = 20
  places.forEach((place, index) => {
    const before = places[index - 1]
    if (before !== undefined) gap = Math.min(gap, Math.abs(place - before))
  })
  return round(Math.max(0.5, gap > 10 ? gap - 1 : gap))
}

const round = (value: number) => Math.round(value * 100) / 100
