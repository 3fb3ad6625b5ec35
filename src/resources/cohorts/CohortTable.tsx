'use client'
import type { Problem } from '../../ui/ProblemNotice.tsx'
import type { CohortAnnotation } from './annotations.model.ts'
import { CohortAnswerView } from './CohortAnswerView.tsx'
import { CohortAnswer, CohortFrame } from './CohortFrame.tsx'
import type { GridDensity } from './CohortGridView.tsx'
import type { CohortPosition } from './cohortPosition.ts'
import type { ColourOptions } from './grid.colour.model.ts'
import type { SummaryRow } from './grid.lines.model.ts'
import type { CellBasis, CohortSort, CohortView, Reading, RenewalLength } from './grid.types.ts'
import type { CohortMetric, CohortsAnswer, CohortsInput } from './types.ts'
import type {
  CohortCellAction,
  CohortCellMenu,
  CohortColumnAction,
} from './useCohortInteraction.ts'
import { useInteractiveTable } from './useInteractiveTable.ts'

/** Props of `CohortTable`. */
export interface CohortTableProps {
  /** The answer of `useCohorts`, untouched; without one the table is loading or shows its problem. */
  data?: CohortsAnswer | undefined
  /** When the answer was fetched, in milliseconds since the epoch (`dataUpdatedAt`): which periods are over is judged at this instant. */
  asOf: number
  /** The input the answer was asked with: it is read back above the table and names the size column. */
  question?: CohortsInput | undefined
  /** The metric shown. @default 'revenue' */
  metric?: CohortMetric | undefined
  /** As given, or made into a total, a share or an amount per member; `viewsOf` tells which of them a metric has. @default 'absolute' */
  view?: CohortView | undefined
  /** Lengths of the renewals in view, where the host knows them: with exactly one, columns are weeks, months or years and cells become final. */
  renewalLengths?: readonly RenewalLength[] | undefined
  /** Days after a period's end in which late store notices still count; 1 by days and 60 by renewals unless given. */
  settlingDays?: number | undefined
  /** Length of the trial in days, for first conversions by renewals. */
  trialDays?: number | undefined
  /** Days after which an install no longer becomes a payer, for installs by renewals. */
  conversionWindowDays?: number | undefined
  /** What the host knows of the vendor's ratios; overrules what is worked out from the numbers. */
  cellBasis?: CellBasis | undefined
  /** Rows that stay at the foot: the API's total, the pooled mean, the median. @default ['total', 'mean'] */
  summary?: readonly SummaryRow[] | undefined
  /** Cohorts with fewer members are dimmed and left out of means. @default 0 */
  minSize?: number | undefined
  /** True leaves cohorts under the least size out of the table too. @default false */
  hideSmall?: boolean | undefined
  /** Order of the cohorts, and of the segments of a split answer; without it the viewer sorts. Null is the answer's own order. */
  sort?: CohortSort | null | undefined
  /** Called when the viewer sorts. */
  onSortChange?: ((sort: CohortSort | null) => void) | undefined
  /** How cells are coloured. @default one sequential blue scale over the table */
  colour?: Partial<ColourOptions> | undefined
  /** How close the rows stand. @default 'comfortable' */
  density?: GridDensity | undefined
  /** Above 2,000 cells only what is seen is drawn, and all of it for print; false draws everything. @default true */
  windowed?: boolean | undefined
  /** True while another answer is on its way: what is shown stays. */
  refreshing?: boolean | undefined
  /** True while `data` answers an earlier question and the answer to the new one is on its way: it is shown dimmed. */
  stale?: boolean | undefined
  /** What went wrong; with `data` it stands above the last good answer. */
  problem?: Problem | undefined
  /** Asks again: the refresh button, and the one beside a problem. */
  onRefresh?: (() => void) | undefined
  /** Splits the answer by product: a button beside the sentence that renewal lengths are mixed. */
  onSplit?: (() => void) | undefined
  /** Called for a click, Enter or Space on a number. */
  onCellAction?: ((action: CohortCellAction) => void) | undefined
  /** The menu of a number, opened by a click, Enter, Space, Shift+F10 or the right button: its entries, or what stands in its popover. */
  cellMenu?: CohortCellMenu | undefined
  /** Called when the heading of a period is chosen, which opens the period over all cohorts. */
  onColumnAction?: ((action: CohortColumnAction) => void) | undefined
  /** Ids of the selected cohorts (`rowId`); without them the table keeps its own. */
  selectedRows?: readonly string[] | undefined
  /** Called with the ids of the selected cohorts at each change, in the order of their selection. */
  onSelectedRowsChange?: ((rows: readonly string[]) => void) | undefined
  /** The number read now in a chart linked to the table: its cell is marked. */
  active?: CohortPosition | null | undefined
  /** Called when pointer or focus read another number; null when they leave the table. */
  onActiveChange?: ((position: CohortPosition | null) => void) | undefined
  /** Dates that explain numbers (a price rise, an outage): each is marked where it meets each cohort. */
  annotations?: readonly CohortAnnotation[] | undefined
  /** Whether the annotations are marked; without it the viewer chooses. */
  showAnnotations?: boolean | undefined
  /** The lengths of the renewals of each segment, by its value: a split by product has one each. @default `renewalLengths` */
  segmentLengths?: Readonly<Record<string, readonly RenewalLength[]>> | undefined
}

/** A cohort table over plain data: what was asked, how fresh it is, and every number with how far it can be trusted. */
export function CohortTable({
  data,
  question = NO_QUESTION,
  metric = 'revenue',
  view = 'absolute',
  refreshing = false,
  stale = false,
  problem,
  ...rest
}: CohortTableProps) {
  const shown = { question, metric, view, refreshing, stale }
  return (
    <CohortFrame
      className="qv-cohort-table"
      onRefresh={rest.onRefresh}
      {...{ problem, refreshing }}
    >
      {data ? <Loaded data={data} {...shown} {...rest} /> : null}
    </CohortFrame>
  )
}

/** What `CohortTable` fills in. */
type Shown = Reading & { question: CohortsInput; refreshing: boolean; stale: boolean }
type LoadedProps = Omit<CohortTableProps, keyof Shown | 'problem' | 'data'> &
  Shown & { data: CohortsAnswer }

function Loaded(props: LoadedProps) {
  const {
    data,
    asOf,
    question,
    metric,
    view,
    refreshing,
    stale,
    density,
    windowed,
    onRefresh,
    annotations = NO_ANNOTATIONS,
    showAnnotations,
    ...rest
  } = props
  const reading = { metric, view }
  const table = useInteractiveTable(data, { question, asOf, metric, view, annotations, ...rest })
  const { grid, lines } = table.model
  const segments = lines.flatMap((line) =>
    line.kind === 'segment' && line.segment !== null
      ? [{ value: line.segment, label: line.label, grid: line.grid }]
      : [],
  )
  const { summary, minSize, hideSmall } = rest
  const saved = { summary, minSize, hideSmall, answer: data }
  return (
    <CohortAnswer
      source={{ grid, segments, reading, question, asOf, ...saved }}
      {...{ refreshing, onRefresh }}
      onSplit={rest.onSplit}
    >
      <CohortAnswerView
        table={table}
        question={question}
        busy={refreshing}
        stale={stale}
        density={density}
        windowed={windowed}
        cellMenu={rest.cellMenu}
        hasCellAction={Boolean(rest.onCellAction ?? rest.cellMenu)}
        showAnnotations={showAnnotations}
      />
    </CohortAnswer>
  )
}

const NO_QUESTION: CohortsInput = {}
const NO_ANNOTATIONS: readonly CohortAnnotation[] = []
