import type { cohorts as english } from '../../en/cohorts.ts'
import type { Translated } from '../../messages.ts'

/** German texts of the cohort table and what stands around it. */
export const cohorts: Translated<typeof english> = {
  'cohorts.loading': 'Kohorten werden geladen',
  'cohorts.all': 'Alle',
  'cohorts.total': 'Gesamt',

  'cohorts.mean': 'Mittelwert',
  'cohorts.mean.perMember': 'Mittel je Mitglied',
  'cohorts.mean.share': 'Mittlerer Anteil',
  'cohorts.median': 'Median',
  'cohorts.sort': 'Nach {column} sortieren',

  'cohorts.heading.day': 'Tag',
  'cohorts.heading.week': 'Woche ab',
  'cohorts.heading.month': 'Monat',
  'cohorts.heading.quarter': 'Quartal',
  'cohorts.heading.year': 'Jahr',
  'cohorts.heading.other': 'Kohorte',
  'cohorts.heading.quarterOf': 'Q{n} {year}',

  'cohorts.size.new_customers': 'Installationen',
  'cohorts.size.initial_conversions': 'Erste Konversionen',
  'cohorts.size.new_paying': 'Neue Zahlende',

  'cohorts.column.day': 'Tag {n}',
  'cohorts.column.week': 'Woche {n}',
  'cohorts.column.month': 'Monat {n}',
  'cohorts.column.quarter': 'Quartal {n}',
  'cohorts.column.year': 'Jahr {n}',

  'cohorts.metric.revenue': 'Umsatz',
  'cohorts.metric.subscriptions': 'Zahlungen',
  'cohorts.metric.payers': 'Zahlende im Zeitraum',
  'cohorts.metric.arpu.new_customers': 'Umsatz je Installation (ARPU)',
  'cohorts.metric.arpu.initial_conversions': 'Umsatz je erster Konversion (ARPU)',
  'cohorts.metric.arpu.new_paying': 'Umsatz je neuem Zahlenden (ARPU)',
  'cohorts.metric.arppu': 'Umsatz je Zahlendem (ARPPU)',
  'cohorts.metric.arpas': 'Umsatz je Zahlung (ARPAS)',

  'cohorts.view.absolute': 'Beträge',
  'cohorts.view.cumulative': 'Aufsummiert',
  'cohorts.view.perMember': 'Je Mitglied',
  'cohorts.view.cumulativePerMember': 'Aufsummiert, je Mitglied',
  'cohorts.view.percentOfSize': '% der Kohortengröße',
  'cohorts.view.percentOfFirst': '% des ersten Zeitraums',
  'cohorts.view.percentOfPrevious': '% des vorigen Zeitraums',

  'cohorts.revenue.gross': 'brutto',
  'cohorts.revenue.net': 'nach Erstattungen und Store-Provision, ohne Abzug von Steuern',
  'cohorts.mode.by_days': 'nach Kalenderzeitraum',
  'cohorts.mode.by_renewals': 'nach Verlängerung',

  'cohorts.readBack.view': '{metric}, {view}',
  'cohorts.readBack':
    '{metric} · {revenue} · {currency} · {size} je {grouping} · {mode} · {range} (UTC) · {environment}',
  'cohorts.readBack.count':
    '{metric} · {size} je {grouping} · {mode} · {range} (UTC) · {environment}',
  'cohorts.asOf': 'Daten bis {day} · Stand\u00a0{instant}',
  'cohorts.filter': '{attribute}: {values}',
  'cohorts.split': 'aufgeteilt nach {attribute}',
  'cohorts.grouping.day': 'Tag',
  'cohorts.grouping.week': 'Woche',
  'cohorts.grouping.month': 'Monat',
  'cohorts.grouping.quarter': 'Quartal',
  'cohorts.grouping.year': 'Jahr',

  'cohorts.state.final': 'Abgeschlossen',
  'cohorts.state.settling': 'Setzt sich noch',
  'cohorts.state.open': 'Läuft noch',
  'cohorts.state.provisional': 'Kann sich noch ändern',

  'cohorts.notice.currency':
    'Die Beträge sind in {given}, nicht in {asked}: Der API fehlte an einem Datum ein Kurs für {asked}.',
  'cohorts.notice.view': 'So errechnet wären die Zahlen falsch: Wählen Sie eine andere Ansicht.',
  'cohorts.notice.mixedLengths':
    'Die Verlängerungen sind verschieden oder unbekannt lang, darum zählen die Spalten Zahlungen (P1, P2 …). Spätere Spalten enthalten nur, was schon fällig war: Das ist keine Bleiberate.',
  'cohorts.notice.mixedLengths.split': 'Nach Produkt aufteilen',
  'cohorts.notice.cumulative':
    'Der Umsatz fällt in keiner Zeile, er ist also vielleicht eine laufende Summe. Wenn Sie es wissen, setzen Sie cellBasis.',
  'cohorts.notice.partialFirst':
    'Der erste Zeitraum ist unvollständig (wer am letzten Tag kam, hatte einen Tag), darum können Anteile daran über 100 % liegen.',
  'cohorts.notice.ends':
    'Wo eine Zeile früh endet, kam niemand weiter: Was danach abgeschlossen ist, zählt als 0 (angenommen).',
  'cohorts.notice.aligned':
    'Die Spalten der Antwort waren Kalenderzeiträume; hier sind sie auf Zeiträume seit dem Beitritt verschoben, ohne Summen.',
  'cohorts.notice.vendor':
    'Wie {metric} berechnet wird, ist nicht veröffentlicht; es steht da wie angegeben.',
  'cohorts.notice.cut': {
    one: '{n} Kohorte ist vom Zeitraum angeschnitten und enthält nur einen Teil ihrer Mitglieder.',
    other:
      '{n} Kohorten sind vom Zeitraum angeschnitten und enthalten nur einen Teil ihrer Mitglieder.',
  },

  'cohorts.empty': 'Keine Kohorte in diesem Zeitraum',
  'cohorts.empty.range': 'Niemand kam dazu ({range}): Wählen Sie einen weiteren Zeitraum.',
  'cohorts.empty.filter': 'Die Filter lassen niemanden übrig: Heben Sie einen auf.',
  'cohorts.empty.definition': '„{size}“ ist vielleicht zu eng: Wählen Sie Installationen.',
  'cohorts.empty.environment': 'Das sind nur Testkäufe: Fragen Sie nach der Produktion.',
  'cohorts.empty.source':
    'Das Projekt hat noch keine Daten: Prüfen Sie, ob seine App Käufe sendet.',

  'cohorts.legend': 'Legende',
  'cohorts.legend.table': 'Die Farbe vergleicht alle Zellen',
  'cohorts.legend.column': 'Die Farbe vergleicht die Zellen einer Spalte',
  'cohorts.legend.row': 'Die Farbe vergleicht die Zellen einer Zeile',
  'cohorts.legend.mean': 'Die Farbe ist der Abstand vom Mittel der Spalte',
  'cohorts.legend.middle': 'Mittel',
  'cohorts.legend.above': '+{value}',
  'cohorts.legend.below': '−{value}',
  'cohorts.legend.points': '{n} Prozentpunkte',
  'cohorts.legend.highest': 'höchster Wert',
  'cohorts.legend.small': 'Weniger als {size} Mitglieder',
  'cohorts.legend.farthest.below': 'am weitesten darunter',
  'cohorts.legend.farthest.above': 'am weitesten darüber',
}
