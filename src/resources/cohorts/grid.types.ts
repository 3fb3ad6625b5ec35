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

/**
 * How a metric is read: as given, added up along the row, either of them per member, or as a share of the cohort's
 * members, of its first period or of the period before.
 */
export type CohortView =
  | 'absolute'
  | 'cumulative'
  | 'perMember'
  | 'cumulativePerMember'
  | 'percentOfSize'
  | 'percentOfFirst'
  | 'percentOfPrevious'

/** What is read of a grid. */
export interface Reading {
  readonly metric: CohortMetric
  readonly view: CohortView
}

/** Why a view needs a sentence: its first period is partial (so it may pass 100%), or renewal lengths are mixed (so it is no retention). */
export type ViewCaution = 'partialFirst' | 'mixedLengths'

/** Kind of a number, which decides its format; a `rate` is a count per member. */
export type ValueUnit = 'money' | 'count' | 'rate' | 'percent'

/** One number of the table with how far it can be trusted. */
export interface CohortValue {
  /** Null where there is none yet or none at all: never 0 in its place. Shares are fractions. */
  readonly value: number | null
  readonly state: CellState
  readonly unit: ValueUnit
  /** What a ratio divides by what, so that it can be told and pooled; absent where it is no ratio or its parts are unknown. */
  readonly of?: { readonly numerator: number; readonly denominator: number }
}

/** The pooled mean or the median of the rows. */
export type SummaryKind = 'mean' | 'median'

/** One column of a summary row: a number over the rows that are final there, and why the others are not in it. */
export interface SummaryCell extends CohortValue {
  /** Rows that are in it. */
  readonly rows: number
  /** Rows left out, each for its first reason: cut by the range, too small, not final yet, without a number. */
  readonly left: {
    readonly unfinished: number
    readonly small: number
    readonly cut: number
    readonly missing: number
    /** They hold a number whose parts the answer does not have, so that nothing is pooled from it. */
    readonly unpublished: number
  }
}

/** A summary row. */
export interface CohortSummary {
  readonly kind: SummaryKind
  /** What its numbers are: the mean of amounts is one per member. */
  readonly reading: Reading
  readonly unit: ValueUnit
  /** The number of a column, put together when it is first asked for. */
  readonly cell: (column: number) => SummaryCell
  /** All of them, one per column. */
  readonly cells: readonly SummaryCell[]
  /** Last column of running sums, which are of one set of rows, all final there; null for others, or where there is none. */
  readonly through: number | null
}

/** Order of the rows: by when they joined, by their size, or by a column's values. */
export interface CohortSort {
  readonly by: 'cohort' | 'size' | number
  readonly descending: boolean
}

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
  /** How many cohorts before it in the answer have the same start; most often none. */
  readonly same: number
  /** End of the window, exclusive, Unix seconds UTC. */
  readonly end: number
  /** Members. */
  readonly size: number
  readonly state: RowState
  /** As given, from the first period on; a row may be shorter than the table. Read through `cellOf` and `stateOf`. */
  readonly cells: readonly (CohortCell | null)[]
  readonly clock: RowClock
}

/** The columns at which the states of a row change, so that no cell needs a date of its own. */
export interface RowClock {
  /** Columns before this are settled, */
  readonly settled: number
  /** before this over, */
  readonly over: number
  /** before this begun. */
  readonly begun: number
  /** False where no date says when a period is over: what has begun is provisional. */
  readonly dated: boolean
  /** By renewals, columns from here on hold nothing: no member reached them. By days there is no such end. */
  readonly reached: number
  /** What a column after the end holds once it is final; null where that is not known. */
  readonly ended: CohortCell | null
}

/** The cohorts that one column of the totals is of. */
export interface TotalColumn {
  /** Members of the rows that have the column, also past their own end: what ratios made here divide by. */
  readonly size: number
  /** Members of the rows whose cell the answer itself holds: what its own ratios divide by. */
  readonly given: number
  /** How far the column can be trusted: as far as the least sure cell it sums, and `open` at best while a cohort has yet to come this far. */
  readonly state: CellState
  /** True where a cohort that still recruits has the column: a share of the members is then open. */
  readonly isRecruiting: boolean
}

/** The totals row as the API gives it. */
export interface CohortGridTotal {
  readonly size: number
  readonly cells: readonly (CohortCell | null)[]
  /** Of what a column is the total, worked out when it is first asked for. */
  readonly column: (column: number) => TotalColumn
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
  /** True where rows end early by renewals and the settled rest of them reads as zero: nobody got there (assumed). */
  readonly assumesEnds: boolean
}
