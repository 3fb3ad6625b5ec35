/** English texts of what was changed in the plan of an experiment: loaded with the first change that is shown. */
export const experimentPlanChange = {
  'experimentResults.planChanged.parts': 'Changed: {changes}.',
  'experimentResults.planChanged.value': '{part} from {before} to {after}',
  'experimentResults.planPart.engine': 'engine',
  'experimentResults.planPart.alpha': 'chance of a false claim',
  'experimentResults.planPart.outcomeWindow': 'outcome window in days',
  'experimentResults.planPart.plannedUsers': 'planned users',
  'experimentResults.planPart.primary': 'primary metric',
  'experimentResults.planPart.secondary': 'secondary metrics',
  'experimentResults.planPart.guardrails': 'guardrails',
  'experimentResults.planPart.minDays': 'least days',
  'experimentResults.planPart.minEffect': 'smallest change that matters',
  'experimentResults.planPart.cap': 'cap of one user’s money',
  'experimentResults.planPart.finalLook': 'final look',
  'experimentResults.planPart.prior': 'prior',
} as const
