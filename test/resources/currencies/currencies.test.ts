// @vitest-environment node
import { describe, expect, it } from 'vitest'
import { ResponseShapeError } from '../../../src/core/errors.ts'
import { execute } from '../../../src/core/execute.ts'
import { getCurrencies } from '../../../src/resources/currencies/operations.ts'

const read = (body: unknown) =>
  execute(getCurrencies, {}, { fetcher: () => Promise.resolve(Response.json(body)) })

describe('the currencies, whose envelope no public page shows,', () => {
  it.each([
    [
      'in the list envelope',
      { object: 'list', url: '/v4/analytics/currencies', data: ['USD', 'EUR'] },
    ],
    ['as a bare list', ['USD', 'EUR']],
    ['under their own name', { currencies: ['USD', 'EUR'] }],
    ['as rows with a code', { data: [{ code: 'USD', label: 'US dollar' }, { code: 'EUR' }] }],
  ])('are read %s', async (_, body) => {
    expect((await read(body)).data).toEqual(['USD', 'EUR'])
  })

  it.each([
    ['nothing known', { codes: { USD: true } }],
    ['rows without a code', { data: [{ name: 'USD' }] }],
    ['a text', '"USD"'],
  ])('are refused as %s, with a way to read them', async (_, body) => {
    await expect(read(body)).rejects.toThrow(ResponseShapeError)
    await expect(read(body)).rejects.toThrow(/adapters=\{\{ v4GetAnalyticsCurrencies/)
  })
})
