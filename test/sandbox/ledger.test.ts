// @vitest-environment node
import { describe, expect, it } from 'vitest'
import type { CohortCell, CohortsInput } from '../../src/resources/cohorts/types.ts'
import { createRates } from '../../src/sandbox/rates.ts'
import { createSandboxOver } from '../../src/sandbox/sandbox.ts'
import { createFixedWorld } from '../../src/sandbox/worlds.ts'
import { askCohorts, at } from './ask.ts'
import { expectEqual } from './oracle/compare.ts'
import { createOracle } from './oracle/oracle.ts'
import { readLedger, type ExpectedTable } from './ledger.ts'

const ledger = readLedger()
const now = ledger.now.getTime() / 1000
const sandbox = createSandboxOver({
  world: createFixedWorld(ledger.rows, createRates(ledger.rates)),
  now: () => now,
  secretKey: 'sk_ledger',
})
const RANGE = { cohort_from: at('2024-01-01'), cohort_to: at('2025-05-10') }

it('has a row for every customer and event of the page', () => {
  expect(new Set(ledger.rows.map((row) => row.customer_id)).size).toBe(18)
  expect(ledger.rows).toHaveLength(93)
  expect(ledger.tables).toHaveLength(12)
})

describe.each(ledger.tables)('$campaign, $grouping, $mode, $revenueType', (table) => {
  it('is as worked out by hand', async () => {
    const answer = await askCohorts(sandbox, inputOf(table))
    const rows = answer.cohorts.map((row) => ({
      cohort: row.label,
      users: row.users,
      cells: row.periods.map(written),
    }))
    const total = { users: answer.total!.users, cells: answer.total!.periods.map(written) }
    expect([...rows, { cohort: 'total', ...total }]).toEqual(table.rows)
  })

  it('is what SQL computes from the same events', async () => {
    const oracle = createOracle(ledger.rows, ledger.rates, ledger.now)
    const input = inputOf(table)
    const answer = await askCohorts(sandbox, input)
    const question = {
      mode: table.mode,
      grouping: table.grouping,
      definition: 'new_customers',
      net: table.revenueType === 'net',
      currency: 'USD',
      environment: 1,
      from: RANGE.cohort_from,
      to: RANGE.cohort_to,
      filterBy: 'campaign',
      filterValues: [table.campaign],
      groupBy: null,
    }
    expect(expectEqual(answer, oracle.ask(question), JSON.stringify(input))).toBeGreaterThan(20)
  })
})

it.each(ledger.sizes)('$campaign has these sizes by $definition', async (expected) => {
  const answer = await askCohorts(sandbox, {
    ...RANGE,
    grouping: expected.grouping as NonNullable<CohortsInput['grouping']>,
    cohort_definition: expected.definition as NonNullable<CohortsInput['cohort_definition']>,
    filter: { campaign: [expected.campaign] },
  })
  const sizes = answer.cohorts.map((row) => `${row.label}: ${row.users}`)
  expect(sizes.join(', ')).toBe(expected.sizes)
})

function inputOf({ campaign, grouping, mode, revenueType }: ExpectedTable): CohortsInput {
  return {
    ...RANGE,
    grouping: grouping as NonNullable<CohortsInput['grouping']>,
    mode: mode as NonNullable<CohortsInput['mode']>,
    revenue_type: revenueType as NonNullable<CohortsInput['revenue_type']>,
    filter: { campaign: [campaign] },
  }
}

function written(cell: CohortCell): string {
  return `${cell?.revenue?.toFixed(2)} / ${cell?.payers} / ${cell?.subscriptions}`
}
