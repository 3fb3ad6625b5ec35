import * as v from 'valibot'
import { defineOperation } from '../../core/operation.ts'
import { isPlain } from '../../core/plain.ts'

const hour = 3_600_000

/** The currencies that analytics convert to, USD first. */
export const getCurrencies = /* @__PURE__ */ defineOperation({
  id: 'v4GetAnalyticsCurrencies',
  resource: 'currencies',
  method: 'GET',
  path: '/analytics/currencies',
  kind: 'read',
  summary: 'ISO 4217 codes that the currency parameter of analytics accepts, USD first.',
  input: () => v.strictObject({}),
  output: () =>
    v.looseObject({
      object: v.string(),
      url: v.string(),
      data: v.array(v.string()),
      has_more: v.optional(v.boolean()),
    }),
  /** No public page shows the envelope: a bare list, a list under another name and rows with a `code` are read too. */
  adapt(raw) {
    const list = isPlain(raw) ? (raw['data'] ?? raw['currencies']) : raw
    if (!Array.isArray(list)) return raw
    const data = list.map((row: unknown) => (isPlain(row) ? row['code'] : row))
    const named = isPlain(raw) ? raw : {}
    return { object: 'list', url: '/v4/analytics/currencies', ...named, data }
  },
  staleTime: hour,
})
