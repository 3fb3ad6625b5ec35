/** English texts of the lifetime-value panel that its chart does without. */
export const ltvPanel = {
  'ltv.control.ages': 'Ages',
  'ltv.control.ages.by_days': 'By days',
  'ltv.control.ages.by_renewals': 'By renewals',
  'ltv.allAges': 'Ages that few have reached',
  'ltv.cost.segments': 'Costs by segment',
  'ltv.cost.invalid':
    'Not an amount: write a number of 0 or more, such as {example}, without marks for thousands.',
  'ltv.cost.revenue': 'Choose ARPU or ARPPU to compare with a cost.',
} as const
