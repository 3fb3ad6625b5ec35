import type { DraftFault } from './form.check.model.ts'
import type { Translate } from '../../i18n/translate.ts'
import type { experimentForm } from '../../i18n/en/experimentForm.ts'
import type { experimentMetrics } from '../../i18n/en/experimentMetrics.ts'

type Key = keyof typeof experimentForm

/** The name of a metric; the API's own word for one that has none. */
export function metricName(t: Translate<keyof typeof experimentMetrics>, metric: string): string {
  const known = METRIC_NAMES.find((one) => one === metric.replaceAll('-', '_'))
  return known ? t(`experimentMetrics.${known}`) : metric
}

/** What is wrong with a field, as a sentence. */
export const faultText = (t: Translate<Key>, { code, value = '' }: DraftFault): string =>
  t(`experimentForm.fault.${code}`, { value, example: code === 'whole' ? '20000' : '50' })

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

const METRIC_NAMES = [
  ...PRIMARY_METRICS,
  'trial_cancellation_per_user',
  'subscription_cancellation_per_user',
] as const
