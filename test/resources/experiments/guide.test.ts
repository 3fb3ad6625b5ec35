// @vitest-environment node
import { globSync, readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import type { Arm, ExperimentPlan } from '../../../src/resources/experiments/analysis.types.ts'
import { defaultPlan } from '../../../src/resources/experiments/plan.default.model.ts'
import {
  planSample,
  revenueBaseline,
} from '../../../src/resources/experiments/plan.sample.model.ts'
import { analyze } from '../../../src/resources/experiments/result.analyze.model.ts'
import { decide } from '../../../src/resources/experiments/result.decide.model.ts'
import {
  checkHealth,
  SAMPLE_RATIO_ALPHA,
} from '../../../src/resources/experiments/result.health.model.ts'
import {
  LEAST_EVENTS,
  LEAST_PAYERS,
  LEAST_PAYERS_UNEVEN,
} from '../../../src/resources/experiments/result.metric.model.ts'
import { compareBetas } from '../../../src/resources/experiments/stats.bayes.model.ts'
import {
  deltaLift,
  differenceInterval,
  liftInterval,
  welchP,
  welchReach,
} from '../../../src/resources/experiments/stats.contrast.model.ts'
import {
  normalQuantile,
  normalTail,
} from '../../../src/resources/experiments/stats.distributions.model.ts'
import {
  flooredRate,
  meanOf,
  type Measured,
} from '../../../src/resources/experiments/stats.moments.model.ts'
import { holm } from '../../../src/resources/experiments/stats.multiple.model.ts'
import { compareRates } from '../../../src/resources/experiments/stats.rates.model.ts'
import {
  chiSquareRatioP,
  sequentialRatioP,
} from '../../../src/resources/experiments/stats.sampleRatio.model.ts'
import { sequenceReach } from '../../../src/resources/experiments/stats.sequence.model.ts'

const FOLDER = `${import.meta.dirname}/../../../stories`
const guide = readFileSync(`${FOLDER}/guides/ReadingAnExperiment.mdx`, 'utf8')
const Z = -normalQuantile(0.025)

/** What a reader reads: no code, no sources, no addresses, on one line. */
const prose = guide
  .split('## Sources')[0]!
  .replace(/^import.*$|^<Meta.*$/gm, '')
  .replace(/^```[^]*?^```$/gm, '')
  .replace(/`[^`]*`/g, '')
  .replace(/\]\([^)]*\)/g, ']')
  .replace(/\s+/g, ' ')

const fixed = (value: number, digits: number): string => value.toFixed(digits).replace(/^-/, '−')
const percent = (value: number): string => `${value > 0 ? '+' : ''}${fixed(value * 100, 1)}%`
const count = (value: number): string => value.toLocaleString('en-US')

/** The chance that one of so many even looks at a fair test is beyond 1.96 standard errors, by integration on a grid. */
function chanceOfAnyLook(looks: number): number {
  const step = 0.02
  const density = (x: number) => Math.exp((-x * x) / 2) / Math.sqrt(2 * Math.PI)
  const pointsOf = (look: number) => {
    const edge = Z * Math.sqrt(look)
    const cells = Math.ceil((2 * edge) / step)
    const width = (2 * edge) / cells
    return Array.from({ length: cells }, (_, cell) => ({ x: -edge + (cell + 0.5) * width, width }))
  }
  let inside = pointsOf(1).map(({ x, width }) => ({ x, mass: density(x) * width }))
  for (let look = 2; look <= looks; look++) {
    const before = inside
    inside = pointsOf(look).map(({ x, width }) => ({
      x,
      mass: width * before.reduce((sum, { x: from, mass }) => sum + mass * density(x - from), 0),
    }))
  }
  return 1 - inside.reduce((sum, { mass }) => sum + mass, 0)
}

const udacity = (arm: [number, number], control: [number, number]): string[] => {
  const found = compareRates({ x: arm[0], n: arm[1] }, { x: control[0], n: control[1] })
  const { low, high } = found.difference(Z)
  return [arm[0] / arm[1] - control[0] / control[1], low, high].map((value) =>
    fixed(value * 100, 3),
  )
}
const sequence = (lift: Measured, tuned: number): string[] => {
  const reach = sequenceReach(lift.n, { n: tuned, alpha: 0.05 }) * Math.sqrt(lift.variance!)
  return [lift.value, lift.value - reach, lift.value + reach].map((value) => fixed(value, 5))
}
const split = (first: number, second: number) => [
  { users: first, weight: 1 },
  { users: second, weight: 1 },
]

const plan: ExperimentPlan = {
  engine: 'sequential',
  alpha: 0.05,
  outcomeWindow: 0,
  plannedUsers: 20_000,
  minDays: 1,
  primary: { id: 'paid', kind: 'proportion', isDelayed: false },
}
const arm = (id: string, paid: number, weight = 1): Arm => ({
  id,
  name: id,
  isControl: id === 'control',
  weight,
  exposed: 10_000 * weight,
  mature: 10_000 * weight,
  metrics: {
    paid: { maturity: 'windowed', count: paid, sum: paid },
    sales: { maturity: 'windowed', count: paid, sum: paid * 10, sumSquares: paid * 100 },
  },
})
const RUN = { days: 7, isFinished: false, daysToMaturity: 0 }

/** Phrases of the guide, made of values that are worked out here. */
function phrases(): readonly string[] {
  const [sequentialP, chiSquareP] = [sequentialRatioP, chiSquareRatioP].map((test) =>
    test(split(5200, 4800)),
  ) as [number, number]
  const control = { value: 0.41, variance: 3.9 ** 2 / 3407, n: 3407 }
  const variant = { value: 0.7, variance: 6.2 ** 2 / 3461, n: 3461 }
  const reach = welchReach(variant, control, 0.05)
  const [difference, fieller] = [differenceInterval, liftInterval].map((of) =>
    of(variant, control, reach)!,
  ) as [{ low: number; high: number }, { low: number; high: number }]
  const delta = deltaLift(variant, control)
  const error = Math.sqrt(delta.variance!)
  const rates = sequence(deltaLift(flooredRate(2422, 3461), flooredRate(1396, 3000)), 5000)
  const means = sequence(
    deltaLift(meanOf(3461, 2422.7, 134_698.29), meanOf(3000, 1396.87, 52_377.9767)),
    1000,
  )
  const { posterior } = compareBetas({ a: 52, b: 50 }, { a: 50, b: 52 })!
  const [trials, payments, perTrial] = [
    udacity([3423, 17_260], [3785, 17_293]),
    udacity([1945, 17_260], [2033, 17_293]),
    udacity([1945, 3423], [2033, 3785]).map((text) => Number(text).toFixed(1)),
  ] as const
  const question = {
    baseline: { kind: 'proportion', rate: 0.05 },
    effect: 0.1,
    usersPerDay: 2000,
    outcomeWindow: 10,
  } as const
  const once = planSample({ ...question, engine: 'fixed' })
  const daily = planSample({ ...question, engine: 'sequential' })
  const revenue = revenueBaseline(0.02, [{ price: 40, share: 1 }])
  const looks = [2, 5, 10].map((number) => `${fixed(chanceOfAnyLook(number) * 100, 1)}%`)
  return [
    `a chance under ${SAMPLE_RATIO_ALPHA * 100}%`,
    `5,200 users against 4,800 have a chi-square p of ${fixed(chiSquareP, 5)}`,
    `the sequential p is ${fixed(sequentialP, 4)}`,
    'with 100 users per arm, against the shares',
    '52,000 against 48,000 are broken by either',
    'an alarm from 1% of all and 10 users on',
    `at least ${analyze(plan, [arm('control', 500), arm('b', 500)], RUN).gates[0]!.needed} days`,
    `the longest trial and ${defaultPlan({ primary_metric: 'user_to_paid', goal_direction: null }).outcomeWindow - 7} days more`,
    'per 1,000 users',
    'An ordinary 95% interval',
    `the chance of a false claim is ${looks[0]}, five times ${looks[1]}, ten times ${looks[2]}`,
    `${LEAST_EVENTS} outcomes (of money: ${LEAST_PAYERS} payers)`,
    `2,422 of 3,461 against 1,396 of 3,000, tuned at 5,000 users, a lift of ${rates[0]} with ${rates[1]} to ${rates[2]}`,
    `sums 1,396.87 and 2,422.7, tuned at 1,000 users, ${means[0]} with ${means[1]} to ${means[2]}`,
    'means of 0.41 and 0.70, standard deviations of 3.9 and 6.2, 3,407 and 3,461 users',
    `p = ${fixed(welchP(variant, control)!, 5)}, a difference of ${fixed(difference.low, 4)} to ${fixed(difference.high, 4)}`,
    `a lift of ${percent(fieller.low)} to ${percent(fieller.high)}`,
    `p = ${fixed(2 * normalTail(delta.value / error), 4)}, ${percent(delta.value - Z * error)} to ${percent(delta.value + Z * error)}`,
    '51 of 100 against 49 of 100',
    `a chance of ${fixed(posterior.chance, 7)}, a loss of ${fixed(posterior.lossOfArm, 7)} for the arm and of ${fixed(posterior.lossOfControl, 7)} for the control`,
    'passes 95% or falls under 5%',
    `rose by ${perTrial[0]} points (${perTrial[1]} to ${perTrial[2]})`,
    `3,423 of 17,260 against 3,785 of 17,293 is ${trials[0]} points (${trials[1]} to ${trials[2]})`,
    `payments went from 2,033 to 1,945: ${payments[0]} points (${payments[1]} to ${payments[2]})`,
    `from ${LEAST_PAYERS} payers in every arm on, from ${LEAST_PAYERS_UNEVEN} where one arm has more than 3 times`,
    `0.012 and 0.03 become ${holm([0.012, 0.03]).join(' and ')}`,
    'a change above 50%',
    'With 5% of users paying, a relative rise of 10%, α = 0.05 and a power of 80%',
    `${count(once.users / 2)} users per arm, ${count(once.users)} in all`,
    `2,000 new users a day and a window of 10 days, ${once.days} days`,
    `${count(daily.users)} users and ${daily.days} days, ${fixed(daily.users / once.users, 1)} times`,
    `by day ${daily.medianDays}`,
    revenue.kind === 'mean'
      ? `2% of users at 40 each have a mean of ${fixed(revenue.mean, 1)} and a variance of ${fixed(revenue.variance, 2)}`
      : '',
  ]
}

describe('the guide “Is the test done?”', () => {
  it('holds no number that is not worked out here', () => {
    const known = phrases()
    expect(known.filter((phrase) => !prose.includes(phrase))).toEqual([])
    const rest = known.reduce((text, phrase) => text.replaceAll(phrase, ''), prose)
    expect(rest.match(/.{0,40}\d.{0,20}/g)).toBe(null)
  })

  it('names the limits of users in two arms, of a broken split, of large changes and of uneven shares', () => {
    const arms = [arm('control', 500), arm('b', 500)]
    const isAlarm = (inTwoArms: number) => !checkHealth(arms, { ...RUN, inTwoArms }).isHealthy
    expect([isAlarm(199), isAlarm(200)]).toEqual([false, true])
    const few = arms.map((one): Arm => Object.assign({}, one, { exposed: 100 }))
    const isFewAlarm = (inTwoArms: number) => !checkHealth(few, { ...RUN, inTwoArms }).isHealthy
    expect([isFewAlarm(9), isFewAlarm(10)]).toEqual([false, true])
    for (const test of [sequentialRatioP, chiSquareRatioP])
      expect(test(split(52_000, 48_000))).toBeLessThan(SAMPLE_RATIO_ALPHA)
    const codes = (paid: number) =>
      decide(analyze(plan, [arm('control', 1000), arm('b', paid)], RUN)).reasons.map(
        ({ code }) => code,
      )
    expect(codes(1500)).not.toContain('large-change')
    expect(codes(1501)).toContain('large-change')
    const money: ExperimentPlan = {
      ...plan,
      primary: { id: 'sales', kind: 'mean', isMoney: true, isDelayed: false },
    }
    const stateAt = (weight: number) =>
      analyze(money, [arm('control', 499, weight), arm('b', 499)], RUN).metrics[0]!.rows[0]!.state
    expect([stateAt(3), stateAt(3.1)]).toEqual(['ready', 'too-few-events'])
  })

  it('links to stories that exist', () => {
    const stories = globSync('**/*.stories.tsx', { cwd: FOLDER }).flatMap((path) => {
      const text = readFileSync(`${FOLDER}/${path}`, 'utf8')
      const title = /title: '([^']+)'/.exec(text)?.[1] ?? ''
      return [...text.matchAll(/^export const (\w+)/gm)].map(
        ([, name = '']) => `${kebab(title)}--${kebab(name.replace(/(?<=[a-z])(?=[A-Z])/g, '-'))}`,
      )
    })
    const ids = new Set(stories)
    const linked = [...guide.matchAll(/\?path=\/story\/([\w-]+)/g)].map(([, id]) => id)
    expect(linked.length).toBeGreaterThan(10)
    expect(linked.filter((id) => !ids.has(id!))).toEqual([])
  })
})

const kebab = (text: string): string => text.toLowerCase().replace(/[^a-z0-9]+/g, '-')
