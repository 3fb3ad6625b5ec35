import type { experimentMetrics as english } from '../../en/experimentMetrics.ts'
import type { Translated } from '../../messages.ts'

/** German names of the metrics that the API knows. */
export const experimentMetrics: Translated<typeof english> = {
  'experimentMetrics.user_to_trial': 'Nutzer mit Testphase',
  'experimentMetrics.user_to_paid': 'Zahlende Nutzer',
  'experimentMetrics.new_trials': 'Neue Testphasen',
  'experimentMetrics.trial_to_paid': 'Bezahlte Testphasen',
  'experimentMetrics.trial_cancellation': 'Gekündigte Testphasen',
  'experimentMetrics.trial_cancellation_per_user': 'Gekündigte Testphasen je Nutzer',
  'experimentMetrics.new_subscriptions': 'Neue Abos',
  'experimentMetrics.subscription_cancellation': 'Gekündigte Abos',
  'experimentMetrics.subscription_cancellation_per_user': 'Gekündigte Abos je Nutzer',
  'experimentMetrics.sales': 'Umsatz je Nutzer',
  'experimentMetrics.proceeds': 'Erlös je Nutzer',
  'experimentMetrics.refunds': 'Nutzer mit Erstattung',
}
