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
      {named(columnLabels, columnStride).map(({ text, index }) => (
        <text
          key={index}
          className="qv-chart-tick"
          x={
            columnStride === 1 ? columnLeft(frame, index) + cellWidth / 2 : columnLeft(frame, index)
          }
          y={top - 8}
          textAnchor={columnStride === 1 ? 'middle' : isRightToLeft ? 'end' : 'start'}
        >
          {text}
        </text>
      ))}
    </>
  )
}

/** Every `stride`th of the labels, with its index. */
const named = (labels: readonly string[], stride: number) =>
  labels.map((text, index) => ({ text, index })).filter(({ index }) => index % stride === 0)
