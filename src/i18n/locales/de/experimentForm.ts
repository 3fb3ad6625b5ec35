import type { experimentForm as english } from '../../en/experimentForm.ts'
import type { Translated } from '../../messages.ts'

/** German texts of the form that makes and changes experiments. */
export const experimentForm: Translated<typeof english> = {
  'experimentForm.create': 'Neues Experiment',
  'experimentForm.edit': '{name} bearbeiten',
  'experimentForm.loading': 'Experiment wird geladen',
  'experimentForm.missing':
    'In diesem Projekt gibt es kein Experiment „{id}“. Vielleicht wurde es gelöscht, oder der Link gehört zu einem anderen Projekt.',

  'experimentForm.names': 'Worum es geht',
  'experimentForm.name': 'Name',
  'experimentForm.alias': 'Alias',
  'experimentForm.alias.hint':
    'So kennen App und API das Experiment: Buchstaben, Ziffern, Punkte, Binde- und Unterstriche.',
  'experimentForm.alias.change':
    'Eine App, die nach „{alias}“ fragt, findet unter einem anderen Alias nichts.',
  'experimentForm.description': 'Beschreibung',
  'experimentForm.description.hint': 'Was ausprobiert und was davon erwartet wird.',
  'experimentForm.context': 'Kontextschlüssel',
  'experimentForm.context.hint': 'Die Stelle in der App, an der es gilt. Leer für keine.',
  'experimentForm.contextSpecific': 'Nur in diesem Kontext',

  'experimentForm.goal': 'Woran es gemessen wird',
  'experimentForm.metric': 'Hauptkennzahl',
  'experimentForm.metric.none': 'Nicht gewählt',
  'experimentForm.metric.conditional':
    'Zählt nur Nutzer, die nach dem Einschluss so weit kamen, und entscheidet daher nie allein: „{twin}“ wird mit beurteilt.',
  'experimentForm.direction': 'Sie soll',
  'experimentForm.direction.increase': 'steigen',
  'experimentForm.direction.decrease': 'sinken',
  'experimentForm.direction.none': 'Nicht gewählt',
  'experimentForm.goalValue': 'Ziel',
  'experimentForm.goalValue.money': 'Ziel ({currency})',
  'experimentForm.goalValue.hint': 'Der erhoffte Wert. Er entscheidet nichts; leer für keinen.',
  'experimentForm.share': 'Anteil der Nutzer (%)',
  'experimentForm.share.hint': 'So viele aller Nutzer nehmen teil; leer für alle.',

  'experimentForm.groups': 'Gruppen',
  'experimentForm.groups.about':
    'Was Nutzer bekommen und wie viele von ihnen. Genau eine Gruppe ist die Kontrolle, mit der die anderen verglichen werden.',
  'experimentForm.group': 'Gruppe {n}',
  'experimentForm.group.control': 'Gruppe {n}, die Kontrolle',
  'experimentForm.group.name': 'Name der Gruppe',
  'experimentForm.group.isControl': 'Kontrolle',
  'experimentForm.group.weight': 'Gewicht',
  'experimentForm.group.share': '{share} der Teilnehmenden',
  'experimentForm.group.closed':
    'Hierher kommt niemand; wer sich später hier findet, zählt als Leck.',
  'experimentForm.group.payload': 'Remote-Konfiguration',
  'experimentForm.group.payload.none': 'Keine',
  'experimentForm.group.payload.hint': 'Ihre uid, wie Qonversion sie zeigt; leer für keine.',
  'experimentForm.group.offering': 'Angebot: {name}. Die API kann es nicht ändern.',
  'experimentForm.group.remove': '{name} entfernen',
  'experimentForm.groups.add': 'Gruppe hinzufügen',
  'experimentForm.groups.split': 'Gleich aufteilen',
  'experimentForm.groups.sum': 'Die Gewichte ergeben zusammen {sum}.',
  'experimentForm.groups.sum.none': 'Die Gewichte ergeben noch keine Summe.',
  'experimentForm.groups.uneven':
    'Die größte Gruppe ist {ratio}-mal so groß wie die kleinste: Das braucht insgesamt mehr Nutzer als gleiche Gruppen.',

  'experimentForm.plan': 'Plan',
  'experimentForm.plan.about':
    'Wie die Ergebnisse gelesen werden, festgelegt vor dem ersten Blick. Diese Oberfläche bewahrt ihn auf, nicht Qonversion.',
  'experimentForm.plan.none':
    'Ohne geplante Nutzer gibt es noch keinen Plan: Ergebnisse werden nach einem üblichen gelesen, was dabeisteht.',
  'experimentForm.plan.planner': 'Nutzer und Tage ausrechnen',
  'experimentForm.plan.taken': 'Die geplante Größe wurde übernommen.',
  'experimentForm.engine': 'Gelesen wird',
  'experimentForm.engine.sequential': 'Jederzeit (sequenziell)',
  'experimentForm.engine.sequential.hint':
    'Tägliches Hinsehen schadet nicht; braucht etwa 1,7-mal so viele Nutzer.',
  'experimentForm.engine.fixed': 'Einmal, bei der geplanten Größe (fest)',
  'experimentForm.engine.fixed.hint': 'Vor den geplanten Nutzern wird nichts gezeigt.',
  'experimentForm.engine.bayesian': 'Als Wahrscheinlichkeiten (Bayes)',
  'experimentForm.engine.bayesian.hint':
    'Wahrscheinlichkeiten, keine Fehlerrate: Bei täglichem Hinsehen gibt es mehr falsche Sieger.',
  'experimentForm.alpha': 'Hingenommene Fehlalarme (%)',
  'experimentForm.alpha.hint':
    'So viele Tests ohne Unterschied dürfen einen Sieger oder Verlierer nennen.',
  'experimentForm.outcomeWindow': 'Ergebnisfenster (Tage)',
  'experimentForm.outcomeWindow.hint':
    'Tage nach dem Einschluss, in denen Ergebnisse zählen: die längste Testphase und 3 mehr.',
  'experimentForm.plannedUsers': 'Geplante Nutzer',
  'experimentForm.plannedUsers.hint':
    'In allen Gruppen zusammen, jeweils mit dem ganzen Fenster hinter sich.',
  'experimentForm.minEffect': 'Kleinste Wirkung, die zählt (%)',
  'experimentForm.minEffect.hint': 'Relativ: 10 heißt von 2,0 % auf 2,2 %.',
  'experimentForm.minDays': 'Mindestens (Tage)',
  'experimentForm.minDays.hint': 'Ganze Wochen, damit jeder Wochentag gleich zählt.',
  'experimentForm.cap': 'Obergrenze je Nutzer ({currency})',
  'experimentForm.cap.hint': 'Mehr Geld eines Nutzers zählt nicht. Leer für keine Grenze.',
  'experimentForm.guardrails': 'Schutzkennzahlen',
  'experimentForm.guardrails.about':
    'Was nicht schlechter werden darf, auch wenn die Hauptkennzahl besser wird.',
  'experimentForm.guardrail.margin.percent': 'Hingenommener Schaden (%)',
  'experimentForm.guardrail.margin.perThousand': 'Hingenommener Schaden (Nutzer von 1.000)',
  'experimentForm.guardrail.margin.plain': 'Hingenommener Schaden (in der eigenen Einheit)',

  'experimentForm.fault.required': 'Bitte ausfüllen.',
  'experimentForm.fault.number':
    'Bitte eine Zahl ab 0 schreiben, etwa {example}, ohne Tausenderzeichen.',
  'experimentForm.fault.whole':
    'Bitte eine ganze Zahl schreiben, etwa {example}, ohne Tausenderzeichen.',
  'experimentForm.fault.percent': 'Bitte einen Prozentsatz über 0 und bis 100 schreiben.',
  'experimentForm.fault.alphaRange':
    'Bitte einen Prozentsatz über 0 und unter 50 schreiben; üblich sind 5.',
  'experimentForm.fault.aliasSigns':
    'Nur Buchstaben, Ziffern, Punkte, Binde- und Unterstriche: Andere nimmt die API nicht an.',
  'experimentForm.fault.aliasLong': 'Höchstens 64 Zeichen; es sind {value}.',
  'experimentForm.fault.aliasTaken':
    '„{value}“ hat diesen Alias schon: Bitte einen anderen wählen.',
  'experimentForm.fault.twoGroups':
    'Mindestens zwei Gruppen: Bitte eine zum Vergleichen hinzufügen.',
  'experimentForm.fault.twoOpenGroups':
    'Mindestens zwei Gruppen brauchen ein Gewicht über 0: Sonst gibt es niemanden zum Vergleichen.',
  'experimentForm.fault.control': 'Genau eine Gruppe ist die Kontrolle: Bitte wählen, welche.',
  'experimentForm.fault.controlClosed':
    'Die Kontrolle hat kein Gewicht: Ohne Nutzer in ihr lässt sich nichts vergleichen.',
  'experimentForm.fault.namesTwice':
    'Zwei Gruppen heißen so: In den Ergebnissen wären sie nicht zu unterscheiden.',
  'experimentForm.fault.plannedUsers':
    'Ein Plan braucht seine Größe: mit wie vielen Nutzern der Test endet. Der Planer rechnet sie aus.',
  'experimentForm.faults': {
    one: 'Nichts wurde gesendet: {n} Eingabe stimmt noch nicht.',
    other: 'Nichts wurde gesendet: {n} Eingaben stimmen noch nicht.',
  },

  'experimentForm.warn.context.name': '„{name}“',
  'experimentForm.warn.context': {
    one: '{names} läuft auf diesem Kontextschlüssel. Nutzer sähen beide zugleich, die Wirkungen mischen sich: Bitte erst beenden oder einen anderen Schlüssel wählen.',
    other:
      '{names} laufen auf diesem Kontextschlüssel. Nutzer sähen sie zugleich, die Wirkungen mischen sich: Bitte erst beenden oder einen anderen Schlüssel wählen.',
  },
  'experimentForm.warn.phase':
    'Das Experiment ist im Gange, und dies ändert {parts}: Danach beginnt eine neue Phase, und Ergebnisse von vorher und nachher dürfen nicht zusammengezählt werden. Der Server lehnt es vielleicht ab.',
  'experimentForm.part.weights': 'die Gewichte',
  'experimentForm.part.share': 'den Anteil der Nutzer',
  'experimentForm.part.payload': 'was Gruppen bekommen',
  'experimentForm.part.groups': 'die Gruppen',
  'experimentForm.part.control': 'die Kontrolle',
  'experimentForm.part.context': 'den Kontextschlüssel',
  'experimentForm.warn.plan':
    'Der Plan stand vor dem ersten Blick fest. Eine Änderung wird behalten und bei den Ergebnissen als Änderung gezeigt.',

  'experimentForm.save.create': 'Entwurf anlegen',
  'experimentForm.save': 'Speichern',
  'experimentForm.saving': 'Wird gespeichert…',
  'experimentForm.cancel': 'Abbrechen',
  'experimentForm.leave': 'Ohne Speichern verlassen? Was geändert wurde, geht verloren.',
  'experimentForm.leave.yes': 'Änderungen verwerfen',
  'experimentForm.leave.no': 'Weiter bearbeiten',
  'experimentForm.problem': 'Nicht alles wurde gespeichert',
  'experimentForm.problem.none': 'Es wurde nicht gespeichert',
  'experimentForm.problem.fields': 'Der Server hat abgelehnt, was unten markiert ist.',
  'experimentForm.problem.kept': 'Nichts Geschriebenes ist verloren.',
  'experimentForm.progress.experiment': 'Das Experiment selbst ist gespeichert.',
  'experimentForm.progress.groups': 'Gespeicherte Gruppen: {names}.',
  'experimentForm.progress.missing': 'Noch nicht gespeichert: {names}.',
  'experimentForm.progress.next':
    'Erneutes Speichern macht dort weiter und legt nichts doppelt an.',
}
