import * as v from 'valibot'
import { currencyCode, openEnum } from '../../core/filters.ts'
import { isPlain } from '../../core/plain.ts'

/** Names one screen. */
export const ofScreen = () => ({
  screen_id: v.pipe(
    v.string(),
    v.regex(/^[a-zA-Z0-9._-]+$/, 'must consist of letters, digits, dots, underscores, hyphens'),
    v.maxLength(256),
  ),
})
/** The only setting of a screen that the API can change. */
export const named = () => ({
  name: v.pipe(v.string(), v.minLength(1, 'must not be empty'), v.maxLength(256)),
})

const text = () => v.optional(v.nullable(v.string()))
const lean = () => ({
  object: v.string(),
  id: v.string(),
  url: v.string(),
  name: v.string(),
  status: openEnum('published', 'draft'),
  is_web: v.boolean(),
  created_at: v.string(),
  updated_at: v.string(),
  type: v.optional(v.nullable(openEnum('paywall', 'web_flow'))),
  context_key: text(),
})

/** A screen as lists have it. */
export const summary = () => v.looseObject(lean())

/** A screen with what an app needs to draw it, null or missing until the editor has filled it, but for the SDK keys. */
export const screen = () =>
  v.looseObject({
    ...lean(),
    background: text(),
    default_lang: text(),
    configs: v.optional(v.unknown()),
    content: v.optional(v.unknown()),
    used: v.optional(v.nullable(v.array(v.string()))),
  })

/** A list of screens, or one, without SDK keys, which are no business of a page; who draws screens has them from their own server. */
export function withoutKeys(raw: unknown): unknown {
  if (!isPlain(raw)) return raw
  if (Array.isArray(raw['data'])) return { ...raw, data: raw['data'].map(withoutKeys) }
  const { prod_key: _prod, sandbox_key: _sandbox, ...read } = raw
  // Older lists leave it out, and tell it by the type.
  return 'id' in read ? { is_web: read['type'] === 'web_flow', ...read } : read
}

/** What narrows the figures of screens. */
export const period = () => ({
  from: v.optional(v.pipe(v.number(), v.integer())),
  to: v.optional(v.pipe(v.number(), v.integer())),
  unit: v.optional(v.picklist(['hour', 'day', 'week', 'month'])),
  environment: v.optional(v.picklist([0, 1])),
  currency: v.optional(currencyCode()),
})

const number = () => v.optional(v.nullable(v.number()))
const kpis = <Name extends string>(...names: Name[]) => {
  const kpi = v.optional(
    v.looseObject({
      value: number(),
      prev: number(),
      sparkline: v.optional(v.nullable(v.array(v.nullable(v.number())))),
    }),
  )
  return v.optional(
    v.looseObject(Object.fromEntries(names.map((name) => [name, kpi])) as Record<Name, typeof kpi>),
  )
}
const range = () =>
  v.optional(
    v.looseObject({
      from: number(),
      to: number(),
      unit: v.optional(openEnum('hour', 'day', 'week', 'month')),
    }),
  )

/** Figures of one screen. */
export const analytics = () =>
  v.looseObject({
    object: v.optional(v.string()),
    url: v.optional(v.string()),
    data: v.optional(
      v.looseObject({
        kpis: kpis('purchases', 'trials', 'revenue', 'refunds', 'conversion_rate', 'cancel_rate'),
        period: range(),
        screen: v.optional(
          v.looseObject({ uid: text(), name: text(), status: text(), type: text() }),
        ),
      }),
    ),
  })

/** Figures of all screens together. */
export const overview = () =>
  v.looseObject({
    object: v.optional(v.string()),
    url: v.optional(v.string()),
    data: v.optional(
      v.looseObject({
        kpis: kpis('views', 'impressions', 'trials', 'purchases', 'revenue', 'conversion'),
        period: range(),
      }),
    ),
  })

/** Figures as documented, also where they come without the envelope around them. */
export const inEnvelope = (raw: unknown): unknown =>
  isPlain(raw) && raw['data'] === undefined && isPlain(raw['kpis']) ? { data: raw } : raw
