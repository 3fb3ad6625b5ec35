import type { experiments as english } from '../../en/experiments.ts'
import type { Translated } from '../../messages.ts'

/** German texts of what is decided of an experiment, and why. */
export const experiments: Translated<typeof english> = {
  'experiments.word.unhealthy': 'Gestört: Keinem Ergebnis dieses Experiments ist zu trauen.',
  'experiments.word.not-enough-data': 'Zu wenig Daten.',
  'experiments.word.keep-running': 'Weiterlaufen lassen.',
  'experiments.word.ship': '{arm} ausrollen.',
  'experiments.word.roll-back': 'Zurücknehmen.',
  'experiments.word.no-difference': 'Kein Unterschied von Bedeutung.',
  'experiments.end.planned':
    'Die geplante Größe ist erreicht, und auf das Ergebnis ist noch kein Verlass.',
  'experiments.end.finished': 'Es ist beendet, und auf das Ergebnis ist kein Verlass.',

  'experiments.reason.no-control': 'Es muss genau eine Kontrollgruppe geben, es gibt {value}.',
  'experiments.reason.no-variant': 'Es gibt keine Gruppe zum Vergleich mit der Kontrollgruppe.',
  'experiments.reason.sample-ratio':
    'Die Nutzer kamen nicht in den geplanten Anteilen an, die Gruppen unterscheiden sich also in mehr als dem Getesteten. Ursache finden, beheben und neu beginnen.',
  'experiments.reason.leak': '{value} Nutzer sind in {arm}, wo keine sein sollten.',
  'experiments.reason.two-arms': '{value} Nutzer wurden in zwei Gruppen gesehen.',
  'experiments.reason.shared-context':
    'Ein anderes Experiment mit demselben Kontextschlüssel zur selben Zeit, „{other}“: Beide Wirkungen mischen sich.',
  'experiments.reason.events':
    'Zu wenige Nutzer von {arm} oder der Kontrollgruppe haben ein Ergebnis in {metric}: bisher {value}.',
  'experiments.reason.missing': '{metric} von {arm} fehlt in den Ergebnissen.',
  'experiments.reason.no-variance':
    '{metric} von {arm} kommt ohne Quadratsummen oder mit unmöglichen, also sagt nichts, wie sicher der Wert ist.',
  'experiments.reason.stopped-early':
    'Es wurde mit {value} von {needed} Nutzern beendet, bevor die Frage beantwortet war.',
  'experiments.reason.unclear':
    '{arm} und die Kontrollgruppe sind in {metric} noch nicht zu unterscheiden.',
  'experiments.reason.better': '{arm} ist besser in {metric}: {value}.',
  'experiments.reason.worse': '{arm} ist schlechter in {metric}.',
  'experiments.reason.guardrail-safe': '{metric} von {arm} ist nicht schlechter als vereinbart.',
  'experiments.reason.guardrail-harmed': '{arm} schadet {metric} mehr als vereinbart.',
  'experiments.reason.guardrail-unclear':
    'Es ist noch nicht sicher, dass {arm} {metric} nicht schadet.',
  'experiments.reason.guardrail-undecided':
    'Der Plan ist am Ende, und es ist immer noch nicht sicher, dass {arm} {metric} nicht schadet: Mit {value} Ergebnissen in einer Gruppe lässt sich die vereinbarte Grenze nicht prüfen. Mehr Nutzer aufnehmen oder das Risiko selbst abwägen; den nächsten Test mit weiterer Grenze planen oder mit einer Leitplanke, die mehr Nutzer erreichen.',
  'experiments.reason.large-change':
    'Eine Änderung von {value} ist öfter ein Fehler der Messung als ein Erfolg: erst prüfen.',
  'experiments.reason.one-customer':
    'Über {metric} von {arm} entscheidet ein einzelner Kunde: Ohne die größte Zahlung jeder Gruppe ist das Ergebnis ein anderes.',
  'experiments.reason.novelty':
    'Nutzer nach der ersten Woche zeigen in {metric} das Gegenteil: Es kann der Reiz des Neuen sein.',
  'experiments.reason.under-minimum':
    '{arm} ist besser in {metric}, aber um weniger, als laut Plan zählt.',
  'experiments.reason.within-minimum':
    'Jeder Unterschied von {arm} in {metric} ist kleiner, als laut Plan zählt.',
  'experiments.reason.planned-size-reached':
    'Die geplanten {needed} Nutzer sind erreicht, und kein Unterschied ist sicher.',
  'experiments.reason.past-planned-size':
    'Dieser Plan wird einmal angesehen, mit {needed} Nutzern, und {value} sind gezählt: Jeder weitere Blick erhöht die Wahrscheinlichkeit einer falschen Aussage. Nur die ersten {needed} zählen.',
  'experiments.reason.days': 'Es muss {needed} Tage laufen, ganze Wochen; bisher {value}.',
  'experiments.reason.maturity':
    'Die Summen mischen Nutzer verschiedenen Alters: Eine Gruppe, die später zahlt, sieht schlechter aus, als sie ist. Warten, bis der letzte Nutzer sein ganzes Fenster hatte: {value} Tage.',
  'experiments.reason.maturity.running':
    'Die Summen mischen Nutzer verschiedenen Alters: Eine Gruppe, die später zahlt, sieht schlechter aus, als sie ist. Sie können {value} Tage nach dem Ende des Experiments entscheiden; im Fenster gezählte Ergebnisse entscheiden schon vorher.',
  'experiments.reason.conditional':
    'Die Metrik teilt durch Nutzer, die erst nach dem Kontakt gezählt werden, und entscheidet daher nie allein. Ihren Zwilling je erreichtem Nutzer nennen.',
  'experiments.reason.planned-size':
    'Dieser Plan wird einmal angesehen, mit {needed} Nutzern; bisher sind es {value}.',
  'experiments.unknown': 'eine unbekannte Zahl',
}
