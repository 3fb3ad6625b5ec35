'use client'
import { memo, useMemo } from 'react'
import { marksOf, type HeatCellsProps } from './HeatCells.tsx'
import { overviewPaths } from './overviewPaths.ts'

/** Cells that touch, too small for texts: a dozen shapes, whatever their number. Another size of the drawing only scales them. */
export const HeatOverview = memo(function HeatOverview(props: Omit<HeatCellsProps, 'text'>) {
  const { frame, rowCount, columnCount, fill, pattern } = props
  const paths = useMemo(
    () => overviewPaths(rowCount, columnCount, fill),
    [rowCount, columnCount, fill],
  )
  const { start, top, cellWidth, cellHeight, isRightToLeft } = frame
  const across = isRightToLeft ? -cellWidth : cellWidth
  return (
    <g transform={`translate(${start},${top}) scale(${across},${cellHeight})`}>
      {paths.map(({ fill: kind, d }) => (
        <path
          key={kind}
          className="qv-heatmap-cells qv-heat"
          {...marksOf(kind)}
          fill={kind === 'unfinished' ? `url(#${pattern})` : undefined}
          d={d}
        />
      ))}
    </g>
  )
})
