// @vitest-environment node
import { describe, expect, it } from 'vitest'
import { execute } from '../../src/core/execute.ts'
import { createSandbox, type Sandbox } from '../../src/entries/sandbox.ts'
import {
  getExperimentsSummary,
  listExperimentGroups,
  listExperiments,
} from '../../src/resources/experiments/operations.ts'
import type {
  ExperimentGroupMetrics,
  ExperimentSummary,
} from '../../src/resources/experiments/types.ts'
import { figure } from '../figures.ts'
import { askCohorts, at } from './ask.ts'
import { askExperiments, type OracleExperiment } from './oracle/experiments.ts'

const SEEDS = [1, 2, 3, 4, 5]
const NOW = new Date('2026-04-22T09:30:00Z')
const make = (seed: number, customers: number) => createSandbox({ seed, now: NOW, customers })

const listed = async (sandbox: Sandbox) => (await execute(listExperiments, {}, sandbox)).data

async function summaries(sandbox: Sandbox): Promise<Map<string, ExperimentSummary>> {
  const ids = (await listed(sandbox)).map(({ id }) => id)
  const { items, total_count } = await execute(
    getExperimentsSummary,
    { filter: { experiment_uid: ids } },
    sandbox,
  )
  expect(total_count).toBe(ids.length)
  return new Map(items.map((item) => [item.alias_id ?? '', item]))
}

/** What SQL is told: dates and groups as the API lists them, and the two things only the business knows. */
async function told(sandbox: Sandbox): Promise<OracleExperiment[]> {
  return Promise.all(
    (await listed(sandbox)).map(async (experiment) => {
      const { data } = await execute(
        listExperimentGroups,
        { experiment_id: experiment.id },
        sandbox,
      )
      return {
        id: experiment.id,
        started: at(experiment.started_at!),
        finished: experiment.finished_at === null ? null : at(experiment.finished_at),
        offer: experiment.alias_id === 'trial_or_instant' ? 'premium_monthly' : null,
        groups: data.map(({ id }, position) => ({
          id,
          lost: experiment.alias_id === 'welcome_video' && position === 1 ? 0.15 : 0,
        })),
      }
    }),
  )
}

describe('the business carries out four experiments', () => {
  const sandbox = make(1, 2000)

  it('that are listed with when they started and where they stand', async () => {
    expect(
      (await listed(sandbox)).map(({ alias_id, status, started_at, finished_at }) => [
        alias_id,
        status,
        started_at,
        finished_at,
      ]),
    ).toEqual([
      ['paywall_layout', 'active', '2025-12-03T00:00:00Z', null],
      ['onboarding_aa', 'finished', '2025-06-26T00:00:00Z', '2025-10-24T00:00:00Z'],
      ['trial_or_instant', 'active', '2025-09-24T00:00:00Z', null],
      ['welcome_video', 'active', '2026-01-12T00:00:00Z', null],
    ])
  })

  it('each with a control and a second group of the same weight', async () => {
    for (const { groups } of (await summaries(sandbox)).values())
      expect(groups.map(({ control, weight }) => [control, weight])).toEqual([
        [1, 1],
        [0, 1],
      ])
  })

  it('none of which a purchase log knows', async () => {
    const purchase = { customer_id: 'a', purchased_at: at('2026-01-01'), price: 100 }
    const columns = {
      currency: 'USD',
      product_id: null,
      country: null,
      store: null,
      campaign: null,
    }
    const shop = createSandbox({ seed: 1, now: NOW, transactions: [{ ...purchase, ...columns }] })
    expect(await listed(shop)).toEqual([])
  })
})

describe('the summary', () => {
  it.each(SEEDS)('is what SQL reads out of the log: seed %i', async (seed) => {
    const sandbox = make(seed, 3000)
    const now = NOW.getTime() / 1000
    const wanted = askExperiments(sandbox.log(), sandbox.rates(), await told(sandbox), {
      now,
      windowDays: null,
    })
    let compared = 0
    for (const { groups } of (await summaries(sandbox)).values())
      for (const { uid, metrics } of groups)
        for (const [name, value] of Object.entries(wanted.get(uid)!)) {
          const own = metrics![name as keyof ExperimentGroupMetrics]
          expect(own, `${uid} ${name}`).toBeCloseTo(value, 4)
          compared++
        }
    expect(compared).toBe(4 * 2 * 12)
    figure('experiment results equal to SQL on log()', compared, 'all equal', seed)
  })

  it.each(SEEDS)('adds up to the cohort table of the same people: seed %i', async (seed) => {
    const sandbox = make(seed, 3000)
    const { groups } = (await summaries(sandbox)).get('onboarding_aa')!
    const sum = (name: 'users' | 'proceeds' | 'paying_users') =>
      groups.reduce((total, { metrics }) => total + (metrics?.[name] ?? NaN), 0)
    const range = { cohort_from: at('2025-06-26'), cohort_to: at('2025-10-24') }
    const table = await askCohorts(sandbox, {
      ...range,
      mode: 'by_days',
      grouping: 'day',
      revenue_type: 'net',
    })
    const revenue = table.cohorts
      .flatMap(({ periods }) => periods)
      .reduce((total, cell) => total + (cell?.revenue ?? 0), 0)
    expect(sum('users')).toBe(table.total?.users)
    // Cells are rounded, one by one.
    expect(sum('proceeds')).toBeCloseTo(revenue, 3)
    const payers = await askCohorts(sandbox, { ...range, mode: 'by_renewals', grouping: 'day' })
    expect(sum('paying_users')).toBe(payers.total?.periods[0]?.payers)
    figure('experiment users, proceeds and payers equal to cohort tables', 3, 'all equal', seed)
  })

  it('leaves out an id that no experiment has', async () => {
    const answer = await execute(
      getExperimentsSummary,
      { filter: { experiment_uid: ['nobody'] } },
      make(1, 10),
    )
    expect(answer).toMatchObject({ total_count: 0, items: [] })
  })

  it('says which exchange rate is missing rather than sum up without it', async () => {
    const rates = [{ date: '2020-01-01', currency: 'EUR', usd: 1.1 }]
    const sandbox = createSandbox({ seed: 1, now: NOW, customers: 300, rates })
    await expect(summaries(sandbox)).rejects.toMatchObject({
      status: 400,
      message: expect.stringMatching(/there is no rate for [A-Z]{3} on 202\d-/),
    })
  })

  it('refuses more than 50 experiments before anything is sent', async () => {
    const many = Array.from({ length: 51 }, (_, index) => `e${index}`)
    await expect(
      execute(getExperimentsSummary, { filter: { experiment_uid: many } }, make(1, 10)),
    ).rejects.toMatchObject({ name: 'InputError' })
  })
})
