'use client'
import { HeatmapRect } from '@visx/heatmap'
import { memo } from 'react'
import { columnLeft, type HeatFrame } from './heatFrame.ts'
import type { CellFill } from './types.ts'

/** Props of `HeatCells`. */
export interface HeatCellsProps {
  readonly frame: HeatFrame
  readonly rowCount: number
  readonly columnCount: number
  readonly fill: (row: number, column: number) => CellFill
  readonly text: (row: number, column: number) => string
  /** Id of the pattern of unfinished cells. */
  readonly pattern: string
}

/** Cells below each other that are filled alike; one cell where cells stand apart. */
interface Run {
  readonly from: number
  readonly length: number
  readonly fill: CellFill
}

/**
 * The cells of a heat map. All cells of a level are one shape, so that a picture of 100,000 cells is a dozen elements;
 * moving over them draws none of them again.
 */
export const HeatCells = memo(function HeatCells(props: HeatCellsProps) {
  const { frame, rowCount, columnCount, fill, pattern } = props
  const { cellWidth, cellHeight, gap, top } = frame
  const columns = Array.from({ length: columnCount }, (_, column) =>
    runsOf(rowCount, gap === 0, (row) => fill(row, column)),
  )
  const texts = frame.hasTexts ? textsOf(props) : []
  return (
    <>
      <HeatmapRect<Run[], Run>
        data={columns}
        bins={(runs) => runs}
        count={(run) => run.length}
        xScale={(column) => columnLeft(frame, column)}
        yScale={() => top}
        binWidth={cellWidth}
        binHeight={cellHeight}
        gap={gap}
      >
        {(drawn) => {
          const shapes = new Map<CellFill, string[]>()
          for (const column of drawn)
            for (const { bin, x, y, width } of column) {
              const height = bin.length * cellHeight - gap
              const shape = `M${round(x)},${round(y + bin.from * cellHeight)}h${round(width)}v${round(height)}h${round(-width)}z`
              const same = shapes.get(bin.fill)
              if (same) same.push(shape)
              else shapes.set(bin.fill, [shape])
            }
          return [...shapes].map(([kind, parts]) => (
            <path
              key={kind}
              className="qv-heatmap-cells qv-heat"
              {...marksOf(kind)}
              fill={kind === 'unfinished' ? `url(#${pattern})` : undefined}
              d={parts.join('')}
            />
          ))
        }}
      </HeatmapRect>
      {texts.map(({ key, written, kind, x, y }) => (
        <text
          key={key}
          className="qv-heatmap-text qv-heat"
          {...marksOf(kind)}
          x={x}
          y={y}
          dy="0.36em"
          textAnchor="middle"
        >
          {written}
        </text>
      ))}
    </>
  )
})

/** The runs of a column from top to bottom; what is empty is no run. */
function runsOf(rowCount: number, isJoined: boolean, fill: (row: number) => CellFill): Run[] {
  const runs: Run[] = []
  let from = 0
  let last: CellFill = 'empty'
  const close = (end: number) => {
    if (last !== 'empty' && end > from) runs.push({ from, length: end - from, fill: last })
    from = end
  }
  for (let row = 0; row < rowCount; row++) {
    const next = fill(row)
    if (next !== last || !isJoined) close(row)
    last = next
  }
  close(rowCount)
  return runs
}

/** How a shape or text says what it stands for. */
const marksOf = (fill: CellFill) =>
  typeof fill === 'number' ? { 'data-level': fill, 'data-fill': 'level' } : { 'data-fill': fill }

/** The texts of all cells that say something, each in the middle of its cell. */
function textsOf({ frame, rowCount, columnCount, fill, text }: HeatCellsProps) {
  const texts = []
  for (let row = 0; row < rowCount; row++)
    for (let column = 0; column < columnCount; column++) {
      const written = text(row, column)
      if (!written) continue
      const x = round(columnLeft(frame, column) + frame.cellWidth / 2)
      const y = round(frame.top + (row + 0.5) * frame.cellHeight)
      texts.push({ key: `${row} ${column}`, written, kind: fill(row, column), x, y })
    }
  return texts
}

const round = (value: number) => Math.round(value * 100) / 100
