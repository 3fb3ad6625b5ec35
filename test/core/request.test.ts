// @vitest-environment node
import * as fc from 'fast-check'
import * as v from 'valibot'
import { describe, expect, it } from 'vitest'
import { fromRequest, matchOperation } from '../../src/core/deserialize.ts'
import { InputError } from '../../src/core/errors.ts'
import { attributeFilter } from '../../src/core/filters.ts'
import { defineOperation } from '../../src/core/operation.ts'
import { toRequest } from '../../src/core/serialize.ts'
import { operations } from '../../src/resources/all.ts'
import { getCohorts } from '../../src/resources/cohorts/operations.ts'
import { figure, runs } from '../figures.ts'
import { inputOf } from './inputs.ts'

const SEED = 20_261_121

/** An operation with every kind of place an input can travel in; none of the API's is needed to show the rules. */
const updateThing = defineOperation({
  id: 'v4UpdateThing',
  resource: 'things',
  method: 'PATCH',
  path: '/things/{thing_id}/parts/{part}',
  kind: 'write',
  summary: 'Changes a part of a thing.',
  query: ['dry_run'],
  input: () =>
    v.strictObject({
      thing_id: v.string(),
      part: v.pipe(v.number(), v.integer()),
      dry_run: v.optional(v.boolean()),
      tags: v.optional(v.array(v.string())),
      note: v.optional(v.nullable(v.string())),
      filter: v.optional(attributeFilter()),
    }),
  output: () => v.unknown(),
})

const problemsOf = (call: () => unknown): Record<string, string> => {
  try {
    call()
  } catch (error) {
    if (error instanceof InputError)
      return Object.fromEntries(error.details.map((detail) => [detail.field, detail.message]))
    throw error
  }
  throw new Error('Expected an InputError.')
}

const readCohorts = (search: string) =>
  fromRequest(getCohorts, 'GET', `/analytics/cohorts?${search}`)

describe('writing a request', () => {
  it('repeats an attribute filter in brackets', () => {
    const { path } = toRequest(getCohorts, {
      filter: { country: ['US', 'GB'], store: ['app store'] },
    })
    expect(path).toBe(
      '/analytics/cohorts?filter[country][]=US&filter[country][]=GB&filter[store][]=app%20store',
    )
  })

  it('encodes what an attribute and its values may hold', () => {
    const { path } = toRequest(getCohorts, { filter: { 'a&b=c d': ['1+1', 'é', '#?/'] } })
    expect(path).toBe(
      '/analytics/cohorts?filter[a%26b%3Dc%20d][]=1%2B1&filter[a%26b%3Dc%20d][]=%C3%A9&filter[a%26b%3Dc%20d][]=%23%3F%2F',
    )
  })

  it('puts path inputs into the path, named ones into the query, the rest into the body', () => {
    expect(
      toRequest(updateThing, { thing_id: 'a/b', part: 2, dry_run: true, tags: ['x'], note: null }),
    ).toEqual({
      method: 'PATCH',
      path: '/things/a%2Fb/parts/2?dry_run=true',
      body: '{"tags":["x"],"note":null}',
    })
  })

  it('sends an empty list in a body, where it clears, and none in a query, where it says nothing', () => {
    expect(toRequest(updateThing, { thing_id: 'a', part: 1, tags: [] }).body).toBe('{"tags":[]}')
    expect(toRequest(getCohorts, { filter: { country: [] } }).path).toBe('/analytics/cohorts')
  })

  it('leaves out undefined', () => {
    expect(toRequest(getCohorts, { mode: undefined, filter: undefined }).path).toBe(
      '/analytics/cohorts',
    )
  })

  it.each([
    ['an unknown key', { currancy: 'USD' }, 'currancy'],
    ['a value that is not listed', { mode: 'by_weeks' }, 'mode'],
    ['a currency in small letters', { currency: 'usd' }, 'currency'],
    ['a fraction of a second', { cohort_from: 1.5 }, 'cohort_from'],
    ['NaN', { cohort_from: Number.NaN }, 'cohort_from'],
    ['Infinity', { cohort_from: Number.POSITIVE_INFINITY }, 'cohort_from'],
    ['a bigint', { cohort_from: 1n }, 'cohort_from'],
    ['a function', { mode: () => 'by_days' }, 'mode'],
    ['a Map as a filter', { filter: new Map([['country', ['US']]]) }, 'filter'],
    ['a Set of values', { filter: { country: new Set(['US']) } }, 'filter.country'],
    ['a Date', { cohort_from: new Date(0) }, 'cohort_from'],
    ['__proto__ from JSON', JSON.parse('{"filter":{"__proto__":["A"]}}'), 'filter.__proto__'],
    ['brackets in an attribute', { filter: { 'a][b': ['x'] } }, 'filter.a][b'],
    ['half of a surrogate pair', { filter: { country: ['\ud800'] } }, 'filter.country'],
  ])('refuses %s by name before anything is sent', (_, input, field) => {
    expect(Object.keys(problemsOf(() => toRequest(getCohorts, input)))).toEqual([field])
  })

  it('refuses an input that holds itself', () => {
    const filter: Record<string, unknown> = {}
    filter['country'] = filter
    expect(problemsOf(() => toRequest(getCohorts, { filter }))).toEqual({
      'filter.country': 'is nested too deep, or holds itself',
    })
  })

  it.each(['', '.', '..'])(
    'refuses the path segment "%s", which would address something else',
    (id) => {
      expect(problemsOf(() => toRequest(updateThing, { thing_id: id, part: 1 }))).toHaveProperty(
        'thing_id',
      )
    },
  )
})

describe('reading a request back', () => {
  const count = runs(10_000)

  it.each(operations.map((operation) => [operation.id, operation] as const))(
    '%s: what was written is what is read',
    (id, operation) => {
      fc.assert(
        fc.property(inputOf(operation), (input) => {
          const { method, path, body } = toRequest(operation, input)
          expect(fromRequest(operation, method, path, body)).toStrictEqual(input)
        }),
        { numRuns: count, seed: SEED },
      )
      figure(`fromRequest(toRequest(x)) = x, ${id}`, count, 'equal', SEED)
    },
  )

  it('survives a URL parser on the way', () => {
    fc.assert(
      fc.property(inputOf(getCohorts), (input) => {
        const { path } = toRequest(getCohorts, input)
        const { pathname, search } = new URL(`https://host.example${path}`)
        expect(fromRequest(getCohorts, 'GET', pathname + search)).toStrictEqual(input)
      }),
      { numRuns: runs(2_000), seed: SEED },
    )
  })

  it('reads path, query and body of a write', () => {
    const input = { thing_id: 'a/b', part: 2, dry_run: false, tags: [], note: null }
    const { method, path, body } = toRequest(updateThing, input)
    expect(fromRequest(updateThing, method, path, body)).toStrictEqual(input)
  })

  it('is null for another method or path', () => {
    expect(fromRequest(getCohorts, 'POST', '/analytics/cohorts')).toBeNull()
    expect(fromRequest(getCohorts, 'GET', '/analytics/cohorts/')).toBeNull()
    expect(fromRequest(getCohorts, 'GET', '/analytics/%63ohorts')).toBeNull()
    expect(fromRequest(updateThing, 'PATCH', '/things/%/parts/1')).toBeNull()
  })

  it.each([
    ['an unknown parameter', 'currancy=USD', 'currancy'],
    ['a parameter given twice', 'mode=by_days&mode=by_renewals', 'mode'],
    ['one name in two ways', 'filter[country][]=US&filter[country]=GB', 'filter[country]'],
    ['a text and a nest under one name', 'filter=x&filter[country][]=US', 'filter[country][]'],
    ['a list where one value goes', 'mode[]=by_days', 'mode[]'],
    ['a deeper nest than there is', 'filter[country][name][]=US', 'filter[country][name][]'],
    ['brackets without an end', 'filter[country=US', 'filter[country'],
    ['no attribute', 'filter[][]=US', 'filter[][]'],
    ['text for a number', 'cohort_from=yesterday', 'cohort_from'],
    ['a number that is none of the listed', 'environment=2', 'environment'],
    ['an inherited name', 'toString=1', 'toString'],
    ['the prototype', '__proto__=1', '__proto__'],
    ['the prototype as an attribute', 'filter[__proto__][]=1', 'filter.__proto__'],
  ])('refuses %s', (_, search, field) => {
    expect(Object.keys(problemsOf(() => readCohorts(search)))).toContain(field)
    expect(({} as Record<string, unknown>)['country']).toBeUndefined()
  })

  it('never lets a body overrule the address', () => {
    const body = '{"thing_id":"other","dry_run":false}'
    const read = () => fromRequest(updateThing, 'PATCH', '/things/mine/parts/1?dry_run=true', body)
    expect(Object.keys(problemsOf(read))).toEqual(['thing_id', 'dry_run'])
  })

  it.each(['[]', '1', 'null', '{"tags":', 'tags=x'])('refuses the body %s', (body) => {
    const read = () => fromRequest(updateThing, 'PATCH', '/things/a/parts/1', body)
    expect(problemsOf(read)).toEqual({ body: 'must be one JSON object' })
  })

  it('reads any text without breaking: an input, an InputError or another operation', () => {
    const part = fc.oneof(
      fc.string(),
      fc.constantFrom('filter', '[', ']', '[]', '=', '&', '%', '__proto__', 'mode', 'country', '?'),
    )
    fc.assert(
      fc.property(fc.array(part, { maxLength: 12 }), (parts) => {
        try {
          readCohorts(parts.join(''))
        } catch (error) {
          expect(error).toBeInstanceOf(InputError)
        }
      }),
      { numRuns: runs(5_000), seed: SEED },
    )
  })
})

describe('finding the operation of a request', () => {
  it('prefers the literal path to the template', () => {
    const literal = { ...updateThing, id: 'v4Literal', path: '/things/all/parts/{part}' } as const
    const found = matchOperation(
      [updateThing, literal],
      'PATCH',
      '/things/all/parts/1?dry_run=true',
    )
    expect(found?.id).toBe('v4Literal')
  })

  it.each([
    ['GET', '/analytics/cohorts/meta?x=1', 'v4GetCohortAnalyticsMetadata'],
    ['GET', '/analytics/cohorts', 'v4GetCohortAnalyticsData'],
    ['DELETE', '/analytics/cohorts', undefined],
    ['GET', '/analytics', undefined],
    ['GET', '//analytics/cohorts', undefined],
    ['GET', '/analytics/../analytics/cohorts', undefined],
  ])('%s %s is %s', (method, url, id) => {
    expect(matchOperation(operations, method, url)?.id).toBe(id)
  })
})
