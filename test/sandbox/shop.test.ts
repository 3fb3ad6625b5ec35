// @vitest-environment node
import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { createSandbox, endOfTransactions, parseTransactions } from '../../src/entries/sandbox.ts'
import { figure } from '../figures.ts'
import { askCohorts, at } from './ask.ts'
import { expectEqual } from './oracle/compare.ts'
import { createOracle } from './oracle/oracle.ts'

const csv = readFileSync(
  new URL('../../examples/admin/data/cdnow_sample.csv', import.meta.url),
  'utf8',
)
const transactions = parseTransactions(csv)
const now = endOfTransactions(transactions)
const shop = createSandbox({ seed: 1, now, transactions })
const oracle = createOracle(shop.log(), [], now)
const RANGE = { cohort_from: at('1997-01-01'), cohort_to: at('1998-07-01') }

const question = (mode: string) => ({
  mode,
  grouping: 'month',
  definition: 'new_customers',
  net: false,
  currency: 'USD',
  environment: 1,
  from: RANGE.cohort_from,
  to: RANGE.cohort_to,
  filterBy: null,
  filterValues: [],
  groupBy: null,
})

it('has all 6,919 purchases of 2,357 customers, up to midnight after the last', () => {
  expect(transactions).toHaveLength(6919)
  expect(shop.log()).toHaveLength(6919)
  expect(new Set(shop.log().map((row) => row.customer_id)).size).toBe(2357)
  expect(now.toISOString()).toBe('1998-07-01T00:00:00.000Z')
})

describe('by days', () => {
  it('gives the known sizes, revenue, payers and payments', async () => {
    const answer = await askCohorts(shop, { ...RANGE, mode: 'by_days', grouping: 'month' })
    expect(answer.cohorts.map(({ label, users }) => [label, users])).toEqual([
      ['1997-01-01', 781],
      ['1997-02-01', 857],
      ['1997-03-01', 719],
    ])
    const january = answer.cohorts[0]!.periods.slice(0, 3)
    expect(january.map((cell) => cell?.revenue)).toEqual([28592.7, 7003.73, 4241.64])
    expect(january.map((cell) => cell?.payers)).toEqual([781, 124, 95])
    expect(january.map((cell) => cell?.subscriptions)).toEqual([885, 180, 131])
    expect(answer.period_labels).toHaveLength(18)
    expect(answer.period_labels.slice(0, 2)).toEqual(['1997-01-01', '1997-02-01'])
  })

  it('has 51 cells, each as SQL computes it', async () => {
    const answer = await askCohorts(shop, { ...RANGE, mode: 'by_days', grouping: 'month' })
    const cells = answer.cohorts.flatMap((row) => row.periods)
    expect(cells).toHaveLength(51)
    const equal = expectEqual(answer, oracle.ask(question('by_days')), 'sample by days')
    figure('sample, cells by days equal to SQL', cells.length, `${equal} values equal`)
  })
})

describe('by renewals', () => {
  it('counts the n-th purchase as Pn, free ones too', async () => {
    const answer = await askCohorts(shop, { ...RANGE, mode: 'by_renewals', grouping: 'month' })
    const january = answer.cohorts[0]!.periods.slice(0, 3)
    expect(january.map((cell) => cell?.revenue)).toEqual([25211.29, 13537.3, 8903.33])
    expect(january.map((cell) => cell?.payers)).toEqual([781, 376, 251])
    expect(answer.period_labels.slice(0, 3)).toEqual(['P1', 'P2', 'P3'])
  })

  it('has 150 cells, each as SQL computes it', async () => {
    const answer = await askCohorts(shop, { ...RANGE, mode: 'by_renewals', grouping: 'month' })
    const cells = answer.cohorts.flatMap((row) => row.periods)
    expect(cells).toHaveLength(150)
    const equal = expectEqual(answer, oracle.ask(question('by_renewals')), 'sample by renewals')
    figure('sample, cells by renewals equal to SQL', cells.length, `${equal} values equal`)
  })
})

it('is a shop of its own: no commission, no refunds, net is gross', async () => {
  const gross = await askCohorts(shop, { ...RANGE, grouping: 'month' })
  const net = await askCohorts(shop, { ...RANGE, grouping: 'month', revenue_type: 'net' })
  expect(net).toEqual(gross)
})
