import { addPeriods, startOf } from '../core/calendar.ts'
import { pathNames, type Operation, type OperationId } from '../core/operation.ts'
import { isPlain } from '../core/plain.ts'

/** Ids met so far, by the name of the input that takes them. */
export type Found = Map<string, string>

/** The input to ask a read with, or the name of an id that no list has given. */
export type Question =
  | { readonly input: Readonly<Record<string, unknown>> }
  | { readonly lacking: string }

/** Where an id to ask with is read: the list that has rows of its kind. */
const LISTED: Readonly<Record<string, OperationId>> = {
  automation_id: 'v4ListAutomations',
  config_id: 'v4ListRemoteConfigurations',
  customer_id: 'v4ListCustomers',
  entitlement_id: 'v4ListEntitlements',
  experiment_id: 'v4ListExperiments',
  export_id: 'v4ListExports',
  identity_id: 'v4ListCustomers',
  offering_id: 'v4ListOfferings',
  product_id: 'v4ListProducts',
  report_id: 'v4ListScheduledReports',
  screen_id: 'v4ListScreens',
  segment_id: 'v4ListSegments',
  user_id: 'v4ListCustomers',
}

/** Reads in the order to ask them: lists first, because the others need their ids. Writes are left out. */
export function readsInOrder(operations: readonly Operation[]): readonly Operation[] {
  const lists = new Set<OperationId>(Object.values(LISTED))
  const reads = operations.filter(({ kind }) => kind === 'read')
  return [...reads.filter(({ id }) => lists.has(id)), ...reads.filter(({ id }) => !lists.has(id))]
}

/** What to ask a read, over the last whole months before `now` (Unix seconds). */
export function questionOf(operation: Operation, found: Found, now: number): Question {
  const input: Record<string, unknown> = { ...ASKED[operation.id]?.(alignedRange(now)) }
  for (const name of pathNames(operation)) {
    const id = input[name] ?? found.get(name)
    if (id === undefined) return { lacking: name }
    input[name] = id
  }
  if (operation.id !== 'v4GetExperimentsSummary') return { input }
  const experiment = found.get('experiment_id')
  return experiment === undefined
    ? { lacking: 'experiment_id' }
    : { input: { filter: { experiment_uid: [experiment] } } }
}

/** Keeps the ids of a list's first rows for the reads that need one. */
export function collectId(operation: Operation, answer: unknown, found: Found): void {
  const names = Object.keys(LISTED).filter((key) => LISTED[key] === operation.id)
  const rows = isPlain(answer) && Array.isArray(answer['data']) ? answer['data'] : []
  for (const name of names) {
    const ids = rows.slice(0, name === 'identity_id' ? rows.length : 1).map(idIn(name))
    const id = ids.find((one) => one !== undefined)
    if (id !== undefined) found.set(name, id)
  }
}

/** Reads an id out of a row. Not every customer has an external one, nor is every such one an id that can be asked for: apps take addresses too. */
const idIn =
  (name: string) =>
  (row: unknown): string | undefined => {
    const isIdentity = name === 'identity_id'
    const id = isPlain(row) ? row[isIdentity ? 'external_identity' : 'id'] : undefined
    if (typeof id !== 'string') return undefined
    return isIdentity && !/^[\w.-]{1,255}$/.test(id) ? undefined : id
  }

const MONTHS = 6

/** The same whole months for every analytics call, so that their figures are of the same people. Unix seconds. */
function alignedRange(now: number): Range {
  const to = startOf('month', now)
  return { from: addPeriods('month', to, -MONTHS), to }
}

interface Range {
  readonly from: number
  readonly to: number
}

const cohorts = ({ from, to }: Range) => ({ cohort_from: from, cohort_to: to, mode: 'by_days' })

/** What reads are asked beside ids: the analytics ones a range, a store's by its name; every other read its first page. */
const ASKED: Readonly<
  Partial<Record<OperationId, (range: Range) => Readonly<Record<string, unknown>>>>
> = {
  v4GetCohortAnalyticsData: (range) => ({ ...cohorts(range), grouping: 'month' }),
  v4GetLtvAnalyticsData: cohorts,
  v4GetLtvTrialConversionAnalyticsData: cohorts,
  v4GetAnalyticsChartData: (range) => ({ chart_code: 'sales', ...range, unit: 'month' }),
  v4GetAnalyticsChartMetadata: () => ({ chart_code: 'sales' }),
  v4GetAnalyticsCardData: () => ({ card_code: 'realtime' }),
  // Without it the API writes new insights, which is more than reading.
  v4GetAnalyticsInsights: () => ({ cached_only: true }),
  v4GetStoreConfig: () => ({ platform: 'apple' }),
}
