/** English texts of what is opened over the cohort table: loaded with the first of it. */
export const cohortMore = {
  'cohorts.over': '{column} over cohorts',
  'cohorts.over.close': 'Close',
  'cohorts.over.cell': '{cohort}: {value}. {state}.',

  'cohorts.menu': 'Actions: {cell}',
} as const
