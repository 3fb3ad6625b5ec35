// @vitest-environment node
import { isDeepStrictEqual } from 'node:util'
import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { canonical } from '../../src/core/canonical.ts'
import { figure, runs } from '../figures.ts'

const SEED = 20_261_121
const json = (text: string): unknown => JSON.parse(text)

describe('canonical', () => {
  it.each([
    ['undefined and absent', { a: undefined }, {}],
    ['another order of keys', { a: 1, b: { c: 2, d: 3 } }, { b: { d: 3, c: 2 }, a: 1 }],
    ['zero and minus zero, which are written alike', { a: 0 }, { a: -0 }],
    ['with and without a prototype', { a: 1 }, Object.assign(Object.create(null), { a: 1 })],
  ])('is the same for %s', (_, a, b) => {
    expect(canonical(a)).toBe(canonical(b))
  })

  const thing = {}
  it.each([
    ['undefined and null', { a: undefined }, { a: null }],
    ['NaN and null', { a: Number.NaN }, { a: null }],
    ['NaN and its name', { a: Number.NaN }, { a: 'NaN' }],
    ['a number and its text', { a: 1 }, { a: '1' }],
    ['a number and a bigint', { a: 1 }, { a: 1n }],
    ['true and its text', { a: true }, { a: 'true' }],
    ['two Maps', { a: new Map([['x', 1]]) }, { a: new Map([['x', 2]]) }],
    ['a Map and an empty object', { a: new Map([['x', 1]]) }, { a: {} }],
    ['two Sets', { a: new Set(['x']) }, { a: new Set(['y']) }],
    ['two functions', { a: () => 1 }, { a: () => 2 }],
    ['two dates', { a: new Date(0) }, { a: new Date(1) }],
    ['__proto__ from JSON', json('{"__proto__":{"t":"A"}}'), json('{"__proto__":{"t":"B"}}')],
    ['__proto__ from JSON and nothing', json('{"__proto__":{"t":"A"}}'), {}],
    ['a list and an object', { a: ['x'] }, { a: { 0: 'x' } }],
    ['an empty list and an empty object', { a: [] }, { a: {} }],
    ['an order of values', { a: ['x', 'y'] }, { a: ['y', 'x'] }],
    ['a value and a list of it', { a: 'x' }, { a: ['x'] }],
    ['a gap and no value', { a: Array.from({ length: 1 }) }, { a: [] }],
    ['commas inside and between', { a: ['x,y'] }, { a: ['x', 'y'] }],
    ['quotes that imitate a key', { 'a":1,"b': 2 }, { a: 1, b: 2 }],
    ['an object and a text that imitates one', { a: { b: 1 } }, { a: '{"b":1}' }],
    ['an identity and a text that imitates one', { a: thing }, { a: canonical(thing) }],
  ])('tells apart %s', (_, a, b) => {
    expect(canonical(a)).not.toBe(canonical(b))
  })

  it('knows a function again', () => {
    expect(canonical({ f: canonical })).toBe(canonical({ f: canonical }))
  })

  it('ends on an object that holds itself, and takes one that holds an equal pair for no cycle', () => {
    const loop: Record<string, unknown> = { a: 1 }
    loop['again'] = loop
    expect(canonical(loop)).toMatch(/^\{"a":1,"again":#\d+\}$/)
    const leaf = { x: 1 }
    expect(canonical([leaf, leaf])).toBe('[{"x":1},{"x":1}]')
  })

  it('is equal exactly where two questions are, judged by deep equality', () => {
    const count = runs(10_000)
    const leaf = fc.oneof(
      fc.constantFrom('', 'a', 'null', '#undefined', '1', '[]', '"a"', 0, 1, -1, Number.NaN),
      fc.constantFrom(null, undefined, true, false, 1n, Number.POSITIVE_INFINITY),
      fc.string(),
    )
    const { question } = fc.letrec((tie) => ({
      question: fc.oneof(
        { maxDepth: 3 },
        leaf,
        fc.array(tie('question'), { maxLength: 3 }),
        fc.dictionary(fc.constantFrom('a', 'b', '__proto__', '"', ','), tie('question'), {
          maxKeys: 3,
        }),
      ),
    }))
    let equal = 0
    fc.assert(
      fc.property(question, question, (a, b) => {
        const same = isDeepStrictEqual(withoutUndefined(a), withoutUndefined(b))
        if (same) equal++
        expect(canonical(a) === canonical(b)).toBe(same)
      }),
      { numRuns: count, seed: SEED },
    )
    expect(equal).toBeGreaterThan(0)
    figure('distinct questions never share a key', count, '0 collisions', SEED)
  })
})

/** The one thing in which a question is more lenient than deep equality: an entry without a value is no entry. */
function withoutUndefined(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(withoutUndefined)
  if (typeof value !== 'object' || value === null) return value
  const copy: Record<string, unknown> = Object.create(null)
  for (const [key, entry] of Object.entries(value))
    if (entry !== undefined) copy[key] = withoutUndefined(entry)
  return copy
}
