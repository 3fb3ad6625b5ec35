'use client'
import { useMemo } from 'react'
import { AnchoredPopover } from '../../ui/AnchoredPopover.tsx'
import { LineChart } from '../../ui/charts/LineChart.tsx'
import type { ChartPosition } from '../../ui/charts/types.ts'
import { describeCell } from './cohortCellTexts.ts'
import { cohortHeading, columnHeading, numberText, readingName, rowHeading } from './cohortTexts.ts'
import { rowId, type CohortLine } from './grid.lines.model.ts'
import type { CohortColumn, CohortGrid } from './grid.types.ts'
import { readCell, unitOf } from './grid.views.model.ts'
import { useCohortHintTexts } from './useCohortHintTexts.ts'
import { useCohortMoreTexts } from './useCohortMoreTexts.ts'
import type { CohortModel } from './useCohortModel.ts'

/** Props of `CohortColumnChart`. */
export interface CohortColumnChartProps {
  readonly model: CohortModel
  readonly column: CohortColumn
  /** The heading it stands by. */
  readonly anchor: HTMLElement
  /** Asked to close; `byKey` when the focus must go back to the heading. */
  readonly onClose: (byKey: boolean) => void
  /** Called for a point that is clicked or chosen with Enter: the key of its cohort's line. */
  readonly onRow: (id: string) => void
}

/** One period over all cohorts, by the date they began; a line for each segment. Numbers that are not final are hollow and dashed. */
export function CohortColumnChart(props: CohortColumnChartProps) {
  const { model, column, anchor, onClose, onRow } = props
  const { drawing, grid, lines } = model
  const { texts, reading } = drawing
  const hints = useCohortHintTexts()
  const { t } = useCohortMoreTexts()
  const name = readingName(texts, grid, reading)
  const label = t('cohorts.over', { column: columnHeading(texts, column) })
  const { groups, series } = useMemo(() => {
    const found = groupsOf(lines, grid, texts.t('cohorts.all'))
    return {
      groups: found,
      series: found.map((group) => ({
        id: group.id,
        label: group.label,
        points: rowsOf(group.grid).map((row) => {
          const { value, state } = readCell(group.grid, row.index, column.index, reading)
          return { x: row.start, y: value, isFinal: state === 'final' }
        }),
      })),
    }
  }, [lines, grid, texts, column, reading])
  const at = ({ series: id, index }: ChartPosition) => {
    const group = groups.find((candidate) => candidate.id === id)!
    return { group, row: rowsOf(group.grid)[index]! }
  }
  const anyRow = grid.rows[0]!
  return (
    <AnchoredPopover anchor={anchor} label={label} isWide onClose={onClose}>
      <div className="qv-over">
        <h3 className="qv-over-title">{label}</h3>
        <button type="button" className="qv-button" onClick={() => onClose(true)}>
          {t('cohorts.over.close')}
        </button>
      </div>
      <LineChart
        series={series}
        xLabel={cohortHeading(texts, grid.grouping)}
        yLabel={name}
        formatX={(start) => rowHeading(texts, { ...anyRow, start }, grid)}
        formatY={(y) =>
          numberText(texts.format, y, unitOf(reading.metric, reading.view), grid.currency)
        }
        label={`${label}: ${name}`}
        height={240}
        describe={(position) => {
          const { group, row } = at(position)
          return describeCell(hints, group.grid, row.index, column.index, reading, drawing.isNet)
        }}
        onPointAction={(position) => {
          const { group, row } = at(position)
          onRow(rowId(row, group.segment))
        }}
      />
    </AnchoredPopover>
  )
}

interface Group {
  readonly id: string
  readonly segment: string | null
  readonly label: string
  readonly grid: CohortGrid
}

/** The grids of a table: its segments, folded or not, else the whole answer. */
function groupsOf(lines: readonly CohortLine[], grid: CohortGrid, label: string): readonly Group[] {
  const groups = lines.filter((line) => line.kind === 'segment')
  return groups.length > 0 ? groups : [{ id: 'whole', segment: null, label, grid }]
}

const rowsOf = (grid: CohortGrid) => grid.rows.toSorted((a, b) => a.start - b.start)
