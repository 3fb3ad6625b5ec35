import type { cohortMore as english } from '../../en/cohortMore.ts'
import type { Translated } from '../../messages.ts'

/** German texts of what is opened over the cohort table or listed below it. */
export const cohortMore: Translated<typeof english> = {
  'cohorts.over': '{column} über die Kohorten',
  'cohorts.over.close': 'Schließen',
  'cohorts.over.cell': '{cohort}: {value}. {state}.',

  'cohorts.menu': 'Aktionen: {cell}',
}
