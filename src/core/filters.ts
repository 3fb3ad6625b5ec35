import * as v from 'valibot'

/** Filters by attribute, sent as `filter[country][]=US&filter[country][]=GB`: any of the values of each attribute, all attributes together. */
export const attributeFilter = () =>
  v.record(
    v.pipe(v.string(), v.regex(/^[^[\]]+$/, 'must be an attribute code, without brackets')),
    v.array(v.string()),
  )

/** One of the known values or, in an answer, any newer one: shown raw, never an error. */
export const openEnum = <const Known extends string>(..._known: Known[]) =>
  v.string() as unknown as v.GenericSchema<Known | (string & {})>
