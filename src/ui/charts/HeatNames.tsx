import { textWidth } from './frame.ts'
import { columnLeft, namesWidth, type HeatFrame } from './heatFrame.ts'

/** Props of the names of a heat map's rows or columns. */
export interface HeatNamesProps {
  readonly frame: HeatFrame
  /** One name a row or column. */
  readonly labels: readonly string[]
}

/** Names of the rows of a heat map: all where they fit, else every few. */
export function RowNames({ frame, labels }: HeatNamesProps) {
  const { isRightToLeft, start, top, cellHeight, rowStride } = frame
  return named(labels, rowStride).map(({ text, index }) => (
    <text
      key={index}
      className="qv-chart-tick"
      x={isRightToLeft ? start + 8 : start - 8}
      y={top + (index + 0.5) * cellHeight}
      dy="0.36em"
      textAnchor={isRightToLeft ? 'start' : 'end'}
    >
      {text}
    </text>
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
        aria-hidden="true"
      >
        <RowNames frame={frame} labels={labels} />
      </svg>
    </div>
  )
}

/** Names of the columns of a heat map: all where they fit, else every few. */
export function ColumnNames({ frame, labels }: HeatNamesProps) {
  const { isRightToLeft, top, cellWidth, columnStride } = frame
  const isEach = columnStride === 1
  return named(labels, columnStride)
    .filter(({ text, index }) => isEach || reach(frame, index, text) < frame.width)
    .map(({ text, index }) => {
      const left = columnLeft(frame, index)
      const far = isRightToLeft ? left + cellWidth : left
      return (
        <text
          key={index}
          className="qv-chart-tick"
          x={isEach ? left + cellWidth / 2 : far}
          y={top - 8}
          textAnchor={isEach ? 'middle' : isRightToLeft ? 'end' : 'start'}
        >
          {text}
        </text>
      )
    })
}

/** Every `stride`th of the labels, with its index. */
const named = (labels: readonly string[], stride: number) =>
  labels.map((text, index) => ({ text, index })).filter(({ index }) => index % stride === 0)

/** Fonts run wider than their rough width: a name that is cut off at the edge is worse than none. */
const WIDEST = 1.25

/** How far a label that begins at its column reaches, from the side of the row names on. */
const reach = (frame: HeatFrame, column: number, text: string) =>
  namesWidth(frame) + column * frame.cellWidth + WIDEST * textWidth(text)
