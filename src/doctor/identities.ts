import type { CohortCell, CohortsAnswer } from '../resources/cohorts/types.ts'
import type { LtvAnswer, LtvTrialConversionAnswer } from '../resources/ltv/types.ts'

/** A sentence that holds of answers if their figures mean what this package takes them to mean. */
export interface Identity {
  readonly sentence: string
  /** Null where the answers hold nothing to try it on. */
  readonly holds: boolean | null
  /** How many figures were compared, and where it fails first: a position, never a value. */
  readonly detail: string
}

/** Tries what the cohort table must satisfy by itself. */
export function cohortIdentities(answer: CohortsAnswer): Identity[] {
  const rows = answer.cohorts
  const cells = rows.flatMap((row) => row.periods.map((cell, k) => ({ row, cell, k })))
  return [
    every(
      'No row is wider than the columns named',
      rows.map((row) => [row.label, row.periods.length <= answer.period_labels.length]),
    ),
    every(
      'In no cell paid more people than there were payments',
      cells.flatMap(({ row, cell, k }) =>
        !isNumber(cell?.payers) || !isNumber(cell.subscriptions)
          ? []
          : [[at(row.label, k), cell.payers <= cell.subscriptions]],
      ),
    ),
    every(
      'In no cell paid more people than the cohort has',
      cells.flatMap(({ row, cell, k }) =>
        isNumber(cell?.payers) ? [[at(row.label, k), cell.payers <= row.users]] : [],
      ),
    ),
    every('The total of a column is the sum of its rows (revenue)', totals(answer)),
    every(
      'max_values.revenue is the largest revenue of the cells',
      rows.length === 0
        ? []
        : [['max_values', isClose(largest(answer), answer.max_values.revenue)]],
    ),
  ]
}

/** Tries what the lifetime-value curve must satisfy by itself. A point may be of fewer users than the range: those old enough. */
export function ltvIdentities({ series, cohort_users, revenue_type }: LtvAnswer): Identity[] {
  const points = series.flatMap(({ period, revenue, arpu, arppu, users }) =>
    revenue === null
      ? []
      : [{ age: `age ${period}`, revenue, arpu, arppu, users: users ?? cohort_users }],
  )
  const ratios = points.filter(({ arpu, users }) => arpu !== null && users > 0)
  const pairs = points.slice(1).map((point, k) => ({ before: points[k]!, point }))
  const ofSame = pairs.filter(({ before, point }) => before.users === point.users)
  return [
    every(
      'LTV: ARPU is revenue by the users who reached the age',
      ratios.map(({ age, revenue, arpu, users }) => [age, isClose(revenue / users, arpu!)]),
    ),
    every(
      'LTV: a payer is worth no less than a user (ARPPU and ARPU)',
      ratios.flatMap(({ age, arpu, arppu }) =>
        arppu === null ? [] : [[age, arppu >= arpu! - TOLERANCE]],
      ),
    ),
    every(
      'LTV: gross revenue of the same users never falls with age',
      revenue_type === 'gross'
        ? ofSame.map(({ before, point }) => [
            point.age,
            point.revenue >= before.revenue - TOLERANCE,
          ])
        : [],
    ),
  ]
}

/** Tries what the cohort table and the lifetime-value curve of the same people must agree on. */
export function sharedIdentities(cohorts: CohortsAnswer, ltv: LtvAnswer): Identity[] {
  const users = cohorts.cohorts.reduce((sum, row) => sum + row.users, 0)
  const revenue = cohorts.cohorts
    .flatMap((row) => row.periods)
    .reduce((sum, cell) => sum + (cell?.revenue ?? 0), 0)
  const last = ltv.series.findLast((point) => point.revenue !== null)
  // Only where everybody of the range has reached the last age, it is the same people's whole revenue.
  const isSame = cohorts.currency === ltv.currency && users > 0 && (last?.users ?? users) === users
  // Earlier ages of all of them hold less of it, and more only where the two do not count the same.
  const all = ltv.series.findLast((point) => point.revenue !== null && point.users === users)
  const isBound = cohorts.currency === ltv.currency && ltv.revenue_type === 'gross'
  return [
    every(
      'Cohort table and LTV count the same users over the same range',
      users > 0 ? [['users', users === ltv.cohort_users]] : [],
    ),
    every(
      'LTV at its last age is the sum of the cohort table (revenue)',
      isSame && isNumber(last?.revenue) ? [['last age', isClose(revenue, last.revenue)]] : [],
    ),
    every(
      'LTV at the last age that all have reached is no more than the cohort table (gross revenue)',
      isBound && users > 0 && isNumber(all?.revenue)
        ? [[`age ${all.period}`, all.revenue <= revenue || isClose(all.revenue, revenue)]]
        : [],
    ),
  ]
}

/** Tries that the conversion rate of trials is a fraction of those started. */
export function trialIdentities(answer: LtvTrialConversionAnswer): Identity[] {
  const { trials_started: started, trials_converted: converted, conversion_rate: rate } = answer
  return [
    every(
      'Trial conversion is converted by started, as a fraction from 0 to 1',
      rate === null || started === 0 ? [] : [['rate', Math.abs(converted / started - rate) < 1e-3]],
    ),
  ]
}

const at = (label: string, k: number) => `${label}, column ${k + 1}`

const isNumber = (value: number | null | undefined): value is number => typeof value === 'number'

function totals({ total, cohorts }: CohortsAnswer): (readonly [string, boolean])[] {
  return (total?.periods ?? []).flatMap((cell: CohortCell | null, k) => {
    if (!isNumber(cell?.revenue)) return []
    const sum = cohorts.reduce((all, row) => all + (row.periods[k]?.revenue ?? 0), 0)
    return [[`total, column ${k + 1}`, isClose(sum, cell.revenue)] as const]
  })
}

const largest = ({ cohorts }: CohortsAnswer): number =>
  Math.max(0, ...cohorts.flatMap((row) => row.periods.map((cell) => cell?.revenue ?? 0)))

function every(sentence: string, cases: readonly (readonly [string, boolean])[]): Identity {
  if (cases.length === 0) return { sentence, holds: null, detail: 'nothing to try it on' }
  const failed = cases.filter(([, holds]) => !holds)
  const [first] = failed
  const detail = first
    ? `fails at ${failed.length} of ${cases.length}, first at ${first[0]}`
    : `${cases.length} compared`
  return { sentence, holds: !first, detail }
}

/** Half a cent: amounts come rounded. */
const TOLERANCE = 0.0051

/** Equal up to rounding of each summand. */
const isClose = (a: number, b: number): boolean =>
  Math.abs(a - b) <= TOLERANCE + 1e-4 * Math.max(Math.abs(a), Math.abs(b))
