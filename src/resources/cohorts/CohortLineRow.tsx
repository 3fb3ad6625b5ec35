'use client'
import { memo } from 'react'
import { drawBlocks } from '../../ui/gridBlocks.tsx'
import { blocksOf } from '../../ui/gridWindow.ts'
import { cellMarks } from '../../ui/useGridNavigation.ts'
import type { DrawnMark } from './annotations.model.ts'
import { isPooled, LEADING } from './cohortDrawing.ts'
import type { GridRowProps } from './CohortHeadRow.tsx'
import type { CohortLine } from './grid.lines.model.ts'

/** Props of `CohortLineRow`. */
export interface LineRowProps extends GridRowProps {
  readonly line: CohortLine
  /** Row of the grid: headings are row 0. */
  readonly at: number
  /** Whether the cohort is selected; undefined where lines cannot be. */
  readonly selected?: boolean | undefined
  /** The dates that meet this cohort, by column; the same as long as they are. */
  readonly marks?: ReadonlyMap<number, DrawnMark> | undefined
}

/** A line of the table. A step of the window, or a move of the tab stop, draws only the blocks that change. */
export const CohortLineRow = memo(function CohortLineRow(props: LineRowProps) {
  const { drawing, line, at, from, to, active, tooltipId, selected, marks } = props
  const row = line.kind === 'cohort' ? line.grid.rows[line.row] : line.grid.total
  const state = isPooled(line) ? undefined : row?.state
  const count = drawing.grid.columns.length
  return (
    <tr
      role="row"
      aria-rowindex={at + 1}
      className="qv-grid-row"
      data-line={line.kind}
      data-flagged={marks && hasFlag(marks) ? '' : undefined}
      data-small={line.kind === 'cohort' && line.isSmall ? '' : undefined}
    >
      <th
        role="rowheader"
        scope="row"
        className="qv-grid-label"
        aria-selected={line.kind === 'cohort' ? selected : undefined}
        aria-expanded={line.kind === 'segment' ? !line.isFolded : undefined}
        {...cellMarks(0, active, tooltipId)}
      >
        {drawing.label(line)}
      </th>
      <td
        role="gridcell"
        className="qv-grid-size"
        data-state={state}
        {...cellMarks(1, active, tooltipId)}
      >
        {drawing.size(line)}
      </td>
      {drawBlocks(blocksOf({ from, to }, active - LEADING, count), (block) => {
        const isActive = active >= block.from + LEADING && active < block.to + LEADING
        return [
          <Block
            key={block.from}
            {...{ drawing, line, tooltipId, marks }}
            from={block.from}
            to={block.to}
            active={isActive ? active : -1}
          />,
        ]
      })}
    </tr>
  )
})

/** The numbers of a line in one block of columns. */
const Block = memo(function Block(props: Omit<LineRowProps, 'at' | 'selected'>) {
  const { drawing, line, from, to, active, tooltipId, marks } = props
  const className = line.kind === 'cohort' ? 'qv-grid-cell qv-heat' : 'qv-grid-total'
  const cells = []
  for (let column = from; column < to; column++) {
    const { text, state, level } = drawing.cell(line, column)
    const mark = marks?.get(column)
    const isActive = column + LEADING === active
    // Written out: this is done for every number in sight.
    cells.push(
      <td
        key={column}
        role="gridcell"
        className={className}
        data-state={state}
        data-level={level ?? undefined}
        data-annotation={mark?.tone}
        data-quarter={mark?.quarter}
        data-flag={mark?.flag}
        tabIndex={isActive ? 0 : -1}
        aria-colindex={column + LEADING + 1}
        aria-describedby={isActive ? tooltipId : undefined}
      >
        {text}
      </td>,
    )
  }
  return cells
})

const hasFlag = (marks: ReadonlyMap<number, DrawnMark>): boolean =>
  [...marks.values()].some(({ flag }) => flag)
