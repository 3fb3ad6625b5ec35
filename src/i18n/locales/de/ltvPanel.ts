import type { ltvPanel as english } from '../../en/ltvPanel.ts'
import type { Translated } from '../../messages.ts'

/** German texts of the lifetime-value panel that its chart does without. */
export const ltvPanel: Translated<typeof english> = {
  'ltv.control.ages': 'Alter',
  'ltv.control.ages.by_days': 'Nach Tagen',
  'ltv.control.ages.by_renewals': 'Nach Verlängerungen',
  'ltv.allAges': 'Alter, die wenige erreicht haben',
  'ltv.cost.segments': 'Kosten je Segment',
  'ltv.cost.invalid':
    'Kein Betrag: Schreiben Sie eine Zahl ab 0 wie {example}, ohne Tausendertrennzeichen.',
  'ltv.cost.revenue': 'Wählen Sie ARPU oder ARPPU, um mit Kosten zu vergleichen.',
}
