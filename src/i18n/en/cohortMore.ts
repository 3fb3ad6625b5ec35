/** English texts of what is opened over the cohort table or listed below it: loaded with the first of it. */
export const cohortMore = {
  'cohorts.over': '{column} over cohorts',
  'cohorts.over.close': 'Close',
  'cohorts.over.cell': '{cohort}: {value}. {state}.',

  'cohorts.menu': 'Actions: {cell}',

  'cohorts.events': 'Events',
  'cohorts.events.outside': '(outside of this table)',
  'cohorts.events.invalid': '“{date}” is no date: write it as 2026-03-31.',
  'cohorts.events.length':
    'Events cannot be marked here: which payment was due on a date is only known with one renewal length.',
  'cohorts.events.definition':
    'Events cannot be marked here: by renewals only new payers pay for the first time on a known date.',
  'cohorts.events.grouping':
    'Events cannot be marked here: renewals are shorter than the cohorts’ windows, so a date falls into several columns.',
} as const
