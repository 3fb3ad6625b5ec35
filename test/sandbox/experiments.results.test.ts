// @vitest-environment node
import { beforeAll, describe, expect, it } from 'vitest'
import { exposuresOf } from '../../src/sandbox/experiments/exposures.ts'
import { resultsOf, type GroupResult } from '../../src/sandbox/experiments/results.ts'
import { createHistory, type History } from '../../src/sandbox/history.ts'
import { createRates } from '../../src/sandbox/rates.ts'
import { simulatedExperiments } from '../../src/sandbox/simulation/experiments.ts'
import { createSandbox } from '../../src/entries/sandbox.ts'
import { figure } from '../figures.ts'
import { at } from './ask.ts'
import { askExperiments } from './oracle/experiments.ts'

const DAY = 86_400
const NOW = at('2026-04-22')
const SEEDS = [1, 2, 3, 4, 5]
/** A trial is paid for after 7 days; a month later comes the first renewal. */
const PAID_BY = 10
const RENEWED_BY = 40

function business(seed: number, customers: number): History {
  const sandbox = createSandbox({ seed, customers, now: new Date(NOW * 1000) })
  const rates = createRates(sandbox.rates())
  return createHistory(sandbox.log(), rates, simulatedExperiments(seed, NOW))
}

function read(
  history: History,
  alias: string,
  windowDays: number | null,
  now = NOW,
): [control: GroupResult, other: GroupResult] {
  const design = history.experiments.find(({ experiment }) => experiment.alias_id === alias)!
  const exposures = exposuresOf(history, design, now)
  const [control, other] = resultsOf(history, 2, exposures, { now, windowDays })
  return [control!, other!]
}

/** How many standard errors lie between two shares of users; pooled, as under no difference. */
function zOfShares([a, b]: readonly GroupResult[], name: 'paying_users' | 'trials_started') {
  const pooled = (a![name] + b![name]) / (a!.users + b!.users)
  const error = Math.sqrt(pooled * (1 - pooled) * (1 / a!.users + 1 / b!.users))
  return (b![name] / b!.users - a![name] / a!.users) / error
}

/** The same for sales per user, from the sums of squares. */
function zOfSales([a, b]: readonly GroupResult[]) {
  const error = ({ users, sales, sales_sum_squares: squares }: GroupResult) =>
    (squares - (sales * sales) / users) / (users - 1) / users
  const difference = b!.sales / b!.users - a!.sales / a!.users
  return difference / Math.sqrt(error(a!) + error(b!))
}

describe.each([null, PAID_BY, RENEWED_BY])('within %s days of exposure', (windowDays) => {
  it.each(SEEDS)('results are what SQL reads out of the log: seed %i', (seed) => {
    const history = business(seed, 2000)
    const experiments = history.experiments.map(({ experiment, groups }) => ({
      id: experiment.id,
      started: experiment.runs[0]!.from,
      finished: experiment.finished_at,
      offer: experiment.offer,
      groups: groups.map(({ id, lost }) => ({ id, lost: lost / 10_000 })),
    }))
    const wanted = askExperiments(history.rows, history.rates!.rows, experiments, {
      now: NOW,
      windowDays,
    })
    for (const { experiment, groups } of history.experiments)
      for (const [index, result] of read(history, experiment.alias_id, windowDays).entries())
        for (const [name, value] of Object.entries(wanted.get(groups[index]!.id)!))
          expect(result[name as keyof GroupResult], `${experiment.alias_id} ${name}`).toBeCloseTo(
            value,
            5,
          )
    figure(`experiment results ${windowDays ?? 'accrued'} equal to SQL`, 96, 'all equal', seed)
  })
})

describe('a business of 20,000 customers', () => {
  const histories = new Map<number, History>()
  beforeAll(() => {
    for (const seed of SEEDS) histories.set(seed, business(seed, 20_000))
  })
  const z = (test: (history: History) => number) => SEEDS.map((seed) => test(histories.get(seed)!))
  const mean = (values: readonly number[]) =>
    values.reduce((sum, value) => sum + value, 0) / values.length

  it('shows the short paywall to sell more, in each of 5 seeds', () => {
    const found = z((history) =>
      zOfShares(read(history, 'paywall_layout', PAID_BY), 'paying_users'),
    )
    for (const value of found) expect(value).toBeGreaterThan(2.6)
    figure('real effect, standard errors', 5, found.map((value) => value.toFixed(1)).join(' '))
  })

  it('shows no difference of two groups that see the same', () => {
    const found = z((history) => zOfShares(read(history, 'onboarding_aa', PAID_BY), 'paying_users'))
    for (const value of found) expect(Math.abs(value)).toBeLessThan(2.6)
    // The mean of 5 has a standard error of 0.45.
    expect(Math.abs(mean(found))).toBeLessThan(1.2)
    const money = z((history) => zOfSales(read(history, 'onboarding_aa', RENEWED_BY)))
    for (const value of money) expect(Math.abs(value)).toBeLessThan(2.6)
    figure('A/A test, standard errors', 5, found.map((value) => value.toFixed(1)).join(' '))
  })

  it('shows a free week and paying at once to be worth the same, at the same age', () => {
    const payers = z((history) =>
      zOfShares(read(history, 'trial_or_instant', PAID_BY), 'paying_users'),
    )
    const sales = z((history) => zOfSales(read(history, 'trial_or_instant', RENEWED_BY)))
    for (const value of [...payers, ...sales]) expect(Math.abs(value)).toBeLessThan(2.6)
    expect(Math.abs(mean(payers))).toBeLessThan(1.2)
    expect(Math.abs(mean(sales))).toBeLessThan(1.2)
    figure('equal value, standard errors', 5, sales.map((value) => value.toFixed(1)).join(' '))
  })

  it('makes paying at once look better while users are young, if their ages are mixed', () => {
    const week = (history: History) => history.experiments[2]!.experiment.runs[0]!.from + 14 * DAY
    const accrued = z((history) =>
      zOfShares(read(history, 'trial_or_instant', null, week(history)), 'paying_users'),
    )
    const windowed = z((history) =>
      zOfShares(read(history, 'trial_or_instant', PAID_BY, week(history)), 'paying_users'),
    )
    expect(mean(accrued)).toBeGreaterThan(2)
    expect(Math.abs(mean(windowed))).toBeLessThan(1.2)
    figure('false winner of accrued totals, standard errors', 5, mean(accrued).toFixed(1))
  })

  it('gives everyone in one group a trial and nobody in the other', () => {
    const [free, paid] = read(histories.get(1)!, 'trial_or_instant', RENEWED_BY)
    expect(free.trials_started).toBeGreaterThan(free.paying_users)
    // Who came back after a subscription has ended starts a paid one, never a trial.
    expect(paid.trials_started).toBe(0)
    expect(paid.paying_users).toBeGreaterThan(300)
  })

  it('shows the broken split in the counts, and no other as broken', () => {
    const imbalance = ([a, b]: readonly GroupResult[]) =>
      (b!.users - a!.users) / Math.sqrt(a!.users + b!.users)
    for (const seed of SEEDS) {
      const history = histories.get(seed)!
      for (const { experiment } of history.experiments) {
        const found = imbalance(read(history, experiment.alias_id, null))
        if (experiment.alias_id === 'welcome_video') expect(found).toBeLessThan(-4)
        else expect(Math.abs(found)).toBeLessThan(2.6)
      }
    }
  })
})
