import { filterPart } from '../../core/attributes.ts'
import { type Grouping } from '../../core/calendar.ts'
import {
  defaultRange,
  isRelative,
  readRange,
  resolveRange,
  type RangeChoice,
} from '../../core/ranges.ts'
import {
  countChanged,
  currencyOf,
  flag,
  oneOf,
  texts,
  valuesByAttribute,
  wholeNumber,
  type StoredView,
} from '../../core/viewParts.ts'
import { DEFAULT_COLOUR, type ColourOptions } from './grid.colour.model.ts'
import type { SummaryRow } from './grid.lines.model.ts'
import type { CohortSort, CohortView, RenewalLength } from './grid.types.ts'
import { cautionOf, isOffered, type ViewSituation } from './grid.views.model.ts'
import { GROUPINGS } from './grouping.ts'
import { COHORT_METRICS } from './metrics.ts'
import type { CohortDefinition, CohortMetric, CohortsInput, CohortsMeta } from './types.ts'

/** Everything a person chose in a cohort panel, as plain data: it can be stored, sent and put into an address. */
export interface CohortPanelView {
  readonly metric: CohortMetric
  readonly view: CohortView
  readonly mode: 'by_days' | 'by_renewals'
  readonly grouping: Grouping
  readonly definition: CohortDefinition
  readonly revenueType: 'gross' | 'net'
  /** ISO 4217 code. */
  readonly currency: string
  /** 1 is production, 0 the stores' test purchases. */
  readonly environment: 0 | 1
  /** Relative, so that a stored view moves on with the calendar, or two days. */
  readonly range: RangeChoice
  /** Chosen values by attribute code: any of an attribute's, all attributes together; one without is not filtered. */
  readonly filters: Readonly<Record<string, readonly string[]>>
  /** Attribute that the table is split by; empty for none. */
  readonly split: string
  /** How the answer is drawn. */
  readonly display: 'table' | 'curves' | 'heatmap'
  readonly colour: ColourOptions
  /** Null for the answer's own order. */
  readonly sort: CohortSort | null
  /** Members a cohort must have; smaller ones are set apart and left out of means. */
  readonly minSize: number
  /** Rows below the cohorts. */
  readonly summaries: readonly SummaryRow[]
  /** Ids of selected rows: what is compared and drawn as curves. */
  readonly selected: readonly string[]
  readonly density: 'comfortable' | 'compact'
  /** True shows how far chance alone can move a share. */
  readonly intervals: boolean
  /** True shows the dates that the host marks. */
  readonly annotations: boolean
}

/** What a panel begins with where the host says nothing. */
const FIRST: CohortPanelView = {
  metric: 'revenue',
  view: 'absolute',
  mode: 'by_days',
  grouping: 'month',
  definition: 'new_customers',
  revenueType: 'gross',
  currency: 'USD',
  environment: 1,
  range: defaultRange('month'),
  filters: {},
  split: '',
  display: 'table',
  colour: DEFAULT_COLOUR,
  sort: null,
  minSize: 0,
  summaries: ['total', 'mean'],
  selected: [],
  density: 'comfortable',
  intervals: false,
  annotations: true,
}

const MODES = ['by_days', 'by_renewals'] as const
const DEFINITIONS = ['new_customers', 'initial_conversions', 'new_paying'] as const
const SUMMARIES = ['total', 'mean', 'median'] as const
/** What a panel can show, in the order of its choices. */
export const DISPLAYS = ['table', 'curves', 'heatmap'] as const

/** No project has more members in a cohort that it would hide. */
const LARGEST_MINIMUM = 1_000_000
/** No table has more columns. */
const LAST_COLUMN = 10_000

/** The view a panel begins with: revenue of the last 12 complete months, unless the host says otherwise. */
export const initialPanelView = (given: Partial<CohortPanelView> = {}): CohortPanelView =>
  readPanelView(given, FIRST)

/**
 * A whole view out of anything stored: each part on its own, and the fallback's where one is missing, broken or of a newer
 * version. A range that is not stored follows the grouping.
 */
export function readPanelView(
  stored: StoredView | Partial<CohortPanelView>,
  fallback: CohortPanelView,
): CohortPanelView {
  const given = stored as StoredView
  const grouping = oneOf(GROUPINGS, given['grouping'], fallback.grouping)
  const follows = grouping === fallback.grouping || !isRelative(fallback.range)
  return settled({
    metric: oneOf(COHORT_METRICS, given['metric'], fallback.metric),
    // Whether the metric has it is settled below.
    view: oneOf(VIEWS, given['view'], fallback.view),
    mode: oneOf(MODES, given['mode'], fallback.mode),
    grouping,
    definition: oneOf(DEFINITIONS, given['definition'], fallback.definition),
    revenueType: oneOf(['gross', 'net'], given['revenueType'], fallback.revenueType),
    currency: currencyOf(given['currency'], fallback.currency),
    environment: oneOf([0, 1], given['environment'], fallback.environment),
    range: readRange(given['range']) ?? (follows ? fallback.range : defaultRange(grouping)),
    filters:
      given['filters'] === undefined ? fallback.filters : valuesByAttribute(given['filters']),
    split: typeof given['split'] === 'string' ? given['split'] : fallback.split,
    display: oneOf(DISPLAYS, given['display'], fallback.display),
    colour: readColour(given['colour'], fallback.colour),
    sort: readSort(given['sort'], fallback.sort),
    minSize: wholeNumber(given['minSize'], 0, LARGEST_MINIMUM, fallback.minSize),
    summaries: readSummaries(given['summaries'], fallback.summaries),
    selected: texts(given['selected']) ?? fallback.selected,
    density: oneOf(['comfortable', 'compact'], given['density'], fallback.density),
    intervals: flag(given['intervals'], fallback.intervals),
    annotations: flag(given['annotations'], fallback.annotations),
  })
}

/**
 * Applies a choice, and what follows from it: another length of cohorts has other ranges and other rows, and a view that
 * means less in other columns falls back to amounts, so that it is chosen again behind its sentence.
 */
export function changePanelView(
  view: CohortPanelView,
  change: Partial<CohortPanelView>,
  known: KnownLengths = {},
): CohortPanelView {
  const next = { ...view, ...change }
  const regrouped = next.grouping !== view.grouping
  const range =
    regrouped && !change.range && isRelative(view.range)
      ? { ...defaultRange(next.grouping), ...(view.range.current && { current: true }) }
      : next.range
  // Rows and columns are then others: what was picked among them means nothing any more.
  const isOther = regrouped || next.split !== view.split || next.mode !== view.mode
  return settled({
    ...next,
    range,
    ...(next.mode !== view.mode &&
      !change.view &&
      isCautioned(next, known) && { view: 'absolute' }),
    ...(isOther && !change.selected && { selected: [] }),
    ...(isOther && !change.sort && typeof view.sort?.by === 'number' && { sort: null }),
  })
}

/** True where the view needs a sentence beside it. Renewals of one known length do not. */
function isCautioned(view: CohortPanelView, { renewalLengths }: KnownLengths): boolean {
  const mixedLengths = new Set(renewalLengths).size !== 1
  return cautionOf(view.view, { ...view, mixedLengths }) !== null
}

/** A view that the metric does not have falls back to amounts. */
const settled = (view: CohortPanelView): CohortPanelView =>
  isOffered(view, view) ? view : { ...view, view: 'absolute' }

/** What decides which views a panel offers before its answer is there. */
export const viewSituation = ({ mode, grouping, definition }: CohortPanelView): ViewSituation => ({
  mode,
  grouping,
  definition,
  mixedLengths: mode === 'by_renewals',
})

/**
 * The question a view asks at `now` (Unix seconds). The range is always explicit, at 00:00 UTC and aligned to the grouping,
 * because the defaults of the API's cohort, LTV and chart calls cover different people.
 */
export function panelQuestion(view: CohortPanelView, now: number): CohortsInput {
  const { from, to } = resolveRange(view.range, now, view.grouping)
  return {
    mode: view.mode,
    grouping: view.grouping,
    cohort_definition: view.definition,
    revenue_type: view.revenueType,
    currency: view.currency,
    environment: view.environment,
    cohort_from: from,
    cohort_to: to,
    ...(view.split !== '' && { group_by: view.split }),
    ...filterPart(view.filters),
  }
}

/** Lengths of renewals, as far as they are known. */
export interface KnownLengths {
  readonly renewalLengths?: readonly RenewalLength[] | undefined
  readonly segmentLengths?: Readonly<Record<string, readonly RenewalLength[]>> | undefined
}

/** Attribute by which products are told apart. */
export const PRODUCT = 'product'

/** True where a split by product can be offered: the project has that attribute, and the view is not split by it yet. */
export const canSplit = (
  { split }: Pick<CohortPanelView, 'split'>,
  meta: CohortsMeta | undefined,
): boolean =>
  split !== PRODUCT &&
  (meta?.filter_conditions ?? []).some(
    ({ attribute, type }) => attribute === PRODUCT && type === 'list',
  )

/** The lengths in view where the host knows those of its products: a filter leaves those of the chosen ones, a split has one for each. */
export function lengthsInView(
  { filters, split }: Pick<CohortPanelView, 'filters' | 'split'>,
  byProduct: Readonly<Record<string, RenewalLength>>,
): KnownLengths {
  const chosen = filters[PRODUCT] ?? Object.keys(byProduct)
  const lengths = chosen.map((product) => byProduct[product])
  const isKnown = lengths.length > 0 && lengths.every((length) => length !== undefined)
  return {
    renewalLengths: isKnown ? [...new Set(lengths)] : undefined,
    segmentLengths:
      split === PRODUCT
        ? Object.fromEntries(Object.entries(byProduct).map(([code, length]) => [code, [length]]))
        : undefined,
  }
}

/** Parts that stand behind the fold of the controls. */
const FOLDED = [
  'mode',
  'definition',
  'revenueType',
  'currency',
  'environment',
  'filters',
  'colour',
  'minSize',
  'summaries',
  'density',
  'intervals',
  'annotations',
] as const satisfies readonly (keyof CohortPanelView)[]

/** How many of the folded parts are not as they were at first. */
export const changedFolded = (view: CohortPanelView, first: CohortPanelView): number =>
  countChanged(view, first, FOLDED)

const VIEWS = [
  'absolute',
  'cumulative',
  'perMember',
  'cumulativePerMember',
  'percentOfSize',
  'percentOfFirst',
  'percentOfPrevious',
] as const satisfies readonly CohortView[]

function readColour(stored: unknown, fallback: ColourOptions): ColourOptions {
  if (typeof stored !== 'object' || stored === null) return fallback
  const { scope, scale, omitFirst, ramp } = stored as Record<string, unknown>
  return {
    scope: oneOf(['table', 'column', 'row'], scope, fallback.scope),
    scale: oneOf(['sequential', 'diverging'], scale, fallback.scale),
    omitFirst: flag(omitFirst, fallback.omitFirst),
    ramp: oneOf(['blue', 'viridis', 'orangeBlue'], ramp, fallback.ramp),
  }
}

function readSort(stored: unknown, fallback: CohortSort | null): CohortSort | null {
  if (stored === null || stored === '') return null
  if (typeof stored !== 'object') return fallback
  const { by, descending } = stored as Record<string, unknown>
  const key = by === 'cohort' || by === 'size' ? by : wholeNumber(by, 0, LAST_COLUMN, null)
  return key === null ? fallback : { by: key, descending: flag(descending, false) }
}

function readSummaries(stored: unknown, fallback: readonly SummaryRow[]): readonly SummaryRow[] {
  const given = texts(stored)
  return given ? SUMMARIES.filter((row) => given.includes(row)) : fallback
}
