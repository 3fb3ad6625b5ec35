import { filterPart } from '../../core/attributes.ts'
import { readRange, resolveRange, type RangeChoice, type RelativeRange } from '../../core/ranges.ts'
import {
  countChanged,
  currencyOf,
  flag,
  oneOf,
  valuesByAttribute,
  type StoredView,
} from '../../core/viewParts.ts'
import { costOfMeasure, type LtvCosts } from './ltv.costs.model.ts'
import type { LtvMeasure } from './ltv.curves.model.ts'
import type { LtvInput } from './types.ts'

/** Everything a person chose in a lifetime-value panel, as plain data: it can be stored, sent and put into an address. */
export interface LtvView {
  readonly measure: LtvMeasure
  readonly mode: 'by_days' | 'by_renewals'
  readonly revenueType: 'gross' | 'net'
  /** ISO 4217 code, of the costs too. */
  readonly currency: string
  /** 1 is production, 0 the stores' test purchases. */
  readonly environment: 0 | 1
  /** When the customers installed: relative, so that a stored view moves on with the calendar, or two days. */
  readonly range: RangeChoice
  /** Chosen values by attribute code: any of an attribute's, all attributes together; one without is not filtered. */
  readonly filters: Readonly<Record<string, readonly string[]>>
  /** Attribute that the curve is split by; empty for none. */
  readonly split: string
  /** What one install and one payer cost. */
  readonly costs: Readonly<Partial<Record<CostKey, number>>>
  /** The same by segment, where it is another. */
  readonly segmentCosts: Readonly<Partial<Record<CostKey, Readonly<Record<string, number>>>>>
  /** True draws ages that fewer than half of the customers have reached. */
  readonly allAges: boolean
}

/** What a cost of a view is paid for. */
export type CostKey = 'perInstall' | 'perPayer'

/** What a panel begins with where the host says nothing. */
const FIRST: LtvView = {
  measure: 'arpu',
  mode: 'by_days',
  revenueType: 'net',
  currency: 'USD',
  environment: 1,
  range: { last: 6, unit: 'month' },
  filters: {},
  split: '',
  costs: {},
  segmentCosts: {},
  allAges: false,
}

/** Ranges of installs that are offered: short ones for campaigns, long ones for payback. */
export const LTV_RANGES: readonly RelativeRange[] = [
  { last: 30, unit: 'day' },
  { last: 90, unit: 'day' },
  { last: 12, unit: 'week' },
  { last: 3, unit: 'month' },
  { last: 6, unit: 'month' },
  { last: 12, unit: 'month' },
]

export const LTV_MEASURES = ['revenue', 'arpu', 'arppu'] as const satisfies readonly LtvMeasure[]

/** The view a panel begins with: net value per install of the last 6 complete months, unless the host says otherwise. */
export const initialLtvView = (given: Partial<LtvView> = {}): LtvView => readLtvView(given, FIRST)

/** A whole view out of anything stored: each part on its own, and the fallback's where one is missing, broken or of a newer version. */
export function readLtvView(stored: StoredView | Partial<LtvView>, fallback: LtvView): LtvView {
  const given = stored as StoredView
  const { split } = given
  return {
    measure: oneOf(LTV_MEASURES, given['measure'], fallback.measure),
    mode: oneOf(['by_days', 'by_renewals'], given['mode'], fallback.mode),
    revenueType: oneOf(['gross', 'net'], given['revenueType'], fallback.revenueType),
    currency: currencyOf(given['currency'], fallback.currency),
    environment: oneOf([0, 1], given['environment'], fallback.environment),
    range: readRange(given['range']) ?? fallback.range,
    filters:
      given['filters'] === undefined ? fallback.filters : valuesByAttribute(given['filters']),
    split: typeof split === 'string' ? split : fallback.split,
    costs: given['costs'] === undefined ? fallback.costs : readCosts(given['costs']),
    segmentCosts:
      given['segmentCosts'] === undefined
        ? fallback.segmentCosts
        : readSegmentCosts(given['segmentCosts']),
    allAges: flag(given['allAges'], fallback.allAges),
  }
}

/** Applies a choice, and what follows from it: costs mean nothing in another currency, nor segments' in another split. */
export function changeLtvView(view: LtvView, change: Partial<LtvView>): LtvView {
  const next = { ...view, ...change }
  const isOtherMoney = next.currency !== view.currency
  return {
    ...next,
    costs: isOtherMoney && !change.costs ? {} : next.costs,
    segmentCosts:
      (isOtherMoney || next.split !== view.split) && !change.segmentCosts ? {} : next.segmentCosts,
  }
}

/**
 * The question a view asks at `now` (Unix seconds). The range is always explicit, at 00:00 UTC, because the defaults of the
 * API's cohort, LTV and chart calls cover different people.
 */
export function ltvQuestion(view: LtvView, now: number): LtvInput {
  const { from, to } = resolveRange(view.range, now, 'day')
  return {
    mode: view.mode,
    revenue_type: view.revenueType,
    currency: view.currency,
    environment: view.environment,
    cohort_from: from,
    cohort_to: to,
    ...(view.split !== '' && { segment: view.split }),
    ...filterPart(view.filters),
  }
}

/** The cost that a view compares its measure with; null for revenue. */
export function costKey({ measure }: LtvView): CostKey | null {
  const per = costOfMeasure[measure]
  return per && (per === 'install' ? 'perInstall' : 'perPayer')
}

/** Costs a host knows: all of `LtvCosts` but what they are paid for. */
export type HostCosts = Omit<LtvCosts, 'per'>

/** The costs of a view: what a person wrote, and where they wrote nothing what the host knows. */
export function viewCosts(view: LtvView, host: HostCosts | undefined): LtvCosts | undefined {
  const per = costOfMeasure[view.measure]
  const key = costKey(view)
  if (!per || !key) return undefined
  const rate = view.costs[key]
  const segmentRates = view.segmentCosts[key] ?? {}
  if (rate === undefined && Object.keys(segmentRates).length === 0) return host && { per, ...host }
  const known = host?.currency === view.currency ? host : undefined
  return {
    ...known,
    per,
    currency: view.currency,
    rate: rate ?? known?.rate,
    segmentRates: { ...known?.segmentRates, ...segmentRates },
  }
}

/** Parts that stand behind the fold of the controls. */
const FOLDED = [
  'mode',
  'revenueType',
  'currency',
  'environment',
  'filters',
  'allAges',
] as const satisfies readonly (keyof LtvView)[]

/** How many of the folded parts are not as they were at first. */
export const changedFolded = (view: LtvView, first: LtvView): number =>
  countChanged(view, first, FOLDED)

/** A stored amount of 0 or more; null for anything else. */
function readAmount(stored: unknown): number | null {
  if ((typeof stored !== 'string' && typeof stored !== 'number') || stored === '') return null
  const amount = Number(stored)
  return Number.isFinite(amount) && amount >= 0 ? amount : null
}

const readAmounts = (stored: unknown): Record<string, number> =>
  Object.fromEntries(
    Object.entries(typeof stored === 'object' && stored ? stored : {}).flatMap(([key, value]) => {
      const amount = readAmount(value)
      return amount === null ? [] : [[key, amount]]
    }),
  )

function readCosts(stored: unknown): LtvView['costs'] {
  const { perInstall, perPayer } = readAmounts(stored)
  return {
    ...(perInstall !== undefined && { perInstall }),
    ...(perPayer !== undefined && { perPayer }),
  }
}

function readSegmentCosts(stored: unknown): LtvView['segmentCosts'] {
  const { perInstall, perPayer } = (
    typeof stored === 'object' && stored ? stored : {}
  ) as StoredView
  return {
    ...(perInstall !== undefined && { perInstall: readAmounts(perInstall) }),
    ...(perPayer !== undefined && { perPayer: readAmounts(perPayer) }),
  }
}
