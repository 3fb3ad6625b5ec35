import type { experimentActions as english } from '../../en/experimentActions.ts'
import type { Translated } from '../../messages.ts'

/** German texts of what is done with an experiment as a whole. */
export const experimentActions: Translated<typeof english> = {
  'experimentActions.title': 'Was mit {name} geschehen soll',
  'experimentActions.start': 'Starten',
  'experimentActions.pause': 'Pausieren',
  'experimentActions.resume': 'Fortsetzen',
  'experimentActions.finish': 'Beenden',
  'experimentActions.edit': 'Bearbeiten',
  'experimentActions.delete': 'Löschen',
  'experimentActions.cancel': 'Abbrechen',
  'experimentActions.unknown':
    'Diese Version kennt den Status „{status}“ nicht und bietet daher keine Änderung an.',

  'experimentActions.start.title': '„{name}“ starten?',
  'experimentActions.pause.title': '„{name}“ pausieren?',
  'experimentActions.resume.title': '„{name}“ fortsetzen?',
  'experimentActions.finish.title': '„{name}“ beenden?',
  'experimentActions.edit.title': '„{name}“ ändern, während Nutzer darin sind?',
  'experimentActions.delete.title': '„{name}“ löschen?',

  'experimentActions.start.users':
    'Noch ist niemand darin. Von jetzt an kommen {share} der neuen Nutzer nach den Gewichten in seine Gruppen und bleiben dort.',
  'experimentActions.start.all':
    'Noch ist niemand darin. Von jetzt an kommen neue Nutzer nach den Gewichten in seine Gruppen und bleiben dort.',
  'experimentActions.start.design':
    'Gewichte, Anteil der Nutzer und Inhalte der Gruppen lassen sich danach nur mit einer neuen Phase der Ergebnisse ändern.',
  'experimentActions.start.groups': 'So ist es nicht zu beurteilen:',
  'experimentActions.start.groups.few': 'Weniger als zwei Gruppen haben ein Gewicht über 0.',
  'experimentActions.start.groups.control':
    'Genau eine Gruppe muss die Kontrollgruppe sein; es sind {n}.',
  'experimentActions.pause.users':
    'Wer schon darin ist, bleibt in seiner Gruppe und sieht weiter, was er jetzt sieht.',
  'experimentActions.pause.new':
    'Neue Nutzer kommen erst wieder hinein, wenn es fortgesetzt wird: Es entsteht eine Lücke, und es dauert länger.',
  'experimentActions.resume.users': 'Wer schon darin ist, war die ganze Zeit in seiner Gruppe.',
  'experimentActions.resume.new': 'Neue Nutzer kommen wieder hinein, in denselben Anteilen.',
  'experimentActions.finish.users':
    'Wer schon darin ist, verlässt seine Gruppe und sieht wieder, was alle ohne Experiment sehen.',
  'experimentActions.finish.mature':
    'Die Ergebnisse reifen weiter, bis gezählt ist, was die letzten Nutzer im Fenster des Plans tun.',
  'experimentActions.finish.final': 'Es lässt sich nicht wieder starten.',
  'experimentActions.finish.result': 'Das Ergebnis bisher: {result}',
  'experimentActions.finish.open':
    'Jetzt beendet, bleibt die Frage offen. Sollen nur keine neuen Nutzer hinein, genügt eine Pause.',
  'experimentActions.edit.phase':
    'Andere Gewichte, ein anderer Anteil der Nutzer oder andere Inhalte beginnen eine neue Phase: Nutzer davor wurden anders ausgewählt und werden nicht mit denen danach zusammengezählt.',
  'experimentActions.edit.refused':
    'Die API kann solche Änderungen ablehnen. Name, Beschreibung und Ziel sind jederzeit zu ändern.',
  'experimentActions.edit.go': 'Trotzdem bearbeiten',
  'experimentActions.delete.users':
    'Seine Gruppen und Ergebnisse werden mitgelöscht, für alle. Das lässt sich nicht rückgängig machen.',
  'experimentActions.delete.serves':
    'Wer schon darin ist, verlässt seine Gruppe und sieht wieder, was alle ohne Experiment sehen.',
  'experimentActions.delete.type': 'Zum Löschen den Namen eingeben: {name}',
  'experimentActions.delete.missing':
    'Der Name steht noch nicht so da, wie er oben geschrieben ist.',
  'experimentActions.delete.running':
    'Es lässt Nutzer hinein. Erst beenden, damit niemand ohne Gruppe dasteht.',

  'experimentActions.shared.name': '„{name}“',
  'experimentActions.shared': {
    one: 'Ein anderes Experiment hat Nutzer auf demselben Kontextschlüssel „{key}“: {names}. Wer in beiden ist, sieht eine Mischung, und jedes Ergebnis enthält einen Teil der anderen Wirkung.',
    other:
      'Andere Experimente haben Nutzer auf demselben Kontextschlüssel „{key}“: {names}. Wer in mehreren ist, sieht eine Mischung, und jedes Ergebnis enthält einen Teil der anderen Wirkungen.',
  },

  'experimentActions.start.pending': 'Wird gestartet …',
  'experimentActions.pause.pending': 'Wird pausiert …',
  'experimentActions.resume.pending': 'Wird fortgesetzt …',
  'experimentActions.finish.pending': 'Wird beendet …',
  'experimentActions.delete.pending': 'Wird gelöscht …',
  'experimentActions.start.failed': 'Es wurde nicht gestartet',
  'experimentActions.pause.failed': 'Es wurde nicht pausiert',
  'experimentActions.resume.failed': 'Es wurde nicht fortgesetzt',
  'experimentActions.finish.failed': 'Es wurde nicht beendet',
  'experimentActions.delete.failed': 'Es wurde nicht gelöscht',
  'experimentActions.failed.unsure': 'Keine klare Antwort',
  'experimentActions.failed.back': 'Zu sehen ist wieder, was der Server sagt.',
  'experimentActions.failed.forbidden':
    'Ihrem Konto fehlt das Recht dazu. Fragen Sie, wer dieses Panel verwaltet.',
  'experimentActions.failed.refused':
    'Die API hat es aus dem Grund unten abgelehnt. Ändern Sie, was er nennt, und versuchen Sie es erneut.',
  'experimentActions.failed.rateLimited':
    'Die API begrenzt, wie oft sie gerufen wird. Warten Sie einen Moment und versuchen Sie es erneut.',
  'experimentActions.failed.unknown':
    'Es ist nicht sicher, ob es gewirkt hat. Sehen Sie nach dem Status, bevor Sie es erneut versuchen.',
  'experimentActions.dismiss': 'Schließen',
}
