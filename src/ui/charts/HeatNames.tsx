import { textWidth } from './frame.ts'
import { columnLeft, namesWidth, nameLines, type HeatFrame } from './heatFrame.ts'

/** Props of the names of a heat map's rows or columns. */
export interface HeatNamesProps {
  readonly frame: HeatFrame
  /** One name a row or column. */
  readonly labels: readonly string[]
}

/** Names of the rows of a heat map, all where they fit, else every few; those of its bands above them. */
export function RowNames({ frame, labels }: HeatNamesProps) {
  const { isRightToLeft, start, bands, cellHeight, rowStride } = frame
  return bands.map((band) => (
    <g key={band.top}>
      {band.label !== null && (
        <text
          className="qv-heatmap-band"
          x={isRightToLeft ? frame.width - 4 : 4}
          y={nameLines(band).band}
          textAnchor={isRightToLeft ? 'end' : 'start'}
        >
          {band.label}
        </text>
      )}
      {named(labels.slice(band.from, band.to), rowStride).map(({ text, index }) => (
        <text
          key={index}
          className="qv-chart-tick"
          x={isRightToLeft ? start + 8 : start - 8}
          y={band.top + (index + 0.5) * cellHeight}
          dy="0.36em"
          textAnchor={isRightToLeft ? 'start' : 'end'}
        >
          {text}
        </text>
      ))}
    </g>
  ))
}

/** Names of the rows of a heat map that is wider than its place: they stay where they are while the cells scroll. */
export function StayingRowNames({ frame, labels }: HeatNamesProps) {
  const width = namesWidth(frame)
  const left = frame.isRightToLeft ? frame.start : 0
  return (
    <div className="qv-heatmap-names">
      <svg
        className="qv-chart-svg"
        viewBox={`${left} 0 ${width} ${frame.height}`}
        width={width}
        height={frame.height}
        // The name of a band may be longer than those of its rows: beside it there is nothing.
        overflow="visible"
        aria-hidden="true"
      >
        <RowNames frame={frame} labels={labels} />
      </svg>
    </div>
  )
}

/** Names of the columns of a heat map, above each of its bands: all where they fit, else every few. */
export function ColumnNames({ frame, labels }: HeatNamesProps) {
  const { isRightToLeft, bands, cellWidth, columnStride } = frame
  const isEach = columnStride === 1
  const names = named(labels, columnStride)
    .filter(({ text, index }) => isEach || reach(frame, index, text) < frame.width)
    .map(({ text, index }) => {
      const left = columnLeft(frame, index)
      const far = isRightToLeft ? left + cellWidth : left
      return { text, index, x: isEach ? left + cellWidth / 2 : far }
    })
  return bands.flatMap((band) =>
    names.map(({ text, index, x }) => (
      <text
        key={`${band.top} ${index}`}
        className="qv-chart-tick"
        x={x}
        y={nameLines(band).columns}
        textAnchor={isEach ? 'middle' : isRightToLeft ? 'end' : 'start'}
      >
        {text}
      </text>
    )),
  )
}

/** Every `stride`th of the labels, with its index. */
const named = (labels: readonly string[], stride: number) =>
  labels.map((text, index) => ({ text, index })).filter(({ index }) => index % stride === 0)

/** Fonts run wider than their rough width: a name that is cut off at the edge is worse than none. */
const WIDEST = 1.25

/** How far a label that begins at its column reaches, from the side of the row names on. */
const reach = (frame: HeatFrame, column: number, text: string) =>
  namesWidth(frame) + column * frame.cellWidth + WIDEST * textWidth(text)
