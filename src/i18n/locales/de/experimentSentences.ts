import type { experimentSentences as english } from '../../en/experimentSentences.ts'
import type { Translated } from '../../messages.ts'

/** German texts of what an experiment's results say in sentences. */
export const experimentSentences: Translated<typeof english> = {
  'experiments.split.fair': 'Die Nutzer kamen wie geplant an ({counts}).',
  'experiments.split.broken': 'Die Nutzer kamen nicht wie geplant an ({counts}).',
  'experiments.split.arm': '{arm}: {n} von {expected} erwarteten',
  'experiments.split.noShare': '{arm}: {n}, ohne geplanten Anteil',
  'experiments.byHand': {
    one: '{n} Nutzer wurde von Hand zugeordnet und zählt nicht mit.',
    other: '{n} Nutzer wurden von Hand zugeordnet und zählen nicht mit.',
  },
  'experiments.progress': '{n} von {planned} geplanten Nutzern hatten ihr ganzes Fenster.',
  'experiments.progress.exposed': '{n} von {planned} geplanten Nutzern sind dabei.',
  'experiments.progress.mixed':
    '{n} von {planned} geplanten Nutzern sind dabei; wie viele ihr ganzes Fenster hatten, sagen Summen nicht.',
  'experiments.progress.left': {
    one: 'Noch etwa {n} Tag.',
    other: 'Noch etwa {n} Tage.',
  },
  'experiments.progress.outOfReach':
    'Beim bisherigen Tempo außer Reichweite: Es würde mehr als ein Jahr dauern.',
  'experiments.maturing': {
    one: 'Die Ergebnisse reifen noch {n} Tag.',
    other: 'Die Ergebnisse reifen noch {n} Tage.',
  },
  'experiments.row': '{metric}, {arm}: {value} gegenüber {control} ({counts}).',
  'experiments.row.counts': '{n} von {of} gegenüber {controlN} von {controlOf}',
  'experiments.perThousand': '{n} von 1.000',
  'experiments.lift': 'Änderung {lift}, {level}-Intervall {interval}.',
  'experiments.lift.plain': 'Änderung {lift}; kein Intervall.',
  'experiments.interval': '{low} bis {high}',
  'experiments.noLower': 'ohne untere Grenze',
  'experiments.noUpper': 'ohne obere Grenze',
  'experiments.chance': 'Wahrscheinlichkeit, über der Kontrollgruppe zu liegen: {chance}.',
  'experiments.method.asymptotic-sequence': 'Darf täglich angesehen werden (asymptotisch).',
  'experiments.method.other':
    'Nicht für die Entscheidung verwendet und nicht für tägliches Ansehen geeignet.',
  'experiments.influence': 'Ohne die größte Zahlung jeder Gruppe ist das Ergebnis ein anderes.',
  'experiments.conditional':
    '{metric} ist bedingt: Es entscheidet die Metrik je erreichtem Nutzer.',
  'experiments.accrued':
    'Bisherige Summen von Nutzern verschiedenen Alters, keine Ergebnisse innerhalb eines Fensters.',
}
