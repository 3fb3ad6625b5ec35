import type { experimentPlanChange as english } from '../../en/experimentPlanChange.ts'
import type { Translated } from '../../messages.ts'

/** German texts of what was changed in the plan of an experiment. */
export const experimentPlanChange: Translated<typeof english> = {
  'experimentResults.planChanged.parts': 'Geändert: {changes}.',
  'experimentResults.planChanged.value': '{part} von {before} auf {after}',
  'experimentResults.planPart.engine': 'Verfahren',
  'experimentResults.planPart.alpha': 'Risiko einer falschen Behauptung',
  'experimentResults.planPart.outcomeWindow': 'Ergebnisfenster in Tagen',
  'experimentResults.planPart.plannedUsers': 'geplante Nutzer',
  'experimentResults.planPart.primary': 'Hauptkennzahl',
  'experimentResults.planPart.secondary': 'Nebenkennzahlen',
  'experimentResults.planPart.guardrails': 'Schutzkennzahlen',
  'experimentResults.planPart.minDays': 'Mindestdauer in Tagen',
  'experimentResults.planPart.minEffect': 'kleinste Änderung von Bedeutung',
  'experimentResults.planPart.cap': 'Obergrenze für das Geld eines Nutzers',
  'experimentResults.planPart.finalLook': 'Schlussblick',
  'experimentResults.planPart.prior': 'Vorannahme',
}
