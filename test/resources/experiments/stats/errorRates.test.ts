// @vitest-environment node
import { describe, expect, it, vi } from 'vitest'
import {
  detectableEffect,
  planSample,
} from '../../../../src/resources/experiments/plan.sample.model.ts'
import { analyze } from '../../../../src/resources/experiments/result.analyze.model.ts'
import { decide } from '../../../../src/resources/experiments/result.decide.model.ts'
import { welchP } from '../../../../src/resources/experiments/stats.contrast.model.ts'
import { meanOf } from '../../../../src/resources/experiments/stats.moments.model.ts'
import { compareRates } from '../../../../src/resources/experiments/stats.rates.model.ts'
import {
  chiSquareRatioP,
  sequentialRatioP,
} from '../../../../src/resources/experiments/stats.sampleRatio.model.ts'
import { figure, full, runs } from '../../../figures.ts'
import {
  addUsers,
  armOf,
  atMost,
  binomial,
  nothing,
  onDay,
  planOf,
  randomOf,
  type Sums,
} from './simulate.ts'

const SEEDS = full ? [1, 2, 3] : [1]
// A full run simulates for minutes.
vi.setConfig({ testTimeout: 600_000 })
const DAYS = 28
const percent = (share: number): string => `${(share * 100).toFixed(2)}%`

/** The naive way: a fixed test of the same numbers, looked at every day. */
function naiveP(arm: Sums, control: Sums, isMoney: boolean): number {
  if (!isMoney)
    return compareRates({ x: arm.count, n: arm.users }, { x: control.count, n: control.users }).p
  const [a, c] = [arm, control].map(({ users, sum, squares }) => meanOf(users, sum, squares))
  return welchP(a!, c!) ?? 1
}

describe.for(SEEDS)('error rates, seed %d', (seed) => {
  it.for([
    { name: 'conversion, 50/50', weights: [1, 1], isMoney: false, users: 40_000 },
    { name: 'conversion, 90/10', weights: [9, 1], isMoney: false, users: 40_000 },
    { name: 'conversion, 4 arms', weights: [1, 1, 1, 1], isMoney: false, users: 40_000 },
    {
      name: 'conversion, 4 arms at 70/10/10/10',
      weights: [7, 1, 1, 1],
      isMoney: false,
      users: 40_000,
    },
    { name: 'revenue, 50/50', weights: [1, 1], isMoney: true, users: 40_000 },
    { name: 'revenue, 90/10', weights: [9, 1], isMoney: true, users: 200_000 },
    { name: 'revenue, 4 arms', weights: [1, 1, 1, 1], isMoney: true, users: 40_000 },
    {
      name: 'revenue, 4 arms at 70/10/10/10',
      weights: [7, 1, 1, 1],
      isMoney: true,
      users: 200_000,
    },
  ])('A/A: $name is shipped or rolled back in at most 5%', ({ name, weights, isMoney, users }) => {
    const tests = runs(5000)
    const random = randomOf(seed)
    const plan = planOf(isMoney, { plannedUsers: users })
    const whole = weights.reduce((sum, weight) => sum + weight, 0)
    let [called, naive] = [0, 0]
    for (let test = 0; test < tests; test++) {
      const arms = weights.map(nothing)
      let [isCalled, isNaive] = [false, false]
      for (let day = 1; day <= DAYS; day++) {
        for (const [index, weight] of weights.entries())
          addUsers(random, arms[index]!, Math.round((users * weight) / whole / DAYS), 0.05, isMoney)
        const analysis = analyze(
          plan,
          arms.map((sums, index) => armOf(index, weights[index]!, sums, isMoney)),
          onDay(day),
        )
        const { word } = decide(analysis)
        isCalled ||= word === 'ship' || word === 'roll-back'
        isNaive ||= arms.slice(1).some((sums) => naiveP(sums, arms[0]!, isMoney) < 0.05)
      }
      called += Number(isCalled)
      naive += Number(isNaive)
    }
    figure(
      `A/A ${name}, daily looks: shipped or rolled back`,
      tests,
      `${percent(called / tests)} (a fixed test looked at daily: ${percent(naive / tests)})`,
      seed,
    )
    expect(called / tests).toBeLessThanOrEqual(atMost(0.05, tests, full))
    expect(naive / tests).toBeGreaterThan(0.12)
  })

  it('instant pay against a 7-day trial of equal value is called in at most 5%', () => {
    const tests = runs(2000)
    const random = randomOf(seed + 10)
    const [perDay, rate, window] = [1000, 0.02, 10]
    const plan = planOf(false, { plannedUsers: 36_000, outcomeWindow: window })
    const naivePlan = planOf(false, {
      plannedUsers: 56_000,
      primary: { id: 'main', kind: 'proportion', isDelayed: false },
    })
    let [called, onTotals, naive] = [0, 0, 0]
    const isCall = (word: string) => word === 'ship' || word === 'roll-back'
    for (let test = 0; test < tests; test++) {
      const paid = [0, 1].map(() =>
        Array.from({ length: DAYS }, () => binomial(random, perDay, rate)),
      )
      const count = (arm: number, until: number): Sums => {
        const sum = paid[arm]!.slice(0, Math.max(0, until)).reduce((total, n) => total + n, 0)
        return { ...nothing(), count: sum, sum }
      }
      const told = [false, false, false]
      for (let day = 1; day <= DAYS; day++) {
        const old = Math.max(0, day - window)
        const windowed = [0, 1].map((arm) => {
          const mature = Object.assign(count(arm, old), { users: old * perDay })
          return Object.assign(armOf(arm, 1, mature, false), { exposed: day * perDay })
        })
        // Of the arm with a trial, only users of at least 7 days have been charged.
        const accrued = [0, 1].map((arm) =>
          Object.assign(count(arm, arm === 0 ? day : day - 7), { users: day * perDay }),
        )
        const totals = accrued.map((sums, arm) => armOf(arm, 1, sums, false, 'accrued'))
        told[0] ||= isCall(decide(analyze(plan, windowed, onDay(day))).word)
        told[1] ||= isCall(decide(analyze(plan, totals, onDay(day))).word)
        told[2] ||= isCall(
          decide(analyze(naivePlan, totals, { ...onDay(day), isLargeChangeVerified: true })).word,
        )
      }
      called += Number(told[0])
      onTotals += Number(told[1])
      naive += Number(told[2])
    }
    figure(
      'instant pay against a 7-day trial of equal value: called',
      tests,
      `${percent(called / tests)} windowed, ${percent(onTotals / tests)} on totals (totals taken at their word: ${percent(naive / tests)})`,
      seed,
    )
    expect(called / tests).toBeLessThanOrEqual(atMost(0.05, tests, full))
    expect(onTotals).toBe(0)
    expect(naive / tests).toBeGreaterThan(0.9)
  })

  it.for([
    { name: '50/50', weights: [1, 1], engine: 'sequential' as const },
    { name: '80/20', weights: [4, 1], engine: 'sequential' as const },
    { name: '50/50', weights: [1, 1], engine: 'fixed' as const },
  ])('a planned effect is found in 80%: $engine, $name', ({ name, weights, engine }) => {
    const tests = runs(2000)
    const random = randomOf(seed + 20)
    const [rate, effect] = [0.05, 0.2]
    const question = { engine, weights, baseline: { kind: 'proportion', rate } as const }
    const { fixedUsers } = planSample({ ...question, effect })
    const usersPerDay = Math.ceil((fixedUsers * 1.7) / DAYS)
    const { users, days } = planSample({ ...question, effect, usersPerDay, outcomeWindow: 10 })
    expect(days! % 7).toBe(0)
    expect(detectableEffect({ ...question, users, usersPerDay })).toBeCloseTo(effect, 2)
    const plan = planOf(false, { engine, plannedUsers: users })
    const whole = weights.reduce((sum, weight) => sum + weight, 0)
    let [found, atFixedSize] = [0, 0]
    for (let test = 0; test < tests; test++) {
      const arms = weights.map(nothing)
      let isFound = false
      let counted = 0
      for (let day = 1; counted < users; day++) {
        const today = Math.min(usersPerDay, users - counted)
        counted += today
        for (const [index, weight] of weights.entries()) {
          const p = rate * (index === 0 ? 1 : 1 + effect)
          addUsers(random, arms[index]!, Math.ceil((today * weight) / whole), p, false)
        }
        const shown = arms.map((sums, index) => armOf(index, weights[index]!, sums, false))
        isFound ||= decide(analyze(plan, shown, onDay(day))).word === 'ship'
        if (counted - today < fixedUsers && counted >= fixedUsers) atFixedSize += Number(isFound)
      }
      found += Number(isFound)
    }
    figure(
      `power, ${engine}, ${name}`,
      tests,
      `${percent(found / tests)} with ${users} users (${percent(atFixedSize / tests)} at the fixed size of ${fixedUsers})`,
      seed,
    )
    const slack = 0.02 + (full ? 0 : 3 * Math.sqrt(0.16 / tests))
    expect(Math.abs(found / tests - 0.8)).toBeLessThanOrEqual(slack)
  })

  it('a fair split alarms in at most 0.3%, 52/48 of 100,000 in at least 99%', () => {
    const tests = runs(5000)
    const random = randomOf(seed + 30)
    let [alarms, naive, found] = [0, 0, 0]
    for (let test = 0; test < tests; test++) {
      let arm = 0
      let [isAlarm, isNaive] = [false, false]
      for (let day = 1; day <= 100; day++) {
        arm += binomial(random, 400, 0.5)
        const counts = [
          { users: arm, weight: 1 },
          { users: 400 * day - arm, weight: 1 },
        ]
        isAlarm ||= sequentialRatioP(counts) < 0.001
        isNaive ||= chiSquareRatioP(counts) < 0.001
      }
      alarms += Number(isAlarm)
      naive += Number(isNaive)
      const uneven = binomial(random, 100_000, 0.48)
      found += Number(
        sequentialRatioP([
          { users: uneven, weight: 1 },
          { users: 100_000 - uneven, weight: 1 },
        ]) < 0.001,
      )
    }
    figure(
      'sample ratio: false alarms over 100 daily looks',
      tests,
      `${percent(alarms / tests)} (chi-square looked at daily: ${percent(naive / tests)})`,
      seed,
    )
    figure('sample ratio: 52/48 of 100,000 found', tests, percent(found / tests), seed)
    expect(alarms / tests).toBeLessThanOrEqual(atMost(0.003, tests, full))
    expect(found / tests).toBeGreaterThanOrEqual(0.99)
    if (full) expect(naive / tests).toBeGreaterThan(alarms / tests)
  })
})
