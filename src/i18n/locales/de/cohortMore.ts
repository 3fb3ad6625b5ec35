import type { cohortMore as english } from '../../en/cohortMore.ts'
import type { Translated } from '../../messages.ts'

/** German texts of what is opened over the cohort table or listed below it. */
export const cohortMore: Translated<typeof english> = {
  'cohorts.over': '{column} über die Kohorten',
  'cohorts.over.close': 'Schließen',
  'cohorts.over.cell': '{cohort}: {value}. {state}.',

  'cohorts.menu': 'Aktionen: {cell}',

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
