import type { ltv as english } from '../../en/ltv.ts'
import type { Translated } from '../../messages.ts'

/** German texts of lifetime value. */
export const ltv: Translated<typeof english> = {
  'ltv.loading': 'Kundenwert wird geladen',
  'ltv.all': 'Alle Kunden',
  'ltv.measure.revenue': 'Umsatz bis dahin',
  'ltv.measure.arpu': 'Wert je Installation (ARPU)',
  'ltv.measure.arppu': 'Wert je Zahlendem (ARPPU)',
  'ltv.definition.revenue':
    'Alles, was die Kunden, die ein Alter zählt, bis zu diesem Alter gezahlt haben.',
  'ltv.definition.arpu': 'Umsatz bis dahin, geteilt durch alle Kunden, die dieses Alter zählt.',
  'ltv.definition.arppu':
    'Umsatz bis dahin, geteilt durch alle, die bis zu diesem Alter gezahlt haben (Annahme).',

  'ltv.readBack':
    '{metric} · {revenue} · {currency} · Installationen {range} (UTC) · {mode} · {environment}',
  'ltv.revenue.gross': 'brutto',
  'ltv.revenue.net': 'nach Erstattungen und Store-Provision, vor Steuern',
  'ltv.mode.by_days': 'nach Tagen',
  'ltv.mode.by_renewals': 'nach Verlängerungen',
  'ltv.split': 'aufgeteilt nach {attribute}',
  'ltv.filter': '{attribute}: {values}',
  'ltv.asOf': 'Daten bis {day} · Stand\u00a0{instant}',

  'ltv.axis.by_days': 'Tage seit der Installation',
  'ltv.axis.by_renewals': 'Zahlung',
  'ltv.age.by_days': 'Tag {n}',
  'ltv.age.by_renewals': 'P{n}',
  'ltv.point': '{series}, {age}: {value}. {state}.',
  'ltv.state.final': 'Endgültig',
  'ltv.state.settling': 'Setzt sich',
  'ltv.state.open': 'Nicht endgültig',
  'ltv.state.provisional': 'Kann noch wachsen',
  'ltv.state.final.hint': 'Alle Kunden des Zeitraums sind so alt.',
  'ltv.state.settling.hint': 'Alle sind so alt, doch späte Meldungen der Stores zählen noch.',
  'ltv.state.open.hint': 'Noch sind nicht alle Kunden des Zeitraums so alt.',
  'ltv.state.provisional.hint': 'Hier kann noch gezahlt werden; kein Datum sagt, wann das endet.',
  'ltv.refunds': 'Spätere Erstattungen können den Nettowert noch senken.',
  'ltv.returns':
    'Nach Verlängerung kommt noch hinzu, wer ein weiteres Abo beginnt oder den Tarif wechselt (angenommen).',
  'ltv.people': { one: '{n} Kunde, installiert {range}', other: '{n} Kunden, installiert {range}' },
  'ltv.people.someDates': { one: '{n} Kunde', other: '{n} Kunden' },
  'ltv.people.strip': 'Gezählte Kunden',
  'ltv.people.unknown': 'Die Antwort sagt nicht, wen dieses Alter zählt.',
  'ltv.shortened':
    'Linien enden, wo weniger als die Hälfte ihrer Kunden so alt ist; die CSV geht weiter.',

  'ltv.cost.install': 'Kosten je Installation',
  'ltv.cost.payer': 'Kosten je Zahlendem',
  'ltv.cost.currency':
    'Die Kosten sind in {asked}, der Wert ist in {given}: Sie werden nicht verglichen.',
  'ltv.cost.share': '{share} der Kosten von {cost}.',
  'ltv.cost.gross':
    'Mit den Kosten wird der Bruttowert verglichen: Erstattungen und Store-Provision sind nicht abgezogen.',
  'ltv.payback': 'Amortisation',
  'ltv.payback.of': '{series}: {sentence}',
  'ltv.payback.at.by_days': 'Tag {n}',
  'ltv.payback.at.by_renewals': 'Zahlung {n}',
  'ltv.payback.final.by_days': 'Amortisiert an Tag {n}.',
  'ltv.payback.final.by_renewals': 'Amortisiert mit Zahlung {n}.',
  'ltv.payback.open': '{sentence} Nicht endgültig.',
  'ltv.payback.people': '{sentence} Nicht endgültig: {users} von {all} Kunden sind so alt.',
  'ltv.payback.notYet.by_days': {
    one: 'Nicht binnen {n} Tag: {share} zurückverdient.',
    other: 'Nicht binnen {n} Tagen: {share} zurückverdient.',
  },
  'ltv.payback.notYet.by_renewals': {
    one: 'Nicht mit {n} Zahlung: {share} zurückverdient.',
    other: 'Nicht mit {n} Zahlungen: {share} zurückverdient.',
  },
  'ltv.payback.notYet.short': '{share} bis {age}',
  'ltv.payback.notYet.later': '{share} bis {age}: {users} von {all} Kunden sind so alt.',
  'ltv.payback.notYet.settling': '{share} bis {age}, wo späte Meldungen der Stores noch zählen.',
  'ltv.payback.lost': 'Bei {reached} war es erreicht, bei {fell} wieder verloren.',
  'ltv.payback.fell': 'Ab {fell} liegen manche Alter wieder darunter: Sie zählen weniger Kunden.',
  'ltv.payback.none': 'Keine Kosten zum Vergleich.',

  'ltv.table': 'Wert nach Alter',
  'ltv.table.segment': 'Kunden',
  'ltv.table.size': 'Anzahl',
  'ltv.table.cost': 'Kosten',
  'ltv.table.column': 'T{n}',
  'ltv.table.column.by_renewals': 'P{n}',
  'ltv.table.finalOn': '{column} ist am {day} endgültig.',
  'ltv.table.missing': 'Die Antwort hat hier keine Zahl.',

  'ltv.trials': 'Testphasen mit Kauf',
  'ltv.trials.of': {
    one: '{converted} von {n} Testphase',
    other: '{converted} von {n} Testphasen',
  },
  'ltv.trials.none': 'In diesem Zeitraum begann keine Testphase.',
  'ltv.trials.hint': 'Laufende Testphasen zählen als solche ohne Kauf.',
  'ltv.trials.loading': 'Lädt …',
  'ltv.trials.failed': 'Ließ sich nicht laden.',

  'ltv.notice.currency':
    'Die Beträge sind in {given}, nicht in {asked}: Der API fehlte an einem Tag der Kurs für {asked}.',
  'ltv.notice.everyone':
    'Nicht endgültige Alter zählen alle Kunden, auch zu junge: Dort ist die Kurve zu niedrig.',
  'ltv.notice.unknown': 'Die Antwort sagt nicht, wie viele Kunden jedes Alter zählt.',
  'ltv.notice.provisional':
    'Nach Verlängerungen sagt nichts, wann die letzte Zahlung fällig ist: Jede Zahl kann noch wachsen.',
  'ltv.notice.recruiting':
    'Der Zeitraum ist nicht vorbei: Es kommen noch Kunden hinzu, darum ist kein Alter endgültig.',

  'ltv.empty': 'Kein Kundenwert in diesem Zeitraum',
  'ltv.empty.range': 'Niemand hat installiert ({range}): Wählen Sie einen längeren Zeitraum.',
  'ltv.empty.unpaid': {
    one: '{n} Kunde hat installiert ({range}); die Antwort hat noch keine Kurve dazu.',
    other: '{n} Kunden haben installiert ({range}); die Antwort hat noch keine Kurve dazu.',
  },
  'ltv.empty.filter': 'Die Filter lassen niemanden übrig: Heben Sie einen auf.',
  'ltv.empty.environment': 'Das sind nur Testkäufe: Fragen Sie nach echten.',
  'ltv.empty.source': 'Das Projekt hat noch keine Daten: Prüfen Sie, ob seine App Käufe sendet.',
}
