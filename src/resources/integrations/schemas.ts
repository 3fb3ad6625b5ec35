import * as v from 'valibot'
import { openEnum } from '../../core/filters.ts'
import { isPlain } from '../../core/plain.ts'

/** Names one integration in a path. */
export const ofIntegration = () => ({
  integration_id: v.pipe(
    v.string(),
    v.regex(/^[a-zA-Z0-9._-]+$/, 'must be letters, digits, dots, dashes and underscores'),
    v.maxLength(256),
  ),
})

/** The stores an integration can belong to, in the API's own capitals. */
export const stores = ['iOS', 'Android', 'Stripe'] as const

/** Providers that are known today; the catalog may hold newer ones. */
export const slug = () =>
  openEnum(
    'amplitude',
    'appmetrica',
    'facebook',
    'firebase',
    'mixpanel',
    'posthog',
    'segment',
    'searchads',
    'adjust',
    'appsflyer',
    'branch',
    'kochava',
    'singular',
    'split_metrics',
    'asapty',
    'tenjin',
    'amazon_s3',
    'google_cloud_storage',
    'slack',
    'webhooks',
    'braze',
    'clevertap',
    'mailchimp',
    'onesignal',
    'pushwoosh',
  )

const instant = () => v.optional(v.nullable(v.string()))

/** An integration as it is read: the documented fields and no others, because what else it holds are credentials. */
export const integration = () =>
  v.object({
    object: v.string(),
    id: v.string(),
    url: v.string(),
    title: v.string(),
    integration: v.string(),
    target_platform: openEnum(...stores),
    active: v.number(),
    created_at: v.optional(v.string()),
    updated_at: v.optional(v.string()),
    last_delivery_at: instant(),
    last_error_at: instant(),
    last_error_message: v.optional(v.nullable(v.string())),
    delivery_error_count: v.optional(v.number()),
  })

/** The catalog of providers. */
export const catalog = () =>
  v.looseObject({
    object: v.optional(v.string()),
    url: v.optional(v.string()),
    categories: v.array(
      v.looseObject({
        code: v.optional(v.string()),
        label: v.optional(v.string()),
        integrations: v.array(
          v.looseObject({
            slug: v.optional(slug()),
            allowedStores: v.optional(v.array(openEnum(...stores))),
            label: v.optional(v.string()),
          }),
        ),
      }),
    ),
  })

/** Reads a catalog whose providers stand under the codes of their categories, at the top or one below, or in `data`. */
export function readCatalog(raw: unknown): unknown {
  if (!isPlain(raw) || Array.isArray(raw['categories'])) return raw
  if (isPlain(raw['data']) && 'categories' in raw['data']) return readCatalog(raw['data'])
  const groups = raw['categories'] ?? raw['data'] ?? raw
  const categories = Array.isArray(groups)
    ? groups
    : Object.entries(groups).flatMap(([code, integrations]) =>
        Array.isArray(integrations) ? [{ code, integrations }] : [],
      )
  if (categories.length === 0) return raw
  return { ...raw, categories }
}
