/** English texts of what has been copied from the cohort table: loaded with what copies it. */
export const cohortCopy = {
  'cohorts.copy.done': { one: '{n} number copied.', other: '{n} numbers copied.' },
  'cohorts.copy.failed': 'The browser did not allow to copy. Download the CSV instead.',
  'cohorts.copy.unfinished': '{state}: {cells}',
  'cohorts.copy.more': '{cells} and {n} more',
} as const
