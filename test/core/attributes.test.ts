// @vitest-environment node
import { expect, test } from 'vitest'
import { chosenAttributes, filterPart, nameFields, nameFilter } from '../../src/core/attributes.ts'

const attributes = [
  { attribute: 'country', label: 'Country', values: [{ code: 'DE', label: 'Germany' }] },
  { attribute: 'note', label: 'Note' },
]

test('an attribute without chosen values filters nothing', () => {
  expect(chosenAttributes({ country: ['DE'], note: [] })).toEqual([['country', ['DE']]])
  expect(chosenAttributes(undefined)).toEqual([])
  expect(filterPart({ country: ['DE'], note: [] })).toEqual({ filter: { country: ['DE'] } })
  expect(filterPart({ note: [] })).toEqual({})
})

test('a filter is named in the project’s words, and keeps its codes where there are none', () => {
  expect(nameFilter({ country: ['DE', 'XX'], tier: ['a'] }, attributes)).toEqual({
    Country: ['Germany', 'XX'],
    tier: ['a'],
  })
})

test('the fields of a problem are called as the controls are, then as the project’s attributes', () => {
  const details = ['mode', 'filter[country]', 'filter.note.0', 'filter[tier]', 'toString'].map(
    (field) => ({ field, message: 'is wrong' }),
  )
  const named = nameFields({ kind: 'input', details }, { mode: 'Ages' }, attributes)
  expect(named.kind).toBe('input')
  expect(named.details.map(({ field }) => field)).toEqual([
    'Ages',
    'Country',
    'Note',
    'filter[tier]',
    'toString',
  ])
})
