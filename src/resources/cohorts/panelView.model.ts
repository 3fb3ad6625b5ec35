import { addPeriods, DAY, isoDate, startOf, type Grouping } from '../../core/calendar.ts'
import type { CohortView } from './grid.views.model.ts'
import { viewsOf, type ViewSituation } from './grid.views.model.ts'
import type { CohortDefinition, CohortMetric, CohortsInput } from './types.ts'

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
  readonly environment: 0 | 1
  /** First day, `YYYY-MM-DD`, UTC. */
  readonly from: string
  /** Last day, `YYYY-MM-DD`, UTC, included. */
  readonly through: string
  /** Chosen value by attribute code; an attribute without one is not filtered. */
  readonly filters: Readonly<Record<string, string>>
}

/** How many complete periods a panel shows at first. */
const FIRST_PERIODS: Record<Grouping, number> = {
  day: 30,
  week: 12,
  month: 12,
  quarter: 8,
  year: 3,
}

/** The view a panel begins with: the last complete periods before `now` (Unix seconds), unless the host says otherwise. */
export function initialPanelView(
  now: number,
  given: Partial<CohortPanelView> = {},
): CohortPanelView {
  const grouping = given.grouping ?? 'month'
  const end = startOf(grouping, now)
  return {
    metric: 'revenue',
    view: 'absolute',
    mode: 'by_days',
    definition: 'new_customers',
    revenueType: 'gross',
    currency: 'USD',
    environment: 1,
    from: isoDate(addPeriods(grouping, end, -FIRST_PERIODS[grouping])),
    through: isoDate(end - DAY),
    filters: {},
    ...given,
    grouping,
  }
}

/** Applies a choice; a view that the new metric does not have falls back to amounts. */
export function changePanelView(
  view: CohortPanelView,
  change: Partial<CohortPanelView>,
): CohortPanelView {
  const next = { ...view, ...change }
  const hasView = viewsOf(next.metric, viewSituation(next)).some(({ view: of }) => of === next.view)
  return hasView ? next : { ...next, view: 'absolute' }
}

/** What decides which views a panel offers before its answer is there. */
export const viewSituation = ({ mode, grouping, definition }: CohortPanelView): ViewSituation => ({
  mode,
  grouping,
  definition,
  mixedLengths: mode === 'by_renewals',
})

/** True when the range does not end before it begins. */
export const isRangeValid = ({ from, through }: CohortPanelView): boolean => from <= through

/**
 * The question a view asks. The range is always explicit, at 00:00 UTC and aligned to the grouping, because the defaults
 * of the API's cohort, LTV and chart calls cover different people.
 */
export function panelQuestion(view: CohortPanelView): CohortsInput {
  const { grouping } = view
  const filter = Object.entries(view.filters).filter(([, value]) => value !== '')
  return {
    mode: view.mode,
    grouping,
    cohort_definition: view.definition,
    revenue_type: view.revenueType,
    currency: view.currency,
    environment: view.environment,
    // The first week of 1970 began in 1969, and no range may.
    cohort_from: Math.max(0, startOf(grouping, unix(view.from))),
    cohort_to: addPeriods(grouping, startOf(grouping, unix(view.through)), 1),
    ...(filter.length > 0 && {
      filter: Object.fromEntries(filter.map(([name, value]) => [name, [value]])),
    }),
  }
}

const unix = (day: string): number => Date.parse(`${day}T00:00:00Z`) / 1000
