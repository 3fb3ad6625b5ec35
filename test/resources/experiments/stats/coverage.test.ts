// @vitest-environment node
import { describe, expect, it, vi } from 'vitest'
import { contrast } from '../../../../src/resources/experiments/result.compare.model.ts'
import type { Measurement } from '../../../../src/resources/experiments/result.measure.model.ts'
import { flooredRate, meanOf } from '../../../../src/resources/experiments/stats.moments.model.ts'
import { compareRates } from '../../../../src/resources/experiments/stats.rates.model.ts'
import { figure, runs } from '../../../figures.ts'
import { randomOf } from './simulate.ts'

vi.setConfig({ testTimeout: 120_000 })

/** Chances of 0 … n successes, each from the one before. */
function chances(n: number, p: number): number[] {
  const logs = [n * Math.log1p(-p)]
  for (let x = 1; x <= n; x++) logs.push(logs[x - 1]! + Math.log(((n - x + 1) / x) * (p / (1 - p))))
  return logs.map(Math.exp)
}

/** The exact chance that an interval holds the truth: every pair of counts weighed by how likely it is. */
function coverage(
  n1: number,
  p1: number,
  n0: number,
  p0: number,
): { difference: number; ratio: number } {
  let [difference, ratio] = [0, 0]
  const [first, second] = [chances(n1, p1), chances(n0, p0)]
  for (const [x1, w1] of first.entries())
    for (const [x0, w0] of second.entries()) {
      if (w1 * w0 < 1e-9) continue
      const found = compareRates({ x: x1, n: n1 }, { x: x0, n: n0 })
      const [d, r] = [found.difference(1.959963984540054), found.lift(1.959963984540054)]
      if (d.low <= p1 - p0 && p1 - p0 <= d.high) difference += w1 * w0
      if (r.low <= p1 / p0 - 1 && p1 / p0 - 1 <= r.high) ratio += w1 * w0
    }
  return { difference, ratio }
}

describe('exact coverage of 95% intervals of two rates', () => {
  const ENOUGH: [number, number, number, number][] = [
    [100, 0.1, 100, 0.1],
    [200, 0.06, 200, 0.08],
    [150, 0.1, 300, 0.2],
    [120, 0.5, 60, 0.4],
    [400, 0.03, 400, 0.025],
    [900, 0.1, 100, 0.1],
  ]
  const FEW: [number, number, number, number][] = [
    [30, 0.1, 30, 0.1],
    [100, 0.02, 100, 0.02],
    [20, 0.3, 20, 0.1],
    [300, 0.01, 100, 0.03],
    [10, 0.5, 10, 0.2],
  ]
  it('is 94 to 96.5% where n · p is at least 10', () => {
    const all = ENOUGH.flatMap((each) => Object.values(coverage(...each)))
    figure(
      'coverage of score intervals, n·p ≥ 10',
      all.length,
      `${Math.min(...all).toFixed(4)} to ${Math.max(...all).toFixed(4)}`,
    )
    expect(Math.min(...all)).toBeGreaterThanOrEqual(0.94)
    expect(Math.max(...all)).toBeLessThanOrEqual(0.965)
  })

  it('is at least 94% elsewhere', () => {
    const all = FEW.flatMap((each) => Object.values(coverage(...each)))
    figure(
      'coverage of score intervals, n·p < 10',
      all.length,
      `at least ${Math.min(...all).toFixed(4)}`,
    )
    expect(Math.min(...all)).toBeGreaterThanOrEqual(0.94)
  })
})

describe('lift and difference', () => {
  const rate = (x: number, n: number): Measurement => ({
    measured: flooredRate(x, n),
    rate: { x, n },
    isRatio: false,
    events: x,
    numerator: x,
    denominator: n,
    maturity: 'windowed',
  })
  const mean = (n: number, value: number, sd: number): Measurement => {
    const sum = n * value
    return { ...rate(1, n), rate: null, measured: meanOf(n, sum, sum * value + (n - 1) * sd * sd) }
  }
  it('exclude no change in the same cases', () => {
    const cases = runs(10_000)
    const random = randomOf(7)
    const whole = (from: number, to: number): number => Math.floor(from * (to / from) ** random())
    let told = 0
    for (let index = 0; index < cases; index++) {
      const [n1, n0] = [whole(5, 1e6), whole(5, 1e6)]
      const p = random() ** 3
      const near = (n: number, more: number): number =>
        Math.round(Math.min(n, n * p * more + 3 * (random() - 0.5) * Math.sqrt(n * p)))
      const isRate = random() < 0.5
      const [arm, control] = isRate
        ? [rate(Math.max(0, near(n1, 1)), n1), rate(Math.max(1, near(n0, 1)), n0)]
        : [
            mean(n1, 1 + (6 * (random() - 0.5)) / Math.sqrt(n1), 3 * random()),
            mean(n0, 1 + (4 * (random() - 0.5)) / Math.sqrt(n0), 3 * random()),
          ]
      for (const engine of ['fixed', 'sequential'] as const) {
        const { difference, lift } = contrast(arm, control, {
          engine,
          alpha: 0.05,
          tunedAt: n1 + n0,
          prior: undefined,
        })
        if (!lift) continue
        const [d, r] = [difference.interval!, lift.interval!]
        const isTold = d.low > 0 || d.high < 0
        told += Number(isTold)
        expect(r.low > 0 || r.high < 0, JSON.stringify({ engine, arm, control, d, r })).toBe(isTold)
      }
    }
    figure('lift excludes 0 exactly when the difference does', cases, `${told} told apart`, 7)
    expect(told).toBeGreaterThan(cases / 20)
  })
})
