// @vitest-environment node
import { describe, expect, it } from 'vitest'
import { createSandbox } from '../../../../src/entries/sandbox.ts'
import { execute } from '../../../../src/core/execute.ts'
import {
  getExperimentsSummary,
  listExperiments,
} from '../../../../src/resources/experiments/operations.ts'
import { analyze } from '../../../../src/resources/experiments/result.analyze.model.ts'
import { decide } from '../../../../src/resources/experiments/result.decide.model.ts'
import {
  armsFromSummary,
  SUMMARY_METRICS,
} from '../../../../src/resources/experiments/result.summary.model.ts'

const sandbox = createSandbox({ seed: 1, customers: 20_000, now: new Date('2026-04-22T00:00:00Z') })

describe('the API’s summary', () => {
  it('is read as accrued arms, whose totals decide nothing before the last user is mature', async () => {
    const { data } = await execute(listExperiments, {}, sandbox)
    const { id } = data.find(({ alias_id }) => alias_id === 'paywall_layout')!
    const { items } = await execute(
      getExperimentsSummary,
      { filter: { experiment_uid: [id] } },
      sandbox,
    )
    const groups = items[0]!.groups
    const arms = armsFromSummary(items[0]!, { isMature: true })
    const { users, paying_users, sales, sales_sum_squares, trials_started, trials_converted } =
      groups[0]!.metrics!
    expect(arms[0]).toMatchObject({
      isControl: true,
      exposed: users,
      mature: users,
      metrics: {
        user_to_paid: { maturity: 'accrued', count: paying_users, sum: paying_users },
        sales: { count: paying_users, sum: sales, sumSquares: sales_sum_squares },
        trial_to_paid: { sum: trials_converted, denominator: { sum: trials_started } },
      },
    })
    const plan = {
      engine: 'sequential',
      alpha: 0.05,
      outcomeWindow: 10,
      plannedUsers: 8000,
      primary: SUMMARY_METRICS['trial_to_paid']!,
      secondary: [SUMMARY_METRICS['user_to_paid']!],
    } as const
    const run = { days: 140, isFinished: false, daysToMaturity: 10 }
    expect(decide(analyze(plan, arms, run)).reasons.map(({ code }) => code)).toEqual(['maturity'])
    const over = analyze(plan, arms, { ...run, isFinished: true, daysToMaturity: 0 })
    expect(over.decisive).toBe('user_to_paid')
    expect(decide(over).word).toBe('ship')
  })

  it('has no number where the answer has none', () => {
    const group = {
      uid: 'g',
      experiment_group_id: null,
      experiment_id: null,
      project_id: null,
      name: null,
      control: 1,
      weight: null,
      remote_config_uid: null,
      created_at: null,
      updated_at: null,
      metrics: null,
    }
    const item = { uid: 'e', name: '', groups: [group] } as unknown as Parameters<
      typeof armsFromSummary
    >[0]
    expect(armsFromSummary(item)).toMatchObject([
      { id: 'g', name: 'g', weight: 0, exposed: 0, metrics: {} },
    ])
  })
})
