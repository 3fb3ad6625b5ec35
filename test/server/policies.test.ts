// @vitest-environment node
import { describe, expect, it } from 'vitest'
import type { OperationInfo } from '../../src/core/operation.ts'
import { operations as all } from '../../src/resources/all.ts'
import {
  allOf,
  analyticsOnly,
  anyOf,
  byRole,
  operations,
  readOnly,
} from '../../src/server/policies.ts'

const operation = (facts: Partial<OperationInfo>): OperationInfo => ({
  id: 'v4GetCohortAnalyticsData',
  resource: 'cohorts',
  method: 'GET',
  path: '/analytics/cohorts',
  kind: 'read',
  summary: '',
  ...facts,
})
const cohorts = operation({})
const customers = operation({ id: 'v4ListCustomers', resource: 'customers' })
const settings = operation({
  id: 'v4GetProjectSettings',
  resource: 'project-settings',
  secret: true,
})
const createSegment = operation({ id: 'v4CreateSegment', resource: 'segments', kind: 'write' })

describe('a policy', () => {
  it('readOnly lets reads pass, but no write and no secret', () => {
    expect(readOnly()(cohorts)).toBe(true)
    expect(readOnly()(customers)).toBe(true)
    expect(readOnly()(createSegment)).toMatch(/reads only/)
    expect(readOnly()(settings)).toMatch(/secrets/)
  })

  it('analyticsOnly lets figures pass, but no people and no write', () => {
    expect(analyticsOnly()(cohorts)).toBe(true)
    expect(analyticsOnly()(customers)).toMatch(/analytics only/)
    expect(analyticsOnly()(createSegment)).toMatch(/reads only/)
  })

  it('analyticsOnly lets the figures of screens pass, but not the screens', () => {
    const allowed = all.filter((one) => one.resource === 'screens' && analyticsOnly()(one) === true)
    expect(allowed.map(({ id }) => id)).toEqual([
      'v4GetScreenAnalytics',
      'v4GetScreensAnalyticsOverview',
    ])
  })

  it('operations lets the named pass, reads or writes', () => {
    const policy = operations(['v4CreateSegment'])
    expect(policy(createSegment)).toBe(true)
    expect(policy(cohorts)).toMatch(/not among/)
  })

  it('operations refuses a name that no operation has, where it is made', () => {
    // @ts-expect-error -- a typo does not compile either
    expect(() => operations(['v4MakeCoffee'])).toThrow(/v4MakeCoffee.*operations\.json/)
  })

  it('anyOf takes the first that agrees, or the reason of the last', () => {
    const policy = anyOf(readOnly(), operations(['v4CreateSegment']))
    expect([cohorts, createSegment].map(policy)).toEqual([true, true])
    expect(policy(operation({ id: 'v4DeleteSegment', kind: 'write' }))).toMatch(/not among/)
    expect(anyOf()(cohorts)).toMatch(/Nothing is allowed/)
  })

  it('allOf takes the first reason against it', () => {
    const policy = allOf(readOnly(), operations(['v4CreateSegment']))
    expect(policy(createSegment)).toMatch(/reads only/)
    expect(policy(cohorts)).toMatch(/not among/)
    expect(allOf(readOnly(), analyticsOnly())(cohorts)).toBe(true)
  })

  it('byRole gives a role it does not list nothing, whatever it is called', () => {
    const policy = byRole({ analyst: analyticsOnly() })
    expect(policy('analyst')(cohorts)).toBe(true)
    for (const role of ['owner', '', 'constructor', '__proto__', 'toString'])
      expect(policy(role)(cohorts)).toMatch(/no rights/)
  })
})
