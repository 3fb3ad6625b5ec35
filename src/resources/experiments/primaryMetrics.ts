/** The primary metrics of the API. */
export const PRIMARY_METRICS = [
  'user_to_trial',
  'user_to_paid',
  'new_trials',
  'trial_to_paid',
  'trial_cancellation',
  'new_subscriptions',
  'subscription_cancellation',
  'sales',
  'proceeds',
  'refunds',
] as const
