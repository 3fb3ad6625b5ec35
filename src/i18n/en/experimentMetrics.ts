/** English names of the metrics that the API knows. */
export const experimentMetrics = {
  'experimentMetrics.user_to_trial': 'Users who start a trial',
  'experimentMetrics.user_to_paid': 'Users who pay',
  'experimentMetrics.new_trials': 'New trials',
  'experimentMetrics.trial_to_paid': 'Trials that are paid for',
  'experimentMetrics.trial_cancellation': 'Trials that are cancelled',
  'experimentMetrics.trial_cancellation_per_user': 'Cancelled trials per user',
  'experimentMetrics.new_subscriptions': 'New subscriptions',
  'experimentMetrics.subscription_cancellation': 'Subscriptions that are cancelled',
  'experimentMetrics.subscription_cancellation_per_user': 'Cancelled subscriptions per user',
  'experimentMetrics.sales': 'Sales per user',
  'experimentMetrics.proceeds': 'Proceeds per user',
  'experimentMetrics.refunds': 'Users who are refunded',
} as const
