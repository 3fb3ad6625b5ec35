// @vitest-environment node
import * as v from 'valibot'
import { describe, expect, it } from 'vitest'
import listed from '../../contract/deviations.json' with { type: 'json' }
import type { Operation } from '../../src/core/operation.ts'
import { operations } from '../../src/resources/all.ts'
import { getCohorts } from '../../src/resources/cohorts/operations.ts'
import { listSegments } from '../../src/resources/segments/operations.ts'
import { differences } from './compare.ts'
import { contract } from './contract.ts'

/** Where an operation differs on purpose: the sentence of the comparison, and why. */
interface Deviation {
  readonly operation: string
  readonly difference: string
  readonly reason: string
}
const deviations: readonly Deviation[] = listed

describe('the contract', () => {
  it('was read: 112 operations, each with an answer or none', () => {
    expect(contract.size).toBe(112)
    expect([...contract.keys()].every((id) => id.startsWith('v4'))).toBe(true)
  })

  it('has the documented cohort answer as an example', () => {
    expect(contract.get(getCohorts.id)?.answerExamples).toMatchObject([
      { object: 'analytics_cohorts', cohort_from: 1768780800, cohorts: [], total: null },
    ])
  })
})

describe('every operation says what the contract says', () => {
  const excused = (id: string) =>
    deviations.filter(({ operation }) => operation === id).map(({ difference }) => difference)

  it.each(operations.map((operation) => [operation.id, operation] as const))(
    '%s',
    (id, operation) => {
      expect(differences(operation)).toEqual(excused(id))
    },
  )

  it('once', () => {
    const ids = operations.map((operation) => operation.id)
    expect(new Set(ids).size).toBe(ids.length)
  })

  it('but for deviations that exist and have a reason', () => {
    const ids = new Set<string>(operations.map((operation) => operation.id))
    expect(deviations.filter(({ operation }) => !ids.has(operation))).toEqual([])
    expect(deviations.filter(({ reason }) => reason.length < 20)).toEqual([])
  })
})

describe('a difference is found', () => {
  const { entries } = getCohorts.input()
  const withInput = (changed: object): Operation => ({
    ...getCohorts,
    input: () => v.strictObject({ ...entries, ...changed }),
  })
  const withOutput = (changed: object): Operation => ({
    ...getCohorts,
    output: () => v.looseObject({ ...getCohorts.output().entries, ...changed }),
  })
  const usual = new Set(differences(getCohorts))

  it.each<[string, Operation, string]>([
    ['an id', { ...getCohorts, id: 'v4Other' }, 'id: is not in the contract'],
    ['a method', { ...getCohorts, method: 'POST' }, 'method: POST here, GET in the contract'],
    [
      'a path',
      { ...getCohorts, path: '/cohorts' },
      'path: /cohorts here, /analytics/cohorts in the contract',
    ],
    [
      'a key that is not taken',
      { ...getCohorts, idempotent: true },
      'Idempotency-Key: true here, false in the contract',
    ],
    ['a secret', { ...getCohorts, secret: true }, 'secret: true here, false in the contract'],
    [
      'other pages',
      { ...listSegments, pages: undefined } as unknown as Operation,
      'pages: null here, cursor in the contract',
    ],
    [
      'a parameter too many',
      withInput({ page: v.optional(v.string()) }),
      'page: is no parameter of the contract',
    ],
    [
      'a missing parameter',
      withInput({ filter: v.optional(v.string()) }),
      'filter[<attribute>][]: is not offered here',
    ],
    [
      'a required one',
      withInput({ mode: v.picklist(['by_days', 'by_renewals']) }),
      'mode required: true here, false in the contract',
    ],
    [
      'a missing value',
      withInput({ revenue_type: v.optional(v.picklist(['net'])) }),
      'revenue_type values: ["net"] here, ["gross","net"] in the contract',
    ],
    [
      'a type',
      withInput({ cohort_to: v.optional(v.string()) }),
      'cohort_to type: string here, integer in the contract',
    ],
    [
      'a limit',
      withInput({ currency: v.optional(v.string()) }),
      'currency limits: {} here, {"pattern":"^[A-Z]{3}$"} in the contract',
    ],
    [
      'a field too many',
      withOutput({ colour: v.optional(v.string()) }),
      'answer.colour: is no field of the contract',
    ],
    [
      'a refused value',
      withOutput({ grouping: v.picklist(['day']) }),
      'answer.grouping: refuses the documented value year',
    ],
    [
      'a refused null',
      withOutput({ total: v.optional(v.string(), '') }),
      'answer.total: refuses the documented null',
    ],
    [
      'a field that may be missing',
      withOutput({ segments: v.array(v.unknown()) }),
      'answer.segments required: true here, false in the contract',
    ],
    [
      'a field beside null',
      withOutput({ total: v.optional(v.nullable(v.looseObject({ users: v.number() })), null) }),
      'answer.total.periods: is not known here',
    ],
    [
      'a field left out',
      withOutput({ cohorts: v.array(v.looseObject({})) }),
      'answer.cohorts[].users: is not known here',
    ],
  ])('in %s', (_, operation, difference) => {
    expect(differences(operation).filter((found) => !usual.has(found))).toContain(difference)
  })

  it('in an example that does not pass', () => {
    const found = differences(withOutput({ currency: v.literal('EUR') }))
    expect(found.join('\n')).toMatch(
      /answer: refuses the documented example \{"object":"analytics_cohorts"/,
    )
  })
})
