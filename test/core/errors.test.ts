// @vitest-environment node
import { describe, expect, it } from 'vitest'
import { InputError, QonversionApiError, TransportError } from '../../src/core/errors.ts'

describe('fieldErrors, for form libraries', () => {
  const details = [
    { field: 'name', message: 'is required' },
    { field: 'conditions.0.value', message: 'is too long' },
    { field: 'name', message: 'must be text' },
  ]
  const byField = { name: ['is required', 'must be text'], 'conditions.0.value': ['is too long'] }

  it('holds every message of an input by its path', () => {
    expect({ ...new InputError('v4CreateSegment', details).fieldErrors }).toEqual(byField)
  })

  it('holds what the API says of single fields', () => {
    const info = {
      status: 422,
      type: 'request',
      code: 'invalid_data',
      message: 'No.',
      retryAfter: null,
    }
    const error = new QonversionApiError('v4CreateSegment', { ...info, details })
    expect({ ...error.fieldErrors }).toEqual(byField)
  })

  it('is empty where the failure is about no field, and knows no inherited name', () => {
    const { fieldErrors } = new TransportError('v4CreateSegment', new Error('gone'))
    expect(Object.keys(fieldErrors)).toEqual([])
    expect(fieldErrors['constructor']).toBeUndefined()
  })
})
