import * as v from 'valibot'
import { isPlain } from './plain.ts'

/** Filters by attribute, sent as `filter[country][]=US&filter[country][]=GB`: any of the values of each attribute, all attributes together. */
export const attributeFilter = () =>
  v.record(
    v.pipe(v.string(), v.regex(/^[^[\]]+$/, 'must be an attribute code, without brackets')),
    v.array(v.string()),
  )

/** One of the known values or, in an answer, any newer one: shown raw, never an error. */
export const openEnum = <const Known extends string>(..._known: Known[]) =>
  v.string() as unknown as v.GenericSchema<Known | (string & {})>

/** Values of one kind by any key. A list is none, which the schema library would read as an object of its positions. */
export function plainRecord<const Value extends v.GenericSchema>(
  value: Value,
): v.RecordSchema<v.StringSchema<undefined>, Value, string> {
  const schema = v.record(v.string(), value, 'must be one object: a value for each key')
  return {
    ...schema,
    '~run': (dataset, config) =>
      schema['~run'](isPlain(dataset.value) ? dataset : { value: null }, config),
  }
}

/** Codes of an answer with the words for them. */
export const codeLabels = () => v.array(v.looseObject({ code: v.string(), label: v.string() }))

/** What an answer says can be filtered by: one entry per attribute, with its values where they are a list. */
export const filterConditions = () =>
  v.array(
    v.looseObject({
      attribute: v.string(),
      label: v.string(),
      category: v.optional(v.string()),
      multiple: v.optional(v.boolean()),
      persistent: v.optional(v.boolean()),
      type: openEnum('list', 'text'),
      values: v.optional(codeLabels()),
    }),
  )

/** An ISO 4217 code, for example `USD`. */
export const currencyCode = () =>
  v.pipe(v.string(), v.regex(/^[A-Z]{3}$/, 'must be an ISO 4217 code, for example USD'))
