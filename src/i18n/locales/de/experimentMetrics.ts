import type { experimentMetrics as english } from '../../en/experimentMetrics.ts'
import type { Translated } from '../../messages.ts'

/** German names of the metrics that the API knows. */
export const experimentMetrics: Translated<typeof english> = {
  'experimentMetrics.user_to_trial': 'Testphasen je Nutzer',
  'experimentMetrics.user_to_paid': 'Zahlende je Nutzer',
  'experimentMetrics.new_trials': 'Neue Testphasen je Nutzer',
  'experimentMetrics.new_subscriptions': 'Neue Abos je Nutzer',
  'experimentMetrics.trial_to_paid': 'Testphase zu Zahlung',
  'experimentMetrics.trial_cancellation': 'Kündigung der Testphase',
  'experimentMetrics.trial_cancellation_per_user': 'Gekündigte Testphasen je Nutzer',
  'experimentMetrics.subscription_cancellation': 'Kündigung des Abos',
  'experimentMetrics.subscription_cancellation_per_user': 'Gekündigte Abos je Nutzer',
  'experimentMetrics.sales': 'Umsatz je Nutzer',
  'experimentMetrics.proceeds': 'Erlös je Nutzer',
  'experimentMetrics.refunds': 'Nutzer mit Erstattung',
}
