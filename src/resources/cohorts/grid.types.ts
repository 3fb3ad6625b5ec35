import type { Grouping } from '../../core/calendar.ts'
import type { CohortCell, CohortDefinition, CohortMetric } from './types.ts'

/**
 * How far a cell can be trusted: `final`; `settling` (over, late store notices still count); `open` (still running);
 * `provisional` (may still grow, no date says when it ends); `future` (not begun); `missing` (over, and no value came).
 */
export type CellState = 'final' | 'settling' | 'open' | 'provisional' | 'future' | 'missing'

/** `complete`; `recruiting` (people still join: the size is open); `cut` (the range cuts the window: not all of its members). */
export type RowState = 'complete' | 'recruiting' | 'cut'

/** What a ratio of the answer is a ratio of: one period, running sums, or something only the vendor knows. */
export type CellBasis = 'period' | 'cumulative' | 'vendor'

/** One renewal length of a subscription. */
export type RenewalLength = Exclude<Grouping, 'day'>

/** What the grid must know beside the answer. */
export interface CohortGridOptions {
  /** The instant that states are judged at, in Unix seconds: when the answer was fetched. */
  readonly now: number
  /** @default 'new_customers' */
  readonly definition?: CohortDefinition | undefined
  /** The lengths of the renewals in view. By renewals only exactly one tells when a period is over. @default unknown */
  readonly renewalLengths?: readonly RenewalLength[] | undefined
  /** Days after a period's end in which it may still change. @default 1 by days, 60 by renewals (billing retry and grace) */
  readonly settlingDays?: number | undefined
  /** Length of the trial before a first payment, for `initial_conversions` by renewals. @default unknown */
  readonly trialDays?: number | undefined
  /** Days from joining after which no first payment counts, for `new_customers` by renewals. @default unknown */
  readonly conversionWindowDays?: number | undefined
  /** What the host knows of the vendor's ratios; overrules detection. */
  readonly cellBasis?: CellBasis | undefined
}

/** One period: the same offset for every row. */
export interface CohortColumn {
  /** Position, from 0. */
  readonly index: number
  /** The API's own heading: P1, P2 … or a date. */
  readonly label: string
  /** Length that the heading counts in; null where only the position is known. */
  readonly unit: Grouping | null
  /** Number in the heading: from 0 by days, from 1 by renewals. */
  readonly offset: number
}

/** One cohort. */
export interface CohortGridRow {
  readonly index: number
  /** The API's own label, for example 2026-01-19. */
  readonly label: string
  /** First second of the window, Unix seconds UTC. */
  readonly start: number
  /** End of the window, exclusive, Unix seconds UTC. */
  readonly end: number
  /** Members. */
  readonly size: number
  readonly state: RowState
  /** One per column; null where the answer has none. */
  readonly cells: readonly (CohortCell | null)[]
  /** One per column. */
  readonly states: readonly CellState[]
}

/** The totals row as the API gives it. */
export interface CohortGridTotal {
  readonly size: number
  readonly cells: readonly (CohortCell | null)[]
  /** Members of the rows that have the column: what the total's ratios divide by. */
  readonly sizes: readonly number[]
  /** How far each column can be trusted: as far as the least sure cell it sums. */
  readonly states: readonly CellState[]
  /** True where a cohort that still recruits has the column: a share of the members is then open. */
  readonly recruiting: readonly boolean[]
  /** `recruiting` while people still join one of the cohorts. */
  readonly state: RowState
}

/** A cohort answer made ready to read: the same for every metric and view. */
export interface CohortGrid {
  readonly mode: string
  readonly grouping: string
  readonly definition: CohortDefinition
  readonly currency: string
  /** Range as the server echoed it, Unix seconds, end exclusive. */
  readonly from: number
  readonly to: number
  readonly now: number
  readonly columns: readonly CohortColumn[]
  readonly rows: readonly CohortGridRow[]
  readonly total: CohortGridTotal | null
  /** Largest value of each metric, as the API gives it: anchor of the colours. */
  readonly maxima: Readonly<Record<CohortMetric, number>>
  readonly basis: Readonly<Record<CohortMetric, CellBasis>>
  /** True when revenue never falls along any row: it may be a running sum. */
  readonly mayBeCumulative: boolean
  /** True when the answer's columns were calendar periods and have been moved to offsets. */
  readonly wasCalendarAligned: boolean
  /** True by renewals without exactly one known length: later columns hold only what was already due. */
  readonly mixedLengths: boolean
}
