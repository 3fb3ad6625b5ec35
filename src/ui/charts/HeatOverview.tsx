'use client'
import { memo, useMemo } from 'react'
import { marksOf, type HeatCellsProps } from './HeatCells.tsx'
import { bandRows } from './heatFrame.ts'
import type { HeatBand } from './types.ts'
import { overviewPaths } from './overviewPaths.ts'

/** Props of `HeatOverview`. */
export interface HeatOverviewProps extends Omit<HeatCellsProps, 'text'> {
  /** The bands that the frame was laid out with. */
  readonly bands: readonly HeatBand[] | undefined
}

/** Cells that touch, too small for texts: a dozen shapes, whatever their number. Another size of the drawing only scales them. */
export const HeatOverview = memo(function HeatOverview(props: HeatOverviewProps) {
  const { frame, bands, rowCount, columnCount, fill, pattern } = props
  const { start, cellWidth, cellHeight, isRightToLeft } = frame
  const drawn = useMemo(
    () =>
      bandRows(bands, rowCount).map(({ from, to }) =>
        overviewPaths(to - from, columnCount, (row, column) => fill(from + row, column)),
      ),
    [bands, rowCount, columnCount, fill],
  )
  const across = isRightToLeft ? -cellWidth : cellWidth
  return frame.bands.map(({ top }, index) => (
    <g key={top} transform={`translate(${start},${top}) scale(${across},${cellHeight})`}>
      {drawn[index]!.map(({ fill: kind, d }) => (
        <path
          key={kind}
          className="qv-heatmap-cells qv-heat"
          {...marksOf(kind)}
          fill={kind === 'unfinished' ? `url(#${pattern})` : undefined}
          d={d}
        />
      ))}
    </g>
  ))
})
