// @vitest-environment node
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { decodeView, encodeView, writeView } from '../../src/ui/viewAddress.ts'
import { figure, runs } from '../figures.ts'

const VIEW = {
  metric: 'payers',
  range: { last: 12, unit: 'week', current: true },
  filters: { country: ['DE', 'US'], store: ['app_store'] },
  minSize: 100,
}
const ADDRESS =
  '?cohorts.metric=payers&cohorts.range.last=12&cohorts.range.unit=week&cohorts.range.current=true' +
  '&cohorts.filters.country=DE&cohorts.filters.country=US&cohorts.filters.store=app_store&cohorts.minSize=100'

const read = (search: string, key = 'cohorts') => decodeView(key, new URLSearchParams(search))

test('a view is one plain parameter for each of its leaves', () => {
  expect(writeView('', 'cohorts', VIEW)).toBe(ADDRESS)
  expect(read(ADDRESS)).toEqual({
    metric: 'payers',
    range: { last: '12', unit: 'week', current: 'true' },
    filters: { country: ['DE', 'US'], store: 'app_store' },
    minSize: '100',
  })
})

test('writing leaves everything else in the address as it was spelled', () => {
  const before = '?project=real%20shop&flag&ltv.metric=arpu&cohorts.metric=revenue&cohorts.old=1#'
  expect(writeView(before.slice(0, -1), 'cohorts', { metric: 'payers' })).toBe(
    '?project=real%20shop&flag&ltv.metric=arpu&cohorts.metric=payers',
  )
  expect(writeView('?cohorts.metric=payers', 'cohorts', {})).toBe('')
})

test('a list that was emptied is written, so that it is not taken for one never touched', () => {
  expect(writeView('', 'c', { filters: {}, summary: [] })).toBe('?c.filters=&c.summary=')
})

test('broken parts lose themselves only', () => {
  expect(
    read('?cohorts.%25E0=1&cohorts.a.b.c.d.e.f=2&cohorts.=3&cohorts.metric=payers&cohortsx.a=1'),
  ).toEqual({ '': '3', metric: 'payers' })
  expect(read('?cohorts.filters=x&cohorts.filters.country=DE')).toEqual({
    filters: { country: 'DE' },
  })
  expect(read('?cohorts.__proto__.polluted=yes')).toBeTypeOf('object')
  expect(({} as Record<string, unknown>)['polluted']).toBeUndefined()
})

test('any codes and texts come back as they were', () => {
  const seed = 20261121
  const text = fc.string({ unit: 'binary', minLength: 1 })
  const count = runs(10_000)
  fc.assert(
    fc.property(fc.dictionary(text, fc.uniqueArray(text, { minLength: 2 })), (filters) => {
      fc.pre(Object.keys(filters).length > 0)
      const search = writeView('?other=1', 'view', { filters })
      expect(read(search, 'view')).toEqual({ filters })
      expect(search.startsWith('?other=1')).toBe(true)
    }),
    { numRuns: count, seed },
  )
  figure('views written into an address and read back', count, 'equal', seed)
})

test('nothing is written as an empty text, and what is not known not at all', () => {
  expect(encodeView('c', { a: undefined, b: null, sort: { by: 2, descending: false } })).toEqual([
    ['c.b', ''],
    ['c.sort.by', '2'],
    ['c.sort.descending', 'false'],
  ])
})
