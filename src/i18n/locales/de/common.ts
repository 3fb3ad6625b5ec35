import type { common as english } from '../../en/common.ts'
import type { Translated } from '../../messages.ts'

/** German texts that any component may need. */
export const common: Translated<typeof english> = {
  language: 'de',

  'action.refresh': 'Aktualisieren',
  'action.refreshing': 'Wird aktualisiert …',
  'action.retry': 'Erneut versuchen',
  'action.csv': 'CSV herunterladen',

  'problem.forbidden': 'Das dürfen Sie nicht sehen',
  'problem.forbidden.hint':
    'Ihrem Konto fehlt das Recht auf diese Daten. Fragen Sie, wer dieses Panel verwaltet.',
  'problem.rateLimited': 'Zu viele Anfragen',
  'problem.rateLimited.hint': 'Die API begrenzt, wie oft sie antwortet. Warten Sie einen Moment.',
  'problem.rateLimited.until': 'Die API begrenzt, wie oft sie antwortet. Warten Sie bis {time}.',
  'problem.rateLimited.waiting': 'Die Frage wird von selbst erneut gestellt.',
  'problem.transport': 'Keine Antwort vom Server',
  'problem.transport.hint': 'Die Verbindung brach ab, oder der Server läuft nicht.',
  'problem.server': 'Der Server konnte nicht antworten',
  'problem.server.hint':
    'An Ihrer Frage liegt es nicht. Die Meldung unten sagt, was darüber bekannt ist.',
  'problem.shape': 'Die Antwort ist nicht lesbar',
  'problem.shape.hint':
    'Diese Version kennt ihren Aufbau nicht. Die Meldung unten sagt, wie sie zu lesen ist.',
  'problem.input': 'Diese Frage lässt sich nicht stellen',
  'problem.input.hint': 'Ändern Sie die unten genannten Felder.',
  'problem.other': 'Etwas ist schiefgegangen',
  'problem.other.hint':
    'Versuchen Sie es erneut; bleibt es so, zeigen Sie die Meldung unten dem, der dieses Panel verwaltet.',
  'problem.part':
    'Dieser Teil konnte nicht geladen werden: Die Verbindung brach ab, oder die Seite ist veraltet. Versuchen Sie es erneut, oder laden Sie die Seite neu.',
  'problem.stale': 'Unten steht die letzte gute Antwort.',

  'environment.sandbox': 'SANDBOX',
  'environment.sandbox.hint': 'Nur Testkäufe. Kein echtes Geld.',
  'environment.production': 'Produktion',
}
