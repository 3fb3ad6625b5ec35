import type { samplePlanner as english } from '../../en/samplePlanner.ts'
import type { Translated } from '../../messages.ts'

/** German texts of the planner of sample sizes. */
export const samplePlanner: Translated<typeof english> = {
  'samplePlanner.title': 'Test planen',
  'samplePlanner.today': 'Was Nutzer heute tun',
  'samplePlanner.loading': 'Zahlen des Projekts werden geladen',
  'samplePlanner.missing':
    'Die Zahlen des Projekts ließen sich nicht laden: Bitte eigene schreiben oder erneut versuchen.',
  'samplePlanner.metric': 'Kennzahl',
  'samplePlanner.value': 'Nutzer, die es tun (%)',
  'samplePlanner.value.money': 'Durchschnitt je Zahlendem ({currency})',
  'samplePlanner.value.none': 'Das Projekt hat keine Zahl dazu: Bitte eine schreiben.',
  'samplePlanner.payerShare': 'Nutzer, die zahlen (%)',
  'samplePlanner.usersPerDay': 'Neue Nutzer je Tag',
  'samplePlanner.usersPerDay.none': 'Ohne sie gibt es Nutzer, aber keine Tage.',
  'samplePlanner.share': 'Anteil der Nutzer (%)',
  'samplePlanner.share.hint': 'So viele von ihnen nehmen teil.',
  'samplePlanner.own': 'Eigene Zahl. Die des Projekts ist {value}.',
  'samplePlanner.own.back': 'Zahlen des Projekts nehmen',
  'samplePlanner.assumed':
    'Angenommen: Alle Zahlenden zahlen gleich viel, denn wie sich Zahlungen verteilen, ist unbekannt. Wo wenige weit mehr zahlen, braucht es mehr Nutzer.',

  'samplePlanner.test': 'Der Test',
  'samplePlanner.effect': 'Kleinste lohnende Wirkung (%)',
  'samplePlanner.effect.share': 'Relativ: von {now} auf {later}.',
  'samplePlanner.effect.money': 'Relativ: von {now} auf {later} je Nutzer, durch mehr Zahlende.',
  'samplePlanner.engine': 'Gelesen wird',
  'samplePlanner.engine.sequential': 'Jederzeit (sequenziell)',
  'samplePlanner.engine.fixed': 'Einmal, bei der geplanten Größe (fest)',
  'samplePlanner.engine.bayesian': 'Als Wahrscheinlichkeiten (Bayes)',
  'samplePlanner.engine.bayesian.note':
    'Geplant wie ein fester Test: Wahrscheinlichkeiten haben keine eigene Größe, und tägliches Hinsehen ergibt mehr falsche Sieger.',
  'samplePlanner.arms': 'Arme',
  'samplePlanner.arms.n': { one: '{n} Arm', other: '{n} Arme' },
  'samplePlanner.weight.control': 'Gewicht der Kontrolle',
  'samplePlanner.weight.variant': 'Gewicht von Variante {n}',
  'samplePlanner.start': 'Beginnt am (UTC)',
  'samplePlanner.outcomeWindow': 'Ergebnisfenster (Tage)',
  'samplePlanner.outcomeWindow.hint':
    'So lange nach dem Einschluss eines Nutzers zählen Ergebnisse.',
  'samplePlanner.minDays': 'Mindestens (Tage)',
  'samplePlanner.alpha': 'Hingenommene Fehlalarme (%)',
  'samplePlanner.power': 'Chance, die Wirkung zu finden (%)',
  'samplePlanner.more': 'Sicherheit, Fenster und Mindestdauer',

  'samplePlanner.result': 'Was es braucht',
  'samplePlanner.users': '{n} Nutzer',
  'samplePlanner.users.arms': 'Kontrolle: {control}, {variants}.',
  'samplePlanner.users.variant': 'Variante {index}: {n}',
  'samplePlanner.days': { one: '{n} Tag', other: '{n} Tage' },
  'samplePlanner.weeks': {
    one: '{n} Woche, mit dem Ergebnisfenster von {window} Tagen.',
    other: '{n} Wochen, mit dem Ergebnisfenster von {window} Tagen.',
  },
  'samplePlanner.calendar':
    'Ab {start}, neue Nutzer bis {lastDay}, das Ergebnis am {result} (UTC).',
  'samplePlanner.median':
    'Ist die Wirkung so groß, ist die Hälfte solcher Tests bis {median} entschieden, nach {days} Tagen.',
  'samplePlanner.fixed':
    'Ein fester Test, einmal am Ende betrachtet, braucht {users} Nutzer: Jederzeit hinsehen zu können kostet {ratio}-mal so viele.',
  'samplePlanner.tooFew':
    'Im kleinsten Arm sind weniger als 25 Ereignisse zu erwarten: zu wenige für die Verfahren. Bitte eine Kennzahl planen, die mehr Nutzer erreichen, oder mehr Nutzer.',
  'samplePlanner.payers':
    'Im kleinsten Arm sind weniger als 100 Zahlende zu erwarten; vorher wird Geld nicht beurteilt.',
  'samplePlanner.tooLong':
    'Das ist mehr als ein Jahr. Bitte eine größere Wirkung suchen, mehr Nutzer einlassen oder eine Kennzahl wählen, die mehr von ihnen erreichen.',
  'samplePlanner.nothing': 'Noch lässt sich nichts planen:',

  'samplePlanner.table': 'Nach Wirkung',
  'samplePlanner.table.effect': 'Wirkung',
  'samplePlanner.table.users': 'Nutzer',
  'samplePlanner.table.fixed': 'Feste Größe',
  'samplePlanner.table.days': 'Tage',
  'samplePlanner.table.median': 'Hälfte nach',
  'samplePlanner.table.choose': 'Für {effect} planen',

  'samplePlanner.inverse': 'Andersherum',
  'samplePlanner.inverse.days': 'Tage, in denen Nutzer kommen',
  'samplePlanner.inverse.result':
    '{n} Nutzer in dieser Zeit: Eine Wirkung ab {effect} wird mit einer Chance von {power} gefunden.',
  'samplePlanner.inverse.none':
    '{n} Nutzer in dieser Zeit: zu wenige, um auch nur die größte denkbare Wirkung zu finden.',
  'samplePlanner.inverse.noRate': 'Bitte schreiben, wie viele neue Nutzer es je Tag gibt.',

  'samplePlanner.use': 'Diesen Plan nehmen',

  'samplePlanner.fault.missing': 'Bitte die heutige Zahl schreiben: Es ist keine bekannt.',
  'samplePlanner.fault.share': 'Bitte einen Prozentsatz über 0 und unter 100 schreiben.',
  'samplePlanner.fault.share.all': 'Bitte einen Prozentsatz über 0 und bis 100 schreiben.',
  'samplePlanner.fault.amount': 'Bitte eine Zahl über 0 schreiben, ohne Tausenderzeichen.',
  'samplePlanner.fault.past':
    'Eine so große Wirkung wäre mehr als alle: Bitte eine kleinere wählen.',
  'samplePlanner.fault.power':
    'Bitte einen Prozentsatz von 50 bis unter 100 schreiben; üblich sind 80.',
  'samplePlanner.fault.alpha':
    'Bitte einen Prozentsatz über 0 und unter 50 schreiben; üblich sind 5.',
  'samplePlanner.fault.whole': 'Bitte eine ganze Zahl von Tagen schreiben.',
  'samplePlanner.fault.closed':
    'Die Kontrolle und mindestens eine Variante brauchen ein Gewicht über 0: Sonst gibt es niemanden zum Vergleichen.',

  'samplePlanner.source.traffic': {
    one: 'Installationen je Tag des letzten Tages, {range}.',
    other: 'Installationen je Tag der letzten {n} Tage, {range}.',
  },
  'samplePlanner.source.ltv': 'Von {n} Installationen, {range}, binnen {window} Tagen.',
  'samplePlanner.source.trials': 'Testphasen aus {n} Installationen, {range}.',
  'samplePlanner.source.name': '„{name}“',
  'samplePlanner.source.spread': 'Streuung unter Zahlenden: Kontrollen von {names}.',
  'samplePlanner.source.control':
    'Von {n} Nutzern in den Kontrollen von {names}, bisherige Summen.',
}
