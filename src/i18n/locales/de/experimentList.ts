import type { experimentList as english } from '../../en/experimentList.ts'
import type { Translated } from '../../messages.ts'

/** German texts of the list of experiments. */
export const experimentList: Translated<typeof english> = {
  'experimentList.title': 'Experimente',
  'experimentList.loading': 'Experimente werden geladen',
  'experimentList.filter': 'Welche Experimente',
  'experimentList.count': {
    one: '{shown} von {n} Experiment',
    other: '{shown} von {n} Experimenten',
  },
  'experimentList.asOf': 'Stand: {time}',
  'experimentList.search': 'Suche',
  'experimentList.search.in': 'Name, Alias, Kontextschlüssel',
  'experimentList.create': 'Neues Experiment',

  'experimentList.status': 'Status',
  'experimentList.status.any': 'Alle',
  'experimentList.status.all': 'Alle ({n})',
  'experimentList.status.counted': '{status} ({n})',
  'experimentList.status.draft': 'Entwurf',
  'experimentList.status.active': 'Läuft',
  'experimentList.status.paused': 'Pausiert',
  'experimentList.status.finished': 'Beendet',
  'experimentList.status.unknown': 'Unbekannt',

  'experimentList.column.name': 'Experiment',
  'experimentList.column.status': 'Status',
  'experimentList.column.dates': 'Zeitraum',
  'experimentList.column.days': 'Tage',
  'experimentList.column.metric': 'Hauptkennzahl',
  'experimentList.column.health': 'Zustand',
  'experimentList.column.result': 'Ergebnis',

  'experimentList.dates.none': 'Nicht gestartet',
  'experimentList.dates.since': 'Seit {day}',
  'experimentList.dates.open': 'Ab {day}, Ende unbekannt',
  'experimentList.dates.unknown': 'Zeitraum unbekannt',
  'experimentList.days': { one: '{n} Tag', other: '{n} Tage' },
  'experimentList.days.paused': {
    one: '{n} Tag, mit Pausen',
    other: '{n} Tage, mit Pausen',
  },
  'experimentList.metric.none': 'Keine gewählt',

  'experimentList.health.healthy': 'In Ordnung',
  'experimentList.health.warned': 'Warnung',
  'experimentList.health.unhealthy': 'Gestört',

  'experimentList.result.none': 'Noch keine Ergebnisse',
  'experimentList.result.draft': 'Nicht gestartet',
  'experimentList.result.loading': 'Wird geladen …',
  'experimentList.result.failed': 'Nicht zu laden',

  'experimentList.empty': 'Noch keine Experimente',
  'experimentList.empty.none': 'In diesem Projekt hat noch niemand eines angelegt.',
  'experimentList.empty.project': 'Ein anderes Projekt war gemeint: Welches ist gewählt?',
  'experimentList.filtered': 'Kein Experiment passt',
  'experimentList.filtered.status': 'Keines hat den Status „{status}“.',
  'experimentList.filtered.search': 'Keines enthält alle Wörter von „{search}“.',
  'experimentList.filtered.all': 'Alle zeigen',

  'experimentList.partial':
    'Die Ergebnisse waren nicht zu laden, daher fehlen Zustand und Ergebnis. Die Liste selbst ist vollständig.',
  'experimentList.most': {
    one: 'Ergebnisse sind für {n} Experiment zu sehen, so viele nennt die API auf eine Frage; ein anderes zeigt seine, wenn es geöffnet wird.',
    other:
      'Ergebnisse sind für {n} Experimente zu sehen, so viele nennt die API auf eine Frage; andere zeigen ihre, wenn sie geöffnet werden.',
  },
  'experimentList.setAside': {
    one: '{n} Experiment hat einen Aufbau, den diese Version nicht lesen kann, und fehlt.',
    other: '{n} Experimente haben einen Aufbau, den diese Version nicht lesen kann, und fehlen.',
  },
  'experimentList.hasMore':
    'Die API hat mehr Experimente, als sie gesandt hat; sie fehlen in dieser Liste.',
}
