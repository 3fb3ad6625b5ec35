// @vitest-environment node
import { describe, expect, test } from 'vitest'
import { defaultPlan } from '../../../../src/resources/experiments/plan.default.model.ts'
import { planSample } from '../../../../src/resources/experiments/plan.sample.model.ts'

const plan = (primary_metric: string | null, goal_direction: string | null = null) =>
  defaultPlan({ primary_metric, goal_direction })

describe('the plan of an experiment that its host keeps none of', () => {
  test('decides by the primary metric, in the direction of its goal', () => {
    expect(plan('user_to_paid', 'increase')).toMatchObject({
      engine: 'sequential',
      alpha: 0.05,
      outcomeWindow: 10,
      primary: { id: 'user_to_paid', kind: 'proportion', better: 'higher' },
      secondary: [{ id: 'proceeds' }],
      guardrails: [{ id: 'refunds', better: 'lower', absoluteMargin: 0.005 }],
    })
    expect(plan('user_to_paid', 'decrease').primary.better).toBe('lower')
  })

  test('lets no metric that is counted after exposure decide: its twin stands beside it and wants the same', () => {
    const { primary, secondary } = plan('trial_cancellation', 'decrease')
    expect(primary).toMatchObject({
      denominator: 'post-exposure',
      twin: 'trial_cancellation_per_user',
      better: 'lower',
    })
    expect(secondary?.[0]).toMatchObject({ id: 'trial_cancellation_per_user', better: 'lower' })
  })

  test('waits for a renewal where money is counted', () => {
    expect(plan('sales').outcomeWindow).toBe(40)
  })

  test('waits for nothing where trials are counted that start at once', () => {
    expect(plan('user_to_trial').primary.isDelayed).toBe(false)
    expect(plan('user_to_paid').primary.isDelayed).toBeUndefined()
  })

  test('reads a metric that is spelled with hyphens', () => {
    expect(plan('subscription-cancellation', 'decrease').primary).toMatchObject({
      id: 'subscription_cancellation',
      twin: 'subscription_cancellation_per_user',
    })
  })

  test('holds no metric to itself, and keeps one that it does not know', () => {
    expect(plan('refunds', 'decrease').guardrails).toEqual([])
    expect(plan('lifetime_joy').primary).toEqual({ id: 'lifetime_joy', kind: 'proportion' })
    expect(plan(null).primary.id).toBe('user_to_paid')
  })

  test('is as large as its page says: a change by a fifth of 1 in 20 is found in 80 of 100 tests', () => {
    const { users } = planSample({
      engine: 'sequential',
      baseline: { kind: 'proportion', rate: 0.05 },
      effect: 0.2,
    })
    expect(plan('user_to_paid').plannedUsers / users).toBeCloseTo(1, 2)
  })
})
