import { execute } from '../../src/core/execute.ts'
import type { Fetcher } from '../../src/core/fetcher.ts'
import { getCohorts } from '../../src/resources/cohorts/operations.ts'

/** The documented answer of an empty range, word for word. */
export const empty = {
  object: 'analytics_cohorts' as const,
  url: '/v4/analytics/cohorts',
  mode: 'by_renewals',
  grouping: 'week',
  cohort_from: 1768780800,
  cohort_to: 1776816000,
  currency: 'USD',
  period_labels: ['P1', 'P2', 'P3', 'P4', 'P5', 'P6', 'P7', 'P8', 'P9', 'P10', 'P11', 'P12'],
  cohorts: [],
  total: null,
  max_values: { arpas: 0, arppu: 0, arpu: 0, payers: 0, revenue: 0, subscriptions: 0 },
}

/** A response of JSON text, whole or not. */
export const json = (text: string, status = 200, headers: Record<string, string> = {}): Response =>
  new Response(text, { status, headers: { 'content-type': 'application/json', ...headers } })

/** A fetcher that answers every request with the same. */
export const answering =
  (make: () => Response): Fetcher =>
  () =>
    Promise.resolve(make())

/** What a run rejects with; throws when it does not. */
export const failure = (run: Promise<unknown>): Promise<unknown> =>
  run.then(
    () => {
      throw new Error('Expected a rejection.')
    },
    (error: unknown) => error,
  )

/** Asks for cohorts. */
export const ask = (fetcher: Fetcher) => execute(getCohorts, {}, { fetcher })
