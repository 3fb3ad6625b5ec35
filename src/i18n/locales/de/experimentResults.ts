import type { experimentResults as english } from '../../en/experimentResults.ts'
import type { Translated } from '../../messages.ts'

/** German texts of the page of an experiment's results. */
export const experimentResults: Translated<typeof english> = {
  'experimentResults.loading': 'Ergebnisse des Experiments werden geladen',
  'experimentResults.asOf': 'Stand: {time}',
  'experimentResults.empty': 'Noch keine Ergebnisse',
  'experimentResults.empty.draft': 'Das Experiment hat noch nicht begonnen.',
  'experimentResults.empty.exposed':
    'Noch niemand hat es gesehen: Fragt die App nach seinem Kontextschlüssel?',
  'experimentResults.empty.groups': 'Es hat keine Gruppen mit Ergebnissen.',

  'experimentResults.planChanged':
    'Der Plan wurde am {day} geändert. Was ein Plan entscheidet, der nach einem Blick auf die Daten geändert wurde, ist unsicherer, als er sagt.',
  'experimentResults.phases': {
    one: '{n} frühere Phase war anders aufgebaut. Ihre Nutzer zählen nicht mit: Vermischt könnten sie das Ergebnis umkehren.',
    other:
      '{n} frühere Phasen waren anders aufgebaut. Ihre Nutzer zählen nicht mit: Vermischt könnten sie das Ergebnis umkehren.',
  },

  'experimentResults.health': 'Zustand',
  'experimentResults.health.good': 'In Ordnung',
  'experimentResults.health.bad': 'Gestört',
  'experimentResults.split': 'Aufteilung',
  'experimentResults.split.good': 'Wie geplant',
  'experimentResults.split.bad': 'Nicht wie geplant',
  'experimentResults.split.sequential': 'p {p}, sequenzieller Test',
  'experimentResults.split.chi-square': 'p {p}, Chi-Quadrat-Test',
  'experimentResults.exposure': 'Teilnahme',
  'experimentResults.exposure.arms': { one: 'in {n} Gruppe', other: 'in {n} Gruppen' },
  'experimentResults.exposure.leak': {
    one: '{n} Nutzer in einer Gruppe, die leer sein sollte',
    other: '{n} Nutzer in einer Gruppe, die leer sein sollte',
  },
  'experimentResults.exposure.mixed': {
    one: '{n} Nutzer in zwei Gruppen gesehen',
    other: '{n} Nutzer in zwei Gruppen gesehen',
  },
  'experimentResults.days': 'Dauer',
  'experimentResults.days.value': { one: '{n} Tag', other: '{n} Tage' },
  'experimentResults.days.unknown': 'Unbekannt',
  'experimentResults.days.needed': 'Mindestens {n}, ganze Wochen',
  'experimentResults.maturity': 'Reife',
  'experimentResults.maturity.detail': {
    one: '{n} von {of} Nutzern hatten ihr ganzes Fenster von {window} Tag',
    other: '{n} von {of} Nutzern hatten ihr ganzes Fenster von {window} Tagen',
  },
  'experimentResults.maturity.until': 'der letzte am {day}',
  'experimentResults.maturity.unknown': {
    one: 'wie viele von {of} Nutzern ihr ganzes Fenster von {window} Tag hatten, sagen Summen nicht',
    other:
      'wie viele von {of} Nutzern ihr ganzes Fenster von {window} Tagen hatten, sagen Summen nicht',
  },
  'experimentResults.maturity.accrued': 'Alter gemischt',
  'experimentResults.maturity.undelayed': 'Nichts abzuwarten',

  'experimentResults.decision': 'Entscheidung',
  'experimentResults.decidedBy':
    'Es entscheidet {metric} gegen {control}. Eine andere Vergleichsgruppe unten ändert daran nichts.',
  'experimentResults.plan': 'Plan',
  'experimentResults.plan.engine.sequential': 'sequenziell, täglicher Blick erlaubt',
  'experimentResults.plan.engine.fixed': 'ein Blick bei der geplanten Größe',
  'experimentResults.plan.engine.bayesian': 'bayesianisch, bei der geplanten Größe',
  'experimentResults.plan.alpha': '{alpha} Risiko einer falschen Behauptung',
  'experimentResults.plan.window': {
    one: 'Ergebnisse bis {n} Tag nach der Teilnahme',
    other: 'Ergebnisse bis {n} Tage nach der Teilnahme',
  },
  'experimentResults.plan.users': '{n} Nutzer',
  'experimentResults.plan.minEffect': 'Änderungen unter {n} sind ohne Bedeutung',
  'experimentResults.plan.cap': 'das Geld eines Nutzers zählt bis {n}',
  'experimentResults.plan.finalLook': 'mit Schlussblick',
  'experimentResults.engine.sequential': 'Sequenziell',
  'experimentResults.engine.fixed': 'Feste Größe',
  'experimentResults.engine.bayesian': 'Bayesianisch',

  'experimentResults.controls': 'Was gezeigt wird',
  'experimentResults.scale': 'Änderung als',
  'experimentResults.scale.relative': 'Relativ',
  'experimentResults.scale.absolute': 'Absolut',
  'experimentResults.scale.perThousand': 'Je 1.000 Nutzer',
  'experimentResults.baseline': 'Verglichen mit',
  'experimentResults.arms': 'Gezeigte Gruppen',
  'experimentResults.otherBaseline':
    'Verglichen mit {baseline}. Die Entscheidung vergleicht mit {control} und bleibt, wie sie ist.',

  'experimentResults.unhealthy':
    'Das Experiment ist gestört: Nichts vom Folgenden taugt zum Handeln.',
  'experimentResults.metrics': 'Kennzahlen',
  'experimentResults.guardrails': 'Schutzkennzahlen',
  'experimentResults.guardrails.hint':
    'Was sich nicht mehr als vereinbart verschlechtern darf; jede wird für sich und einseitig beurteilt.',
  'experimentResults.column.arm': 'Gruppe',
  'experimentResults.column.value': 'Wert',
  'experimentResults.column.change': 'Änderung gegen {baseline}',
  'experimentResults.column.interval': 'Intervall',
  'experimentResults.column.verdict': 'Urteil',
  'experimentResults.tag.control': 'Kontrolle',
  'experimentResults.tag.baseline': 'Vergleich',
  'experimentResults.tag.decides': 'entscheidet',
  'experimentResults.tag.conditional': 'bedingt',
  'experimentResults.tag.lower': 'weniger ist besser',
  'experimentResults.tag.margin': 'höchstens {margin} schlechter',
  'experimentResults.tag.noWorse': 'nicht schlechter',
  'experimentResults.conditional.hint':
    'Teilt durch Nutzer, die erst nach der Teilnahme zählen, und entscheidet deshalb nie: Das tut die Kennzahl je Nutzer.',
  'experimentResults.ofUsers': '{n} von {of}',
  'experimentResults.users': { one: '{n} Nutzer', other: '{n} Nutzer' },
  'experimentResults.points': '{n} Punkte',
  'experimentResults.zeroBaseline': 'Der Vergleichswert ist 0: Es gibt keine relative Änderung.',
  'experimentResults.notPerUser': 'Keine Zahl je Nutzer',
  'experimentResults.noInterval': 'kein Intervall',
  'experimentResults.noData': 'Zu wenig Daten',
  'experimentResults.noData.events': '{n} von {needed} Ergebnissen ({share})',
  'experimentResults.noData.arm': 'In dieser Gruppe noch kein Ergebnis; nötig sind {needed}',
  'experimentResults.noData.baseline':
    'In der Vergleichsgruppe noch kein Ergebnis; nötig sind {needed}',
  'experimentResults.noData.users': '{n} von {needed} geplanten Nutzern ({share})',
  'experimentResults.missing': 'Fehlt in den Ergebnissen',
  'experimentResults.verdict.better': 'Besser',
  'experimentResults.verdict.worse': 'Schlechter',
  'experimentResults.verdict.unclear': 'Noch nicht sicher',
  'experimentResults.verdict.unknown': 'Nicht zu sagen',
  'experimentResults.verdict.noVariance': 'ohne Quadratsummen sagt nichts, wie sicher es ist',
  'experimentResults.guard.safe': 'Kein Schaden',
  'experimentResults.guard.harmed': 'Geschädigt',
  'experimentResults.p': 'p {p}',
  'experimentResults.chance': '{chance}, höher zu sein',
  'experimentResults.loss': 'erwarteter Verlust {loss}',
  'experimentResults.large': 'Ungewöhnlich groß: erst die Messung prüfen',
  'experimentResults.influence': 'Ohne die größte Zahlung jeder Gruppe',
  'experimentResults.influence.decides': 'Ein einziger Kunde entscheidet',
  'experimentResults.levels': '{level}-Intervalle',
  'experimentResults.bonferroni': 'Bonferroni über {n} Vergleiche, Holm für das Urteil',
  'experimentResults.oneSided': 'einseitig bei {alpha}',
  'experimentResults.method.miettinen-nurminen': 'Score-Intervalle (Miettinen–Nurminen)',
  'experimentResults.method.welch': 'Welch, die Änderung nach Fieller',
  'experimentResults.method.delta': 'Delta-Methode',
  'experimentResults.method.asymptotic-sequence': 'asymptotische Konfidenzsequenz',
  'experimentResults.method.beta-binomial': 'Beta-Annahme, vorab {successes} und {failures}',
  'experimentResults.method.normal-posterior': 'Normal-Annahme, vorab flach',

  'experimentResults.overTime': 'Änderung im Lauf der Zeit',
  'experimentResults.overTime.metric': 'Kennzahl',
  'experimentResults.overTime.date': 'Datum',
  'experimentResults.overTime.from': '{arm}: ab {day}, dem ersten Blick mit genügend Ergebnissen.',
  'experimentResults.overTime.notYet': '{arm}: noch bei keinem Blick genügend Ergebnisse.',
  'experimentResults.overTime.point': '{arm}, {day}: {change} ({interval}).',
  'experimentResults.overTime.wide':
    'Bereiche, die für das Bild zu weit sind, sind nicht gezeichnet: Ablesung und Datentabelle haben sie.',
  'experimentResults.overTime.range': 'Bereich {range}',
  'experimentResults.overTime.sequential':
    'Die Bereiche aller Tage gelten zugleich (asymptotisch): Man darf täglich hinsehen.',
  'experimentResults.overTime.bayesian':
    'Annahmen je Tag: Wer täglich hinsieht, findet sie durch Zufall irgendwann sicher.',
  'experimentResults.overTime.fixed':
    'Auf diesen Plan wird einmal geblickt, bei der geplanten Größe: Tag für Tag gibt es nichts zu verfolgen.',

  'experimentResults.otherEngines': 'Andere Verfahren',
  'experimentResults.otherEngines.closed':
    'Auf diesen Plan wird einmal geblickt. Was andere Verfahren sagen, steht ab der geplanten Größe hier.',
  'experimentResults.words': 'Die Ergebnisse in Worten',
}
