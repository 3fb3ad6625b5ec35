/** English names of the metrics that the API knows. */
export const experimentMetrics = {
  'experimentMetrics.user_to_trial': 'Trials per exposed user',
  'experimentMetrics.user_to_paid': 'Payers per exposed user',
  'experimentMetrics.new_trials': 'New trials per exposed user',
  'experimentMetrics.new_subscriptions': 'New subscriptions per exposed user',
  'experimentMetrics.trial_to_paid': 'Trial to paid',
  'experimentMetrics.trial_cancellation': 'Trial cancellation',
  'experimentMetrics.trial_cancellation_per_user': 'Trials cancelled per exposed user',
  'experimentMetrics.subscription_cancellation': 'Subscription cancellation',
  'experimentMetrics.subscription_cancellation_per_user':
    'Subscriptions cancelled per exposed user',
  'experimentMetrics.sales': 'Sales per exposed user',
  'experimentMetrics.proceeds': 'Proceeds per exposed user',
  'experimentMetrics.refunds': 'Exposed users refunded',
} as const
