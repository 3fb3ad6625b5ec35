// @vitest-environment node
import { describe, expect, it } from 'vitest'
import { createSandbox } from '../../src/entries/sandbox.ts'
import type { CohortsInput } from '../../src/resources/cohorts/types.ts'
import { figure, runs } from '../figures.ts'
import { askCohorts } from './ask.ts'
import { expectEqual } from './oracle/compare.ts'
import { createOracle, type OracleQuestion } from './oracle/oracle.ts'

const DAY = 86_400
const MODES = ['by_days', 'by_renewals'] as const
const GROUPINGS = ['day', 'week', 'month', 'quarter', 'year'] as const
const DEFINITIONS = ['new_customers', 'initial_conversions', 'new_paying'] as const
const MONEY = ['gross', 'net'] as const
const CURRENCIES = ['USD', 'EUR', 'JPY'] as const
const CHOICES = ['no filter', 'one filter', 'group_by'] as const
const FILTERS = [
  { country: ['DE', 'JP', 'US'] },
  { store: ['play_store'] },
  { campaign: ['influencer', 'organic'] },
  { product: ['premium_monthly'] },
]
const SPLITS = ['country', 'store', 'campaign', 'product']

const COMBINATIONS = MODES.flatMap((mode) =>
  GROUPINGS.flatMap((grouping) =>
    DEFINITIONS.flatMap((cohort_definition) =>
      MONEY.flatMap((revenue_type) =>
        CURRENCIES.flatMap((currency) =>
          CHOICES.map((choice) => ({
            choice,
            input: { mode, grouping, cohort_definition, revenue_type, currency },
          })),
        ),
      ),
    ),
  ),
)

const BUSINESSES = [
  { seed: 11, now: new Date('2026-04-22T00:00:00Z') },
  { seed: 22, now: new Date('2025-03-03T13:37:21.500Z') },
  { seed: 33, now: new Date('2024-02-29T23:59:59Z') },
]

const COUNT = runs(COMBINATIONS.length)

/** Every combination in the full run; else a twentieth per business, by a stride that shares no factor with any list. */
function choose(business: number, last: number): CohortsInput[] {
  // The documented default, everything, and a range that cuts windows at both ends.
  const ranges = [
    {},
    { cohort_from: Math.floor(last) - 600 * DAY, cohort_to: Math.ceil(last) },
    { cohort_from: Math.floor(last) - 333 * DAY + 1234, cohort_to: Math.floor(last) - 70 * DAY },
  ]
  return Array.from({ length: COUNT }, (_, i) => {
    const position = ((business * COUNT + i) * 337) % COMBINATIONS.length
    const { choice, input } = COMBINATIONS[position]!
    const turn = Math.floor(position / CHOICES.length) + business
    return {
      ...input,
      ...ranges[(turn + Math.floor(turn / 3)) % ranges.length],
      ...(choice === 'one filter' && { filter: FILTERS[turn % FILTERS.length]! }),
      ...(choice === 'group_by' && { group_by: SPLITS[turn % SPLITS.length]! }),
    }
  })
}

/** The question with the contract's defaults filled in. */
function toOracle(input: CohortsInput, now: number): OracleQuestion {
  const [filterBy, filterValues] = Object.entries(input.filter ?? {})[0] ?? [null, []]
  return {
    mode: input.mode ?? 'by_renewals',
    grouping: input.grouping ?? 'week',
    definition: input.cohort_definition ?? 'new_customers',
    net: input.revenue_type === 'net',
    currency: input.currency ?? 'USD',
    environment: input.environment ?? 1,
    from: input.cohort_from ?? now - 90 * DAY,
    to: input.cohort_to ?? now,
    filterBy,
    filterValues,
    groupBy: input.group_by ?? null,
  }
}

describe.each(BUSINESSES)('seed $seed at $now, recomputed by SQL', ({ seed, now }) => {
  const sandbox = createSandbox({ seed, now, customers: 2000 })
  const oracle = createOracle(sandbox.log(), sandbox.rates(), now)
  const last = now.getTime() / 1000
  const business = BUSINESSES.findIndex((one) => one.seed === seed)

  async function compare(input: CohortsInput): Promise<number> {
    const answer = await askCohorts(sandbox, input)
    expect(answer.currency).toBe(input.currency ?? 'USD')
    return expectEqual(answer, oracle.ask(toOracle(input, last)), JSON.stringify(input))
  }

  it(
    `has every cell, size, total and maximum of ${COUNT} questions`,
    { timeout: 600_000 },
    async () => {
      let values = 0
      for (const input of choose(business, last)) values += await compare(input)
      expect(values).toBeGreaterThan(COUNT * 100)
      figure('cohort tables recomputed by SQL', COUNT, `${values} values equal`, seed)
    },
  )

  it('has them for the test environment too', async () => {
    const range = { cohort_from: Math.floor(last) - 600 * DAY, cohort_to: Math.ceil(last) }
    const values = await compare({
      ...range,
      environment: 0,
      grouping: 'quarter',
      revenue_type: 'net',
    })
    expect(values).toBeGreaterThan(20)
  })
})

it('meets every value of every parameter, in the twentieth too', () => {
  const asked = BUSINESSES.flatMap((_, business) => choose(business, 1e9))
  const met = (read: (input: CohortsInput) => unknown) => new Set(asked.map(read)).size
  expect(met((input) => input.mode)).toBe(MODES.length)
  expect(met((input) => input.grouping)).toBe(GROUPINGS.length)
  expect(met((input) => input.cohort_definition)).toBe(DEFINITIONS.length)
  expect(met((input) => input.revenue_type)).toBe(MONEY.length)
  expect(met((input) => input.currency)).toBe(CURRENCIES.length)
  expect(met((input) => input.group_by)).toBe(SPLITS.length + 1)
  expect(met((input) => JSON.stringify(input.filter))).toBe(FILTERS.length + 1)
  expect(met((input) => input.cohort_from)).toBe(3)
})
