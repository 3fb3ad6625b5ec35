/** English texts of what can be done with the cohort table: copy it, choose rows, fold segments, follow a column, mark dates. */
export const cohortActions = {
  'cohorts.copy.table': 'Copy table',
  'cohorts.copy.range': 'Copy selection',

  'cohorts.rows.clear': 'Clear selection',

  'cohorts.segments.fold': 'Fold all',
  'cohorts.segments.unfold': 'Unfold all',

  'cohorts.events.show': 'Show events',
  'cohorts.events.one': '{date}: {label}',
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
