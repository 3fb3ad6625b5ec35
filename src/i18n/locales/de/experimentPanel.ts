import type { experimentPanel as english } from '../../en/experimentPanel.ts'
import type { Translated } from '../../messages.ts'

/** German texts of the panel of experiments. */
export const experimentPanel: Translated<typeof english> = {
  'experimentPanel.back': 'Alle Experimente',
  'experimentPanel.missing':
    'In diesem Projekt gibt es kein Experiment „{id}“. Vielleicht wurde es gelöscht, oder der Link gehört zu einem anderen Projekt.',
  'experimentPanel.saved': '„{name}“ ist gespeichert.',
  'experimentPanel.deleted': '„{name}“ ist gelöscht.',
  'experimentPanel.making':
    '„{name}“ wird gerade angelegt. Sobald die API es hat, lässt es sich aus der Liste öffnen.',
}
