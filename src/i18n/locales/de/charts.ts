import type { charts as english } from '../../en/charts.ts'
import type { Translated } from '../../messages.ts'

/** German texts of the charts. */
export const charts: Translated<typeof english> = {
  'charts.line': 'Liniendiagramm',
  'charts.heat': 'Heatmap',
  'charts.table': 'Datentabelle',
  'charts.table.more': {
    one: '{n} weitere Zeile zeigen',
    other: 'Mehr von {n} weiteren Zeilen zeigen',
  },
  'charts.legend': 'Linien',
  'charts.legend.all': 'Alle {n} Linien nennen',
  'charts.keys':
    'Die Pfeiltasten lesen die Punkte vor: links und rechts entlang einer Linie, hoch und runter zur nächsten. Escape beendet das Lesen.',
  'charts.keys.heat':
    'Die Pfeiltasten lesen die Zellen vor, Pos1 und Ende die Enden einer Zeile. Escape beendet das Lesen.',
  'charts.empty': 'Noch nichts zu zeichnen',
  'charts.point': '{series}, {x}: {y}.',
  'charts.value.unfinished': '{y}, nicht endgültig',
  'charts.value.interval': '{y} ({low} bis {high})',
  'charts.value.noted': '{y}, {note}',
  'charts.interval': '95-%-Intervall: {low} bis {high}.',
  'charts.x.joined': 'Zeit seit dem Beitritt',
  'charts.x.renewals': 'Zahlung eines Abonnements',
  'charts.unfinished': 'Gestrichelt und hohl: nicht endgültig',
  'charts.full':
    'Es werden höchstens {n} Linien zugleich gezeichnet: Blenden Sie eine aus, um eine andere zu sehen.',
}
