// @vitest-environment node
import { expect, test } from 'vitest'
import { filterAttributes } from '../../src/ui/filterAttributes.ts'

const attributes = [
  { attribute: 'country', label: 'Country', values: [{ code: 'DE', label: 'Germany' }] },
  { attribute: 'note', label: 'Note' },
]

test('only attributes whose values are listed can be chosen from', () => {
  expect(filterAttributes(attributes)).toEqual([
    { code: 'country', label: 'Country', values: [{ value: 'DE', label: 'Germany' }] },
  ])
  expect(filterAttributes(undefined)).toEqual([])
})
