import type {
  CohortCell as Cell,
  CohortMetric,
  CohortsAnswer,
} from '../../src/resources/cohorts/types.ts'

type CohortCell = NonNullable<Cell>

const DAY = 86_400
/** 21 November 2025: with 365 days, the last cohort is of the day before the stories' present. */
const START = Date.UTC(2025, 10, 21) / 1000

/** An answer of `size` daily cohorts over as many days; what has not begun is null. The same for the same size. */
export function largeAnswer(size: number): CohortsAnswer {
  const cohorts = Array.from({ length: size }, (_, row) => {
    const users = 200 + ((row * 7_919) % 1_801)
    const at = START + row * DAY
    return {
      cohort_start: at,
      cohort_end: at + DAY,
      label: new Date(at * 1000).toISOString().slice(0, 10),
      users,
      periods: Array.from({ length: size }, (__, column) =>
        row + column < size ? cell(users, row, column) : null,
      ),
    }
  })
  const sum = (column: number) => {
    const having = cohorts.slice(0, size - column)
    const add = (part: (cell: CohortCell) => number) =>
      having.reduce((total, cohort) => total + part(cohort.periods[column]!), 0)
    const users = having.reduce((total, cohort) => total + cohort.users, 0)
    return ratios(
      users,
      add((each) => each.payers ?? 0),
      add((each) => each.revenue ?? 0),
    )
  }
  const cells = cohorts.flatMap(({ periods }) => periods)
  const most = (metric: CohortMetric) =>
    cells.reduce((highest, each) => Math.max(highest, each?.[metric] ?? 0), 0)
  return {
    object: 'analytics_cohorts',
    url: '/v4/analytics/cohorts',
    mode: 'by_days',
    grouping: 'day',
    cohort_from: START,
    cohort_to: START + size * DAY,
    currency: 'USD',
    period_labels: cohorts.map(({ label }) => label),
    cohorts,
    total: {
      users: cohorts.reduce((total, { users }) => total + users, 0),
      periods: cohorts.map((_, column) => sum(column)),
    },
    max_values: {
      revenue: most('revenue'),
      subscriptions: most('subscriptions'),
      payers: most('payers'),
      arpu: most('arpu'),
      arppu: most('arppu'),
      arpas: most('arpas'),
    },
  }
}

/** Fewer pay each day, and no two cells are alike. */
function cell(users: number, row: number, column: number): CohortCell {
  const payers = Math.max(
    1,
    Math.round((users * 0.7) / (column + 1) ** 0.45) - ((row * 31 + column * 17) % 9),
  )
  return ratios(users, payers, payers * (4 + ((row * 13 + column * 29) % 100) / 100))
}

const ratios = (users: number, payers: number, revenue: number): CohortCell => ({
  revenue,
  subscriptions: payers,
  payers,
  arpu: revenue / users,
  arppu: revenue / payers,
  arpas: revenue / payers,
})
