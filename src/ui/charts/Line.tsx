import type { Frame } from './frame.ts'
import { linePaths, markedPoints, markerPath } from './linePaths.ts'
import type { ChartSeries } from './types.ts'

/** How many lines a chart draws at a time: each has a colour of its own. */
export const MOST_LINES = 8

/** Look of the line at a position of the whole list: a colour from 1 to 8, and a marker that differs where colours come again. */
export const lookOf = (position: number) => ({
  colour: (position % MOST_LINES) + 1,
  shape: (position + Math.floor(position / MOST_LINES)) % MOST_LINES,
})

/** Props of `Line`. */
export interface LineProps {
  readonly series: ChartSeries
  /** Position in the whole list, hidden lines included: what is switched off changes no other line's look. */
  readonly position: number
  readonly frame: Frame
}

/** One line with its uncertainty, its tail that may still move, and its markers: hollow where not final. */
export function Line({ series, position, frame }: LineProps) {
  const { solid, dashed, dotted, band, bars } = linePaths(series, frame)
  const { colour, shape } = lookOf(position)
  return (
    <g
      className="qv-chart-line"
      data-colour={colour}
      data-emphasis={series.emphasis ? '' : undefined}
    >
      {band && <path className="qv-chart-band" d={band} />}
      {bars && <path className="qv-chart-bar" d={bars} />}
      {solid && <path className="qv-chart-path" d={solid} />}
      {dashed && <path className="qv-chart-path" data-unfinished="" d={dashed} />}
      {dotted && <path className="qv-chart-path" data-thin="" d={dotted} />}
      {markedPoints(series).map((index) => {
        const { x, y, isFinal } = series.points[index]!
        return (
          <path
            key={index}
            className="qv-chart-marker"
            data-unfinished={isFinal ? undefined : ''}
            d={markerPath(shape, frame.x(x), frame.y(y ?? 0))}
          />
        )
      })}
    </g>
  )
}

/** A short piece of a line with its marker, for legend and readout. */
export function LineSample({ position }: { readonly position: number }) {
  const { colour, shape } = lookOf(position)
  return (
    <svg className="qv-chart-sample" width="24" height="12" viewBox="0 0 24 12" aria-hidden="true">
      <g className="qv-chart-line" data-colour={colour}>
        <path className="qv-chart-path" d="M1,6H23" />
        <path className="qv-chart-marker" d={markerPath(shape, 12, 6)} />
      </g>
    </svg>
  )
}
