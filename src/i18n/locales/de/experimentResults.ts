import type { experimentResults as english } from '../../en/experimentResults.ts'
import type { Translated } from '../../messages.ts'

/** German texts of the page of an experiment's results. */
export const experimentResults: Translated<typeof english> = {
  'experimentResults.loading': 'Ergebnisse des Experiments werden geladen',
}
