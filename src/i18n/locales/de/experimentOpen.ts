import type { experimentOpen as english } from '../../en/experimentOpen.ts'
import type { Translated } from '../../messages.ts'

/** German texts of an open experiment. */
export const experimentOpen: Translated<typeof english> = {
  'experimentPanel.alias': 'Alias',
  'experimentPanel.contextKey': 'Kontextschlüssel',
  'experimentPanel.share': 'Anteil neuer Nutzer',
  'experimentPanel.goal': 'Ziel',
  'experimentPanel.goal.increase': 'Steigern',
  'experimentPanel.goal.decrease': 'Senken',
  'experimentPanel.goal.value': '{direction}, Zielwert {value}',
  'experimentPanel.draft': 'Keine Ergebnisse vor dem Start',
  'experimentPanel.draft.groups': 'Mit „Bearbeiten“ Gruppen und ihre Gewichte hinzufügen.',
  'experimentPanel.draft.start': 'Dann starten: Gezählt wird vom ersten Nutzer an.',
  'experimentPanel.noResults': 'Noch keine Ergebnisse',
  'experimentPanel.noResults.users': 'Noch ist niemand damit in Berührung gekommen.',
  'experimentPanel.noResults.api':
    'Die API nennt zu diesem Experiment keine Ergebnisse je Gruppe: aus eigenen Daten hereingeben.',
  'experimentPanel.plan.default':
    'Für dieses Experiment ist kein Plan hinterlegt, es wird also nach einem allgemeinen beurteilt: sequenzieller Test mit {alpha}, täglich anzusehen, Ergebnisse innerhalb von {window} Tagen nach der Teilnahme, {users} Nutzer (genug, um eine Änderung um ein Fünftel dessen zu finden, was 1 von 20 Nutzern tut), Erstattungen als Schutzkennzahl.',
  'experimentPanel.plan.advice':
    'Ein Plan gehört vor den ersten Blick: eigenen mit „Bearbeiten“ schreiben.',
}
