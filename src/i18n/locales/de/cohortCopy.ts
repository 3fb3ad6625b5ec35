import type { cohortCopy as english } from '../../en/cohortCopy.ts'
import type { Translated } from '../../messages.ts'

/** German texts of what has been copied from the cohort table. */
export const cohortCopy: Translated<typeof english> = {
  'cohorts.copy.done': { one: '{n} Zahl kopiert.', other: '{n} Zahlen kopiert.' },
  'cohorts.copy.failed':
    'Der Browser hat das Kopieren nicht erlaubt. Laden Sie stattdessen die CSV-Datei herunter.',
  'cohorts.copy.unfinished': '{state}: {cells}',
  'cohorts.copy.more': '{cells} und {n} weitere',
}
