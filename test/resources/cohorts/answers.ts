import { parse } from 'yaml'
import contract from '../../../contract/openapi.yaml?raw'
import type { CohortCell, CohortRow, CohortsAnswer } from '../../../src/resources/cohorts/types.ts'

/** Unix seconds of a UTC day or instant. */
export const at = (iso: string): number => Date.parse(iso) / 1000

/** A cell whose ratios are what the definitions say. */
export const cell = (
  size: number,
  revenue: number,
  payers: number,
  subscriptions: number,
): CohortCell => ({
  revenue,
  payers,
  subscriptions,
  arpu: size ? revenue / size : null,
  arppu: payers ? revenue / payers : null,
  arpas: subscriptions ? revenue / subscriptions : null,
})

/** A row of cells given as [revenue, payers, payments]; null for a period that has not begun. */
export function row(
  label: string,
  users: number,
  periods: readonly (readonly [number, number, number] | null)[],
  end?: string,
): CohortRow {
  return {
    cohort_start: at(`${label}T00:00:00Z`),
    ...(end && { cohort_end: at(`${end}T00:00:00Z`) }),
    label,
    users,
    periods: periods.map((values) => values && cell(users, ...values)),
  }
}

/** An answer around rows; maxima are the rows' own. */
export function answer(rows: CohortRow[], more: Partial<CohortsAnswer> = {}): CohortsAnswer {
  const width = Math.max(0, ...rows.map((item) => item.periods.length))
  const largest = (metric: 'revenue' | 'payers' | 'subscriptions' | 'arpu' | 'arppu' | 'arpas') =>
    Math.max(0, ...rows.flatMap((item) => item.periods.map((period) => period?.[metric] ?? 0)))
  return {
    object: 'analytics_cohorts',
    url: '/v4/analytics/cohorts',
    mode: 'by_days',
    grouping: 'month',
    cohort_from: rows[0]?.cohort_start ?? 0,
    cohort_to: at('1997-04-01'),
    currency: 'USD',
    period_labels: Array.from({ length: width }, (_, index) => `P${index + 1}`),
    cohorts: rows,
    total: null,
    max_values: {
      revenue: largest('revenue'),
      payers: largest('payers'),
      subscriptions: largest('subscriptions'),
      arpu: largest('arpu'),
      arppu: largest('arppu'),
      arpas: largest('arpas'),
    },
    ...more,
  }
}

/**
 * The published start of the real shop's table (1997, by months): members 781, 857, 719; January's revenue 28592.70,
 * 7003.73, 4241.64 with 781, 124, 95 payers and 885, 180, 131 payments. February and March are rounded inventions.
 */
export const shop = (): CohortsAnswer =>
  answer([
    row('1997-01-01', 781, [
      [28592.7, 781, 885],
      [7003.73, 124, 180],
      [4241.64, 95, 131],
    ]),
    row('1997-02-01', 857, [
      [31000, 857, 950],
      [8000, 130, 190],
    ]),
    row('1997-03-01', 719, [[27000, 719, 800]]),
  ])

interface Contract {
  paths: Record<
    string,
    { get: { responses: Record<string, { content: Record<string, { example: unknown }> }> } }
  >
}

/** The documented empty answer, verbatim from the contract. */
export const documentedEmpty = (): CohortsAnswer =>
  (parse(contract) as Contract).paths['/analytics/cohorts']!.get.responses['200']!.content[
    'application/json'
  ]!.example as CohortsAnswer
