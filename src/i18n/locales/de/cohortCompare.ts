import type { cohortCompare as english } from '../../en/cohortCompare.ts'
import type { Translated } from '../../messages.ts'

/** German texts of chosen cohorts, and of the answer that two of them give. */
export const cohortCompare: Translated<typeof english> = {
  'cohorts.rows.one': '1 Kohorte ausgewählt; wählen Sie eine zweite, um beide zu vergleichen.',
  'cohorts.rows.chosen': { other: '{n} Kohorten ausgewählt.' },
  'compare.title': '{a} verglichen mit {b}',
  'compare.higher':
    '{column}: {points} Prozentpunkte höher ({low} bis {high}), {a} gegen {b}: {verdict}',
  'compare.lower':
    '{column}: {points} Prozentpunkte niedriger ({low} bis {high}), {a} gegen {b}: {verdict}',
  'compare.equal': '{column}: gleich ({low} bis {high}), {a} gegen {b}: {verdict}',
  'compare.under': 'weniger als {points}',
  'compare.told': 'unterscheidbar',
  'compare.notTold': 'nicht unterscheidbar',
  'compare.hint':
    'In Klammern, was der Zufall offen lässt (95 %), dann die gezählten Personen. Nur abgeschlossene Zellen werden verglichen.',
  'compare.unfinished': 'Noch ist keine Spalte in beiden Kohorten abgeschlossen.',
  'compare.none':
    'Zwei Kohorten werden an den Zahlenden verglichen: Wählen Sie sie als % der Kohortengröße.',
}
