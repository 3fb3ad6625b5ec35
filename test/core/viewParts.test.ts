// @vitest-environment node
import { expect, test } from 'vitest'
import {
  changedParts,
  flag,
  oneOf,
  texts,
  valuesByAttribute,
  wholeNumber,
} from '../../src/core/viewParts.ts'

test('a word must be known; a number may be text', () => {
  expect(oneOf(['gross', 'net'], 'net', 'gross')).toBe('net')
  expect(oneOf(['gross', 'net'], 'Net', 'gross')).toBe('gross')
  expect(oneOf([0, 1], '0', 1)).toBe(0)
  expect(oneOf([0, 1], undefined, 1)).toBe(1)
})

test('a switch is on, off or as it was', () => {
  expect(['true', true, 'false', false].map((stored) => flag(stored, true))).toEqual([
    true,
    true,
    false,
    false,
  ])
  expect(['1', null, {}].map((stored) => flag(stored, true))).toEqual([true, true, true])
})

test('a number is whole and within its limits', () => {
  expect(wholeNumber('100', 0, 1_000, 0)).toBe(100)
  expect(
    ['1e9', '', ' ', '1.5', -1, NaN, [5]].map((it) => wholeNumber(it, 1, 1_000, null)),
  ).toEqual([null, null, null, null, null, null, null])
})

test('one text is a list of one, an empty one an empty list', () => {
  expect(texts('a')).toEqual(['a'])
  expect(texts('')).toEqual([])
  expect(texts(['a', 'b', 'a'])).toEqual(['a', 'b'])
  expect(texts([1])).toBeNull()
})

test('filters lose an attribute that cannot be read, and no other', () => {
  expect(
    valuesByAttribute({
      country: ['DE', 'US'],
      store: 'app_store',
      campaign: [],
      age: 7,
      '': 'x',
      'a[b]': 'y',
    }),
  ).toEqual({ country: ['DE', 'US'], store: ['app_store'] })
  expect(valuesByAttribute('country')).toEqual({})
})

test('what differs is told part by part, by content', () => {
  const first = { metric: 'revenue', range: { last: 12, unit: 'month' }, filters: {}, rows: [] }
  expect(changedParts(structuredClone(first), first)).toEqual({})
  expect(
    changedParts({ ...first, range: { last: 3, unit: 'month' }, filters: { a: ['x'] } }, first),
  ).toEqual({ range: { last: 3, unit: 'month' }, filters: { a: ['x'] } })
})
