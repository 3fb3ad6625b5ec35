import * as v from 'valibot'
import { openEnum, plainRecord } from '../../core/filters.ts'
import { isPlain } from '../../core/plain.ts'

const statuses = ['draft', 'active', 'archived'] as const
const comparators = ['eq', 'ne', 'gt', 'gte', 'lt', 'lte', 'contains', 'not_contains'] as const
const types = ['String', 'Number', 'Bool', 'Json', 'Color', 'Products', 'Screens'] as const
/** Bytes of a request that brings a payload, at most. */
const MOST_BYTES = 65_536

/** A status that a configuration can be given. */
export const status = () => v.picklist(statuses)
/** Names one configuration. */
export const ofConfig = () => ({ config_id: v.string() })
/** Names one configuration and one user. */
export const ofUser = () => ({ config_id: v.string(), user_id: v.string() })

const text = () => v.optional(v.nullable(v.string()))
const rule = <Comparator extends v.GenericSchema>(comparator: Comparator) =>
  // Loose also as it is sent: an update replaces all rules, so those that were read must be writable again.
  v.looseObject({
    metric: v.optional(v.string()),
    comparator: v.optional(comparator),
    value: v.optional(v.string()),
    negate: v.optional(v.boolean()),
  })

/** What making and replacing a configuration may set. */
export const settings = () => ({
  name: v.pipe(v.string(), v.minLength(1, 'must not be empty'), v.maxLength(256)),
  context_key: text(),
  segment_percent: v.optional(v.pipe(v.number(), v.minValue(0), v.maxValue(100))),
  segmentation_conditions: v.optional(v.array(rule(v.picklist(comparators)))),
})

/** Fields of every view of a configuration. */
const base = () => ({
  object: v.string(),
  id: v.string(),
  url: v.string(),
  name: v.string(),
  status: openEnum(...statuses),
  segment_percent: v.number(),
  segmentation_conditions: v.array(rule(openEnum(...comparators))),
  context_key: text(),
  created_at: text(),
  updated_at: text(),
})

/** A configuration without its payload. */
export const configuration = () => v.looseObject(base())

/** A configuration with its payload. */
export const detail = () => v.looseObject({ ...base(), payload: v.optional(values()) })

/** Payload values of any type by key. */
export const values = () => plainRecord(v.unknown())
/** The type of each key, in an answer. */
export const typesRead = () => plainRecord(openEnum(...types))
/** The type of each key, to be set. */
export const typesSent = () => plainRecord(v.picklist(types))

/** Payload values to be stored. */
export const valuesSent = () =>
  v.pipe(
    values(),
    v.check(
      (data) => new TextEncoder().encode(JSON.stringify({ data })).length <= MOST_BYTES,
      'must be at most 64 KiB as JSON: keep large content elsewhere and put its address here',
    ),
  )

/** What is stored for a configuration, by key. */
export const stored = <Data extends v.GenericSchema>(data: Data) =>
  v.looseObject({ object: v.string(), url: v.string(), config_id: v.string(), data })

/** What was stored by a write; no page shows the body of its answer, which may be none. */
export const justStored = <Data extends v.GenericSchema>(data: Data) =>
  v.optional(
    v.looseObject({
      object: v.optional(v.string()),
      url: v.optional(v.string()),
      config_id: v.optional(v.string()),
      data,
    }),
  )

/** Reads what was stored out of the layouts that the answer of such a write may have: documented, the whole configuration, the bare values. */
export function bareStored(raw: unknown): unknown {
  if (!isPlain(raw) || isPlain(raw['data'])) return raw
  if (typeof raw['id'] === 'string' && isPlain(raw['payload']))
    return { config_id: raw['id'], data: raw['payload'] }
  return 'object' in raw ? raw : { data: raw }
}

/** A list, or one configuration, whose rules hold texts: nothing shows whether numbers and switches come as such. */
export function withTextRules(raw: unknown): unknown {
  if (!isPlain(raw)) return raw
  if (Array.isArray(raw['data'])) return { ...raw, data: raw['data'].map(withTextRules) }
  const rules = raw['segmentation_conditions']
  return Array.isArray(rules) ? { ...raw, segmentation_conditions: rules.map(withText) } : raw
}

const withText = (raw: unknown): unknown =>
  isPlain(raw) && (typeof raw['value'] === 'number' || typeof raw['value'] === 'boolean')
    ? { ...raw, value: String(raw['value']) }
    : raw
