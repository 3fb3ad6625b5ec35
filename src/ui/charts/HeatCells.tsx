'use client'
import { HeatmapRect } from '@visx/heatmap'
import { memo } from 'react'
import { columnLeft, rowTop, type HeatFrame } from './heatFrame.ts'
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

/** A cell as it is drawn: where from the top, and how it is filled. */
interface Cell {
  readonly row: number
  readonly fill: CellFill
}

/** Cells that stand apart, with texts where they fit. All cells of a level are one shape; moving over them draws none again. */
export const HeatCells = memo(function HeatCells(props: HeatCellsProps) {
  const { frame, rowCount, columnCount, fill, pattern } = props
  const { cellWidth, cellHeight, gap } = frame
  const columns = Array.from({ length: columnCount }, (_, column) =>
    Array.from({ length: rowCount }, (__, row): Cell => ({ row, fill: fill(row, column) })).filter(
      (cell) => cell.fill !== 'empty',
    ),
  )
  const texts = frame.hasTexts ? textsOf(props) : []
  return (
    <>
      <HeatmapRect<Cell[], Cell>
        data={columns}
        bins={(cells) => cells}
        count={() => 1}
        xScale={(column) => columnLeft(frame, column)}
        yScale={() => 0}
        binWidth={cellWidth}
        binHeight={cellHeight}
        gap={gap}
      >
        {(drawn) => {
          const shapes = new Map<CellFill, string[]>()
          for (const column of drawn)
            for (const { bin, x, y, width, height } of column) {
              const shape = `M${round(x)},${round(y + rowTop(frame, bin.row))}h${round(width)}v${round(height)}h${round(-width)}`
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

/** How a shape or text says what it stands for. */
export const marksOf = (fill: CellFill) =>
  typeof fill === 'number' ? { 'data-level': fill, 'data-fill': 'level' } : { 'data-fill': fill }

/** The texts of all cells that say something, each in the middle of its cell. */
function textsOf({ frame, rowCount, columnCount, fill, text }: HeatCellsProps) {
  const texts = []
  for (let row = 0; row < rowCount; row++)
    for (let column = 0; column < columnCount; column++) {
      const written = text(row, column)
      if (!written) continue
      const x = round(columnLeft(frame, column) + frame.cellWidth / 2)
      const y = round(rowTop(frame, row) + frame.cellHeight / 2)
      texts.push({ key: `${row} ${column}`, written, kind: fill(row, column), x, y })
    }
  return texts
}

const round = (value: number) => Math.round(value * 100) / 100
