import type { cohortActions as english } from '../../en/cohortActions.ts'
import type { Translated } from '../../messages.ts'

/** German texts of what can be done with the cohort table. */
export const cohortActions: Translated<typeof english> = {
  'cohorts.copy.table': 'Tabelle kopieren',
  'cohorts.copy.range': 'Auswahl kopieren',

  'cohorts.rows.clear': 'Auswahl aufheben',

  'cohorts.segments.fold': 'Alle einklappen',
  'cohorts.segments.unfold': 'Alle ausklappen',

  'cohorts.events.show': 'Ereignisse zeigen',
  'cohorts.events.one': '{date}: {label}',
  'cohorts.events': 'Ereignisse',
  'cohorts.events.outside': '(außerhalb dieser Tabelle)',
  'cohorts.events.invalid': '„{date}“ ist kein Datum: Schreiben Sie es wie 2026-03-31.',
  'cohorts.events.length':
    'Ereignisse lassen sich hier nicht einzeichnen: Welche Zahlung an einem Tag fällig war, steht nur bei genau einer Verlängerungslänge fest.',
  'cohorts.events.definition':
    'Ereignisse lassen sich hier nicht einzeichnen: Nach Verlängerungen zahlen nur neue Zahlende an einem bekannten Tag zum ersten Mal.',
  'cohorts.events.grouping':
    'Ereignisse lassen sich hier nicht einzeichnen: Die Verlängerungen sind kürzer als die Zeiträume der Kohorten, darum fällt ein Tag in mehrere Spalten.',
}
