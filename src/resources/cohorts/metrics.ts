/** The six metrics of a cohort cell; arpu is per member, arppu per payer, arpas per payment. */
export const COHORT_METRICS = [
  'revenue',
  'subscriptions',
  'payers',
  'arpu',
  'arppu',
  'arpas',
] as const
