'use client'
import { useEffect, useId, useMemo, useRef } from 'react'
import { ChartPlot } from './ChartPlot.tsx'
import { ChartReadout } from './ChartReadout.tsx'
import { HeatCells } from './HeatCells.tsx'
import { cellAt, columnLeft, createHeatFrame, namesWidth, rowTop, stepCell } from './heatFrame.ts'
import { HeatOverview } from './HeatOverview.tsx'
import { ColumnNames, RowNames, StayingRowNames } from './HeatNames.tsx'
import { HeatPattern, patternId } from './HeatPattern.tsx'
import { HeatTable } from './HeatTable.tsx'
import type { CellFill, CellPosition, ChartDescription, HeatBand } from './types.ts'
import { useChartTexts } from './useChartTexts.ts'
import { useMeasured } from './useMeasured.ts'
import { useReading } from './useReading.ts'

/** Props of `HeatmapChart`. */
export interface HeatmapChartProps {
  readonly rowLabels: readonly string[]
  readonly columnLabels: readonly string[]
  /** All rows by the names they stand under, on the same columns and colours. @default one table without a name */
  readonly bands?: readonly HeatBand[] | undefined
  /** How a cell is filled. Must keep its identity while the data does. */
  readonly fill: (row: number, column: number) => CellFill
  /** What a cell says; empty where it says nothing. Must keep its identity while the data does. */
  readonly text: (row: number, column: number) => string
  /** The words for a cell. */
  readonly describe: (position: CellPosition) => ChartDescription
  /** Colours of the levels, as `data-ramp`. */
  readonly ramp?: string | undefined
  /** Accessible name. */
  readonly label: string
  /** Heading of the row names in the data table. */
  readonly corner: string
  /** What a reader should see in it, for who cannot. */
  readonly description?: string | undefined
  /** True never writes texts into cells; by default they are written where they fit. */
  readonly overview?: boolean | undefined
  /** The cell read now; give it together with `onActiveChange` to link the chart to another view. */
  readonly active?: CellPosition | null | undefined
  /** Called when pointer or keyboard read another cell; null when they stop. */
  readonly onActiveChange?: ((position: CellPosition | null) => void) | undefined
  /** Called for a click, Enter or Space on a cell, with the ring around it to anchor a menu at. */
  readonly onCellAction?: ((position: CellPosition, anchor: Element) => void) | undefined
}

/** Up to so many cells the longest text is looked for; more never fit with texts. */
const MOST_TEXTS = 1_000

/** A dense picture of a table: a colour for each cell, the texts where they fit, read by pointer, keyboard and as a table. */
export function HeatmapChart(props: HeatmapChartProps) {
  const { rowLabels, columnLabels, bands, fill, text, describe, ramp, label, corner } = props
  const { description, overview = false, onCellAction } = props
  const { t } = useChartTexts()
  const box = useRef<HTMLDivElement>(null)
  const ring = useRef<SVGRectElement>(null)
  const pattern = patternId(useId())
  const { width, isRightToLeft, isReady } = useMeasured(box)
  const rowCount = rowLabels.length
  const columnCount = columnLabels.length
  const longestText = useMemo(() => {
    if (overview || rowCount * columnCount > MOST_TEXTS) return null
    let longest = ''
    for (let row = 0; row < rowCount; row++)
      for (let column = 0; column < columnCount; column++) {
        const written = text(row, column)
        if (written.length > longest.length) longest = written
      }
    return longest
  }, [overview, rowCount, columnCount, text])
  const frame = useMemo(
    () => createHeatFrame({ rowLabels, columnLabels, bands, longestText, width, isRightToLeft }),
    [rowLabels, columnLabels, bands, longestText, width, isRightToLeft],
  )
  const isWide = frame.width > width
  const reading = useReading<CellPosition>({
    active: props.active,
    onActiveChange: props.onActiveChange,
    isSame: (a, b) => a.row === b.row && a.column === b.column,
    nearest: (x, y) => cellAt(frame, columnCount, x, y, Math.abs(box.current?.scrollLeft ?? 0)),
    step: (from, { key }) => stepCell(from, key, rowCount, columnCount, isRightToLeft),
    onAction: onCellAction && ((position) => ring.current && onCellAction(position, ring.current)),
  })
  const { active, by } = reading
  useEffect(() => {
    if (by !== 'keyboard' || !active) return
    box.current?.style.setProperty('scroll-padding-inline-start', `${namesWidth(frame)}px`)
    ring.current?.scrollIntoView({ block: 'nearest', inline: 'nearest' })
  }, [by, active, frame])
  const isInside = active !== null && active.row < rowCount && active.column < columnCount
  const { cellWidth, cellHeight } = frame
  const ringWidth = Math.max(cellWidth, 4)
  return (
    <div className="qv-chart" data-ramp={ramp}>
      <ChartPlot
        box={box}
        kind={t('charts.heat')}
        label={label}
        description={[description, t('charts.keys.heat')].filter(Boolean).join(' ')}
        width={frame.width}
        height={frame.height}
        isWide={isWide}
        staying={isWide && <StayingRowNames frame={frame} labels={rowLabels} />}
        isReady={isReady}
        readingProps={reading.readingProps}
      >
        <HeatPattern id={pattern} frame={frame} />
        <ColumnNames frame={frame} labels={columnLabels} />
        {!isWide && <RowNames frame={frame} labels={rowLabels} />}
        {frame.gap === 0 ? (
          <HeatOverview {...{ frame, bands, rowCount, columnCount, fill, pattern }} />
        ) : (
          <HeatCells {...{ frame, rowCount, columnCount, fill, text, pattern }} />
        )}
        {isInside && (
          <rect
            ref={ring}
            className="qv-chart-ring"
            x={
              columnLeft(frame, active.column) -
              1 -
              (frame.isRightToLeft ? ringWidth - cellWidth : 0)
            }
            y={rowTop(frame, active.row) - 1}
            width={ringWidth + 2}
            height={Math.max(cellHeight, 4) + 2}
          />
        )}
      </ChartPlot>
      <ChartReadout
        by={isInside ? by : null}
        said={isInside && by ? describe(active) : null}
        anchor={ring}
      />
      {rowCount * columnCount > 0 && (
        <HeatTable {...{ label, corner, bands, rowLabels, columnLabels, text }} />
      )}
    </div>
  )
}
