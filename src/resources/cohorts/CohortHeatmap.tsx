'use client'
import { useMemo } from 'react'
import { HeatmapChart } from '../../ui/charts/HeatmapChart.tsx'
import type { CellFill, CellPosition } from '../../ui/charts/types.ts'
import type { Problem } from '../../ui/ProblemNotice.tsx'
import { CohortFrame } from './CohortFrame.tsx'
import { CohortPicture } from './CohortPicture.tsx'
import { CohortLegend } from './CohortLegend.tsx'
import { describeLine } from './cohortLineTexts.ts'
import type { CohortChartAction, CohortPosition } from './cohortPosition.ts'
import { cohortHeading, columnHeading, readBack } from './cohortTexts.ts'
import { arrangeRows } from './grid.arrange.model.ts'
import { arrangeSegments } from './grid.arrangeSegments.model.ts'
import { cohortLines, type CohortRowLine } from './grid.lines.model.ts'
import { finalValue, occurringStates, stateOf } from './grid.states.model.ts'
import type { CohortSort } from './grid.types.ts'
import type { CohortMetric, CohortsAnswer, CohortsInput } from './types.ts'
import { useCohortDrawing, type CohortDrawingProps } from './useCohortDrawing.ts'
import { useCohortHintTexts } from './useCohortHintTexts.ts'

/** Props of `CohortHeatmap`. */
export interface CohortHeatmapProps extends CohortDrawingProps {
  /** The metric shown. @default 'revenue' */
  metric?: CohortMetric | undefined
  /** The answer of `useCohorts`, untouched; without one the picture is loading or shows its problem. */
  data?: CohortsAnswer | undefined
  /** When the answer was fetched, in milliseconds since the epoch (`dataUpdatedAt`). */
  asOf: number
  /** Order of the cohorts. @default the answer's own */
  sort?: CohortSort | undefined
  /** True never writes numbers into cells; by default they are written where they fit. @default false */
  overview?: boolean | undefined
  /** The number read now, in this picture or in a table linked to it. */
  active?: CohortPosition | null | undefined
  /** Called when pointer or keyboard read another number; null when they stop. */
  onActiveChange?: ((position: CohortPosition | null) => void) | undefined
  /** Called for a click, Enter or Space on a cell. */
  onCellAction?: ((action: CohortChartAction) => void) | undefined
  /** Splits the answer by product: a button beside the sentence that renewal lengths are mixed. */
  onSplit?: (() => void) | undefined
  /** True while another answer is on its way: what is shown stays. */
  refreshing?: boolean | undefined
  /** True while `data` answers an earlier question. */
  stale?: boolean | undefined
  /** What went wrong; with `data` it stands above the last good answer. */
  problem?: Problem | undefined
  /** Asks again: the refresh button, and the one beside a problem. */
  onRefresh?: (() => void) | undefined
}

/** The dense picture of a cohort table: colours for complete cells, a pattern for those that still move, nothing for the future. */
export function CohortHeatmap({ data, ...props }: CohortHeatmapProps) {
  const { problem, refreshing = false, onRefresh } = props
  return (
    <CohortFrame className="qv-cohort-heatmap" {...{ problem, refreshing, onRefresh }}>
      {data ? <Loaded {...props} data={data} /> : null}
    </CohortFrame>
  )
}

function Loaded(props: CohortHeatmapProps & { data: CohortsAnswer }) {
  const { data, metric = 'revenue', view = 'absolute', question = NO_QUESTION, asOf } = props
  const { sort, overview, active, onActiveChange, onCellAction } = props
  const { minSize, refreshing = false, onRefresh, stale = false, onSplit } = props
  const texts = useCohortHintTexts()
  const {
    whole: grid,
    segments,
    drawing,
  } = useCohortDrawing(data, { ...props, metric, view, question })
  const picture = useMemo(() => {
    const reading = { metric, view }
    const groups = [
      { grid, value: null, label: texts.t('cohorts.all') },
      ...arrangeSegments(segments, reading, { sort }),
    ].map(({ grid: of, value, label }) => ({
      label,
      of,
      lines: cohortLines(of, arrangeRows(of, reading, { sort }), value) as CohortRowLine[],
    }))
    const lines = groups.flatMap((group) => group.lines)
    return {
      reading,
      lines,
      bands:
        segments.length > 0
          ? groups.map((group) => ({ label: group.label, rows: group.lines.length }))
          : undefined,
      names: new Map(groups.map((group) => [group.of, group.label])),
      hasUnfinished: groups.some((group) =>
        [...occurringStates(group.of)].some((state) => state !== 'final'),
      ),
      rowLabels: lines.map(drawing.label),
      columnLabels: grid.columns.map((column) => columnHeading(texts, column)),
      fill: (row: number, column: number): CellFill => {
        const line = lines[row]!
        const cohort = line.grid.rows[line.row]!
        // Most of a triangle is final as given or has not begun: both are told without an object a cell.
        const given = view === 'absolute' ? finalValue(cohort, column, metric) : null
        if (given !== null) return drawing.heat.level(line.grid, line.row, column, given) ?? 'plain'
        if (stateOf(cohort, column) === 'future') return 'empty'
        const { value, state } = drawing.value(line, column)
        if (value === null) return 'empty'
        // What is not final never reaches the scale: a low number there would only say that time has not passed.
        if (state !== 'final') return 'unfinished'
        return drawing.heat.level(line.grid, line.row, column, value) ?? 'plain'
      },
      text: (row: number, column: number) => drawing.cell(lines[row]!, column).text,
    }
  }, [grid, segments, drawing, texts, metric, view, sort])
  const { reading, lines } = picture
  const toCohort = ({ row, column }: CellPosition) => ({ rowId: lines[row]!.id, column })
  const toCell = ({ rowId, column }: CohortPosition) => {
    const row = lines.findIndex(({ id }) => id === rowId)
    return row < 0 ? null : { row, column }
  }
  return (
    <CohortPicture
      source={{ grid, segments, reading, question, asOf, minSize }}
      {...{ refreshing, onRefresh, stale, onSplit }}
    >
      <HeatmapChart
        rowLabels={picture.rowLabels}
        columnLabels={picture.columnLabels}
        bands={picture.bands}
        fill={picture.fill}
        text={picture.text}
        describe={({ row, column }) => {
          const line = lines[row]!
          const said = describeLine(texts, drawing, line, column)!
          return line.segment === null
            ? said
            : { ...said, sentence: `${picture.names.get(line.grid)} · ${said.sentence}` }
        }}
        ramp={drawing.heat.ramp}
        label={readBack(texts, grid, question, reading)}
        corner={cohortHeading(texts, grid.grouping)}
        overview={overview}
        active={active && toCell(active)}
        onActiveChange={onActiveChange && ((at) => onActiveChange(at && toCohort(at)))}
        onCellAction={
          onCellAction &&
          ((at, anchor) => {
            const value = drawing.value(lines[at.row]!, at.column)
            onCellAction({ ...toCohort(at), period: grid.columns[at.column]!, value, anchor })
          })
        }
      />
      <CohortLegend model={drawing} reading={reading}>
        {picture.hasUnfinished && (
          <span className="qv-legend-state">
            <span className="qv-legend-sample qv-legend-hatch" aria-hidden="true" />
            {texts.t('cohorts.legend.unfinished')}
          </span>
        )}
      </CohortLegend>
    </CohortPicture>
  )
}

const NO_QUESTION: CohortsInput = {}
