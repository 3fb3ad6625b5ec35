import type { cohortHints as english } from '../../en/cohortHints.ts'
import type { Translated } from '../../messages.ts'

/** German texts that explain the numbers of the cohort table, said on demand. */
export const cohortHints: Translated<typeof english> = {
  'cohorts.total.hint': 'Wie die API sie angibt, über die Kohorten, die diese Spalte haben.',
  'cohorts.total.hint.derived':
    'Aus den Summen der API errechnet, über die Kohorten, die diese Spalte haben.',
  'cohorts.total.unfinished':
    'Nicht alle Kohorten sind hier vollständig, also kann sie sich noch bewegen.',

  'cohorts.mean.hint':
    'Über alle vollständigen Zellen zusammengezählt, sodass große Kohorten mehr wiegen.',
  'cohorts.median.hint': 'Die mittlere Kohorte: die Hälfte der vollständigen Zellen liegt darüber.',
  'cohorts.describe.summary': '{label}, {column}: {value}',
  'cohorts.curves.carried': '{n} von {all} Kohorten',
  'cohorts.curves.strip': 'Kohorten im Mittel',
  'cohorts.curves.strip.median': 'Kohorten im Median',
  'cohorts.curves.thin': 'Gepunktet: aus weniger als der Hälfte der Kohorten',
  'cohorts.summary.rows': { one: 'Über {n} Kohorte.', other: 'Über {n} Kohorten.' },
  'cohorts.summary.unfinished': {
    one: 'Ausgelassen: {n}, die nicht vollständig ist.',
    other: 'Ausgelassen: {n}, die nicht vollständig sind.',
  },
  'cohorts.summary.small': 'Ausgelassen: {n} mit weniger als {size} Mitgliedern.',
  'cohorts.summary.cut': 'Ausgelassen: {n}, vom Zeitraum angeschnitten.',
  'cohorts.summary.missing': 'Ausgelassen: {n} ohne Wert.',
  'cohorts.summary.unpublished':
    'Ausgelassen: {n}, da die Antwort nicht enthält, woraus diese Zahl gebildet ist.',
  'cohorts.summary.through': 'In jeder Spalte dieselben Kohorten: die bis {column} vollständigen.',
  'cohorts.summary.through.past':
    'Leer: nach {column} ist weniger als die Hälfte der Kohorten vollständig.',
  'cohorts.small.hidden': {
    one: 'Nicht gezeigt: {n} Kohorte mit weniger als {size} Mitgliedern.',
    other: 'Nicht gezeigt: {n} Kohorten mit weniger als {size} Mitgliedern.',
  },
  'cohorts.sort.hint': 'Umschalt+Eingabe sortiert.',

  'cohorts.state.future': 'Nicht begonnen',
  'cohorts.state.missing': 'Kein Wert',
  'cohorts.legend.unfinished': 'Nicht abgeschlossen: keine Farbe',
  'cohorts.state.final.hint': 'Der Zeitraum ist vorbei, und späte Meldungen der Stores sind da.',
  'cohorts.refunds': 'Spätere Erstattungen können Nettobeträge noch senken.',
  'cohorts.returns':
    'Nach Verlängerung kommt noch hinzu, wer ein weiteres Abo beginnt oder den Tarif wechselt (angenommen).',
  'cohorts.state.settling.hint':
    'Der Zeitraum ist vorbei, aber späte Meldungen der Stores zählen noch.',
  'cohorts.state.open.hint': 'Der Zeitraum ist nicht zu Ende: Die Zahl bewegt sich noch.',
  'cohorts.state.provisional.hint':
    'Hier kann noch gezahlt werden; kein Datum sagt, wann das endet.',
  'cohorts.state.future.hint': 'Der Zeitraum hat nicht begonnen, also gibt es noch keine Zahl.',
  'cohorts.state.missing.hint':
    'Die Antwort hat hier keine Zahl, oder es gab nichts, wodurch zu teilen wäre.',

  'cohorts.row.recruiting': 'Dieser Kohorte treten noch Leute bei: Ihre Größe steht nicht fest.',
  'cohorts.row.cut': 'Der Zeitraum schneidet diese Kohorte an: Nur der Teil darin ist gezählt.',

  'cohorts.definition.revenue': 'Umsatz im Zeitraum, von Mitgliedern der Kohorte.',
  'cohorts.definition.subscriptions':
    'Bezahlte Abbuchungen im Zeitraum, erstattet oder nicht (angenommen).',
  'cohorts.definition.payers':
    'Verschiedene Mitglieder, die im Zeitraum zahlten, erstattet oder nicht (angenommen).',
  'cohorts.definition.arpu': 'Umsatz des Zeitraums geteilt durch die Größe der Kohorte.',
  'cohorts.definition.arppu': 'Umsatz des Zeitraums geteilt durch die, die in ihm zahlten.',
  'cohorts.definition.arpas': 'Umsatz des Zeitraums geteilt durch die Zahlungen in ihm.',
  'cohorts.definition.cumulative': 'Vom ersten Zeitraum an addiert.',
  'cohorts.definition.perMember': 'Geteilt durch die Größe der Kohorte.',
  'cohorts.definition.percentOfSize': 'Die im Zeitraum zahlten, von allen Mitgliedern.',
  'cohorts.definition.percentOfFirst': 'Verglichen mit dem ersten Zeitraum der Kohorte.',
  'cohorts.definition.percentOfPrevious': 'Verglichen mit dem Zeitraum davor.',
  'cohorts.basis.cumulative': 'Laufende Summe vom ersten Zeitraum an.',
  'cohorts.basis.vendor': 'Wie die API es angibt; wie es berechnet wird, ist nicht veröffentlicht.',

  'cohorts.describe': '{cohort}, {column}: {value}. {state}.',
  'cohorts.of': '{part} von {whole}.',
  'cohorts.per': '{part} geteilt durch {whole}.',
  'cohorts.first': 'Der erste Zeitraum: Davor ist keiner, mit dem er zu vergleichen wäre.',
  'cohorts.interval': '95-%-Intervall: {low} bis {high}.',
  'cohorts.cells': 'Zellen: {parts}.',
  'cohorts.cells.part': '{state} {n}',
}
