import { isCharge, isRefund, type LogRow } from '../log.ts'

/** The store an integration belongs to, in the API's own capitals. */
export type Platform = 'iOS' | 'Android' | 'Stripe'

/** A service that events can be forwarded to. */
export interface Provider {
  readonly slug: string
  readonly label: string
  readonly stores: readonly Platform[]
}

/** Providers of one kind. */
export interface Category {
  readonly code: string
  readonly label: string
  readonly providers: readonly Provider[]
}

const EVERY: readonly Platform[] = ['iOS', 'Android', 'Stripe']
const MOBILE: readonly Platform[] = ['iOS', 'Android']
const IOS: readonly Platform[] = ['iOS']

const provider = (slug: string, label: string, stores = EVERY): Provider => ({
  slug,
  label,
  stores,
})

/** Every provider by category, in the order of the catalog. */
export const CATEGORIES: readonly Category[] = [
  {
    code: 'analytics_marketing',
    label: 'Analytics and marketing',
    providers: [
      provider('amplitude', 'Amplitude'),
      provider('appmetrica', 'AppMetrica', MOBILE),
      provider('facebook', 'Facebook', MOBILE),
      provider('firebase', 'Firebase', MOBILE),
      provider('mixpanel', 'Mixpanel'),
      provider('posthog', 'PostHog'),
      provider('segment', 'Segment'),
    ],
  },
  {
    code: 'attribution',
    label: 'Attribution',
    providers: [
      provider('searchads', 'Apple Search Ads', IOS),
      provider('adjust', 'Adjust', MOBILE),
      provider('appsflyer', 'AppsFlyer'),
      provider('branch', 'Branch', MOBILE),
      provider('kochava', 'Kochava', MOBILE),
      provider('singular', 'Singular', MOBILE),
      provider('split_metrics', 'SplitMetrics', IOS),
      provider('asapty', 'Asapty', IOS),
      provider('tenjin', 'Tenjin', MOBILE),
    ],
  },
  {
    code: 'server',
    label: 'Server and storage',
    providers: [
      provider('amazon_s3', 'Amazon S3'),
      provider('google_cloud_storage', 'Google Cloud Storage'),
      provider('slack', 'Slack'),
      provider('webhooks', 'Webhooks'),
    ],
  },
  {
    code: 'email_push',
    label: 'Email and push',
    providers: [
      provider('braze', 'Braze'),
      provider('clevertap', 'CleverTap'),
      provider('mailchimp', 'Mailchimp'),
      provider('onesignal', 'OneSignal', MOBILE),
      provider('pushwoosh', 'Pushwoosh', MOBILE),
    ],
  },
]

const PLACES = new Map(
  CATEGORIES.flatMap((category) =>
    category.providers.map((one) => [one.slug, { provider: one, category: category.code }]),
  ),
)

/** A provider by its slug, with the code of its category; undefined for none of the catalog. */
export const findProvider = (slug: string) => PLACES.get(slug)

/** True for providers that reports can be sent to. */
export const takesReports = (slug: string): boolean => findProvider(slug)?.category === 'server'

/** False for storage, which gets files and no single events. */
export const takesEvents = (slug: string): boolean =>
  slug !== 'amazon_s3' && slug !== 'google_cloud_storage'

/** True where a provider is sent an event: attribution gets money alone. */
export function takesEvent(slug: string, { type }: LogRow): boolean {
  if (!takesEvents(slug)) return false
  return findProvider(slug)?.category !== 'attribution' || isCharge(type) || isRefund(type)
}
