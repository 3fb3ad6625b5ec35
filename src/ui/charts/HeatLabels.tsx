import { textWidth } from './frame.ts'
import { columnLeft, type HeatFrame } from './heatFrame.ts'

/** Props of `HeatLabels`. */
export interface HeatLabelsProps {
  readonly frame: HeatFrame
  readonly rowLabels: readonly string[]
  readonly columnLabels: readonly string[]
}

/** Names of the rows and columns of a heat map: all where they fit, else every few. */
export function HeatLabels({ frame, rowLabels, columnLabels }: HeatLabelsProps) {
  const { isRightToLeft, start, top, cellWidth, cellHeight, rowStride, columnStride } = frame
  const isEach = columnStride === 1
  return (
    <>
      {named(rowLabels, rowStride).map(({ text, index }) => (
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
      ))}
      {named(columnLabels, columnStride)
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
        })}
    </>
  )
}

/** Every `stride`th of the labels, with its index. */
const named = (labels: readonly string[], stride: number) =>
  labels.map((text, index) => ({ text, index })).filter(({ index }) => index % stride === 0)

/** Fonts run wider than their rough width: a name that is cut off at the edge is worse than none. */
const WIDEST = 1.25

/** How far a label that begins at its column reaches, from the side of the row names on. */
const reach = (frame: HeatFrame, column: number, text: string) =>
  (frame.isRightToLeft ? frame.width - frame.start : frame.start) +
  column * frame.cellWidth +
  WIDEST * textWidth(text)
