import type { controls as english } from '../../en/controls.ts'
import type { Translated } from '../../messages.ts'

/** German texts of the controls that panels share. */
export const controls: Translated<typeof english> = {
  'controls.title': 'Frage',
  'controls.metric': 'Kennzahl',
  'controls.metric.revenue': 'Umsatz',
  'controls.metric.subscriptions': 'Zahlungen',
  'controls.metric.payers': 'Zahlende',
  'controls.metric.arpu': 'ARPU',
  'controls.metric.arppu': 'ARPPU',
  'controls.metric.arpas': 'ARPAS',
  'controls.view': 'Zeigen als',
  'controls.mode': 'Spalten',
  'controls.mode.by_days': 'Nach Zeitraum',
  'controls.mode.by_renewals': 'Nach Verlängerung',
  'controls.grouping': 'Kohorten je',
  'controls.grouping.day': 'Tag',
  'controls.grouping.week': 'Woche',
  'controls.grouping.month': 'Monat',
  'controls.grouping.quarter': 'Quartal',
  'controls.grouping.year': 'Jahr',
  'controls.definition': 'Wer zählt',
  'controls.revenue': 'Umsatz',
  'controls.revenue.gross': 'Brutto',
  'controls.revenue.net': 'Netto',
  'controls.currency': 'Währung',
  'controls.from': 'Von',
  'controls.to': 'Bis einschließlich',
  'controls.range.invalid':
    'Der Zeitraum endet, bevor er beginnt: Wählen Sie einen früheren Anfang.',
  'controls.filter.any': 'Alle',
  'controls.meta.failed':
    'Die Auswahl dieses Projekts ließ sich nicht laden; gezeigt wird die dokumentierte.',
}
