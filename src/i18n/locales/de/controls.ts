import type { controls as english } from '../../en/controls.ts'
import type { Translated } from '../../messages.ts'

/** German texts of the controls that panels share. */
export const controls: Translated<typeof english> = {
  'controls.metric': 'Kennzahl',
  'controls.metric.revenue': 'Umsatz',
  'controls.metric.subscriptions': 'Zahlungen',
  'controls.metric.payers': 'Zahlende',
  'controls.metric.arpu': 'ARPU',
  'controls.metric.arppu': 'ARPPU',
  'controls.metric.arpas': 'ARPAS',
  'controls.view': 'Zeigen als',
  'controls.mode': 'Spalten',
  'controls.grouping': 'Kohorten je',
  'controls.grouping.day': 'Tag',
  'controls.grouping.week': 'Woche',
  'controls.grouping.month': 'Monat',
  'controls.grouping.quarter': 'Quartal',
  'controls.grouping.year': 'Jahr',
  'controls.definition': 'Wer zählt',
  'controls.revenue': 'Umsatz',
  'controls.currency': 'Währung',
  'controls.range': 'Zeitraum',
  'controls.range.last.day': { one: 'Letzter voller Tag', other: 'Letzte {n} volle Tage' },
  'controls.range.last.week': { one: 'Letzte volle Woche', other: 'Letzte {n} volle Wochen' },
  'controls.range.last.month': { one: 'Letzter voller Monat', other: 'Letzte {n} volle Monate' },
  'controls.range.last.quarter': {
    one: 'Letztes volles Quartal',
    other: 'Letzte {n} volle Quartale',
  },
  'controls.range.last.year': { one: 'Letztes volles Jahr', other: 'Letzte {n} volle Jahre' },
  'controls.range.custom': 'Eigenes Datum',
  'controls.range.current': 'Mit laufendem Zeitraum',
  'controls.from': 'Von',
  'controls.to': 'Bis einschließlich',
  'controls.range.invalid':
    'Der Zeitraum endet, bevor er beginnt: Wählen Sie einen früheren Anfang.',
  'controls.split': 'Aufteilen nach',
  'controls.split.none': 'Ungeteilt',
  'controls.environment': 'Käufe',
  'controls.caution.partialFirst':
    'Vorsicht: Der erste Zeitraum ist angebrochen, Anteile über 100 % sind möglich',
  'controls.caution.mixedLengths':
    'Vorsicht: Die Laufzeiten sind gemischt, das ist keine Bleiberate',
  'controls.minSize.hidden': {
    one: '{n} Kohorte mit weniger als {size} Mitgliedern ist nicht gezeigt.',
    other: '{n} Kohorten mit weniger als {size} Mitgliedern sind nicht gezeigt.',
  },
  'controls.display': 'Darstellung',
  'controls.display.table': 'Tabelle',
  'controls.display.curves': 'Kurven',
  'controls.display.heatmap': 'Heatmap',
  'controls.meta.failed':
    'Die Auswahl dieses Projekts ließ sich nicht laden; gezeigt wird die dokumentierte.',
}
