// @vitest-environment node
import { describe, expect, it } from 'vitest'
import { createTexts } from '../../../../src/i18n/createTexts.ts'
import type { Arm, ExperimentPlan } from '../../../../src/resources/experiments/analysis.types.ts'
import { analyze } from '../../../../src/resources/experiments/result.analyze.model.ts'
import { decide } from '../../../../src/resources/experiments/result.decide.model.ts'
import { progressText } from '../../../../src/resources/experiments/resultTexts.ts'
import { showResults } from '../../../../src/resources/experiments/resultView.model.ts'
import { limitOf } from '../../../../src/resources/experiments/resultMarks.model.ts'
import {
  RESULT_VIEW,
  type ResultView,
} from '../../../../src/resources/experiments/resultView.types.ts'
import { arm, money, paid, running, sequential } from '../../../../stories/experiments/results.ts'

const show = (
  plan: ExperimentPlan,
  arms: readonly Arm[],
  view: Partial<ResultView> = {},
  run = running,
) => showResults(analyze(plan, arms, run), arms, run, { ...RESULT_VIEW, ...view })

const two = (control: number, trial: number, users = 20_000): Arm[] => [
  arm('control', 'Control', users, { user_to_paid: paid(control) }),
  arm('trial', 'Trial', users, { user_to_paid: paid(trial) }),
]

describe('the change', () => {
  // 5% against 6% of 20,000 users each: a fifth more, one point, ten of a thousand.
  it.for([
    ['relative', 0.2, 'percent'],
    ['absolute', 0.01, 'points'],
    ['perThousand', 10, 'users'],
  ] as const)('%s', ([scale, value, unit]) => {
    const [metric] = show(sequential, two(1000, 1200), { scale }).metrics
    expect(metric?.unit).toBe(unit)
    expect(metric?.arms[0]?.change?.value).toBeCloseTo(value, 12)
    const { low, high } = metric!.arms[0]!.change!.interval!
    expect([low > 0, low < value, high > value]).toEqual([true, true, true])
  })

  it('of what is not counted per user is told relatively or absolutely only', () => {
    const plan: ExperimentPlan = {
      ...sequential,
      primary: {
        id: 'kept',
        kind: 'proportion',
        denominator: 'post-exposure',
        twin: 'user_to_paid',
      },
      secondary: [
        { id: 'user_to_paid', kind: 'proportion' },
        { id: 'arpu', kind: 'mean', isMoney: true },
      ],
    }
    const units = (scale: ResultView['scale']) =>
      show(plan, two(1000, 1200), { scale }).metrics.map(({ result, unit }) => [
        result.metric.id,
        unit,
      ])
    expect(units('perThousand')).toEqual([
      ['user_to_paid', 'users'],
      ['kept', null],
      ['arpu', 'money'],
    ])
    expect(units('absolute').at(1)).toEqual(['kept', 'points'])
  })

  it('of over half is marked', () => {
    const isLarge = (trial: number) =>
      show(sequential, two(1000, trial)).metrics[0]?.arms[0]?.isLarge
    expect([isLarge(1500), isLarge(1501), isLarge(499)]).toEqual([false, true, true])
  })

  it('of over half that is not sure is no more than the noise of few outcomes', () => {
    // 30 against 47 of 20,000: over half more, and a sequence leaves a fall possible.
    const row = show(sequential, two(30, 47)).metrics[0]?.arms[0]
    expect(row?.row.contrast?.lift?.value).toBeGreaterThan(0.5)
    expect([row?.row.verdict, row?.isLarge]).toEqual(['unclear', false])
  })

  describe('of a guardrail whose harm is agreed in absolute terms', () => {
    const arms = [
      arm('control', 'Control', 10_000, { refunds: paid(10), loss: money(10_000, 1000, 2, 10) }),
      arm('trial', 'Trial', 10_000, { refunds: paid(40), loss: money(10_000, 1000, 2.05, 10) }),
    ]
    const guarded = (scale: ResultView['scale']) =>
      show(
        {
          ...sequential,
          primary: { id: 'user_to_paid', kind: 'proportion' },
          secondary: [],
          guardrails: [
            { id: 'refunds', kind: 'proportion', better: 'lower', absoluteMargin: 0.005 },
            { id: 'loss', kind: 'mean', isMoney: true, better: 'lower', absoluteMargin: 0.1 },
          ],
        },
        arms,
        { scale },
      ).guardrails.map((metric) => [
        metric.unit,
        metric.arms[0]?.change?.value.toFixed(4),
        limitOf(metric),
      ])

    it('is told as it is judged, where other changes are relative', () => {
      // 1 and 4 of 1,000: three more, held against five; not “+300%”. $2.00 against $2.05 a user.
      expect(guarded('relative')).toEqual([
        ['users', '3.0000', 5],
        ['money', '0.0500', 0.1],
      ])
    })

    it('is held against its limit on every scale', () => {
      expect(guarded('absolute')).toEqual([
        ['points', '0.0030', 0.005],
        ['money', '0.0500', 0.1],
      ])
      expect(guarded('perThousand')).toEqual([
        ['users', '3.0000', 5],
        ['money', '50.0000', 100],
      ])
    })
  })
})

describe('what is shown', () => {
  it('against another baseline is turned around, and the decision is not', () => {
    const arms = two(1000, 1200)
    const analysis = analyze(sequential, arms, running)
    const decision = decide(analysis)
    const shown = show(sequential, arms, { baseline: 'trial' })
    expect(shown.baseline).toBe('trial')
    const [row] = shown.metrics[0]!.arms
    expect(row?.row).toMatchObject({ arm: 'control', verdict: 'worse' })
    // 5% are a sixth less than 6%.
    expect(row?.change?.value).toBeCloseTo(-1 / 6, 12)
    expect(decision).toMatchObject({ word: 'ship', arm: 'trial' })
    expect(decide(analysis)).toEqual(decision)
  })

  it('ignores a baseline that is not there or has no users by design', () => {
    const arms = [...two(1000, 1200), arm('off', 'Off', 0, {}, { weight: 0 })]
    expect(show(sequential, arms, { baseline: 'gone' }).baseline).toBe('control')
    expect(show(sequential, arms, { baseline: 'off' }).baseline).toBe('control')
  })

  it('leaves hidden arms out without changing the others', () => {
    const arms = [...two(1000, 1200), arm('third', 'Third', 20_000, { user_to_paid: paid(1100) })]
    const all = show(sequential, arms).metrics[0]!.arms
    const some = show(sequential, arms, { hidden: ['third'] }).metrics[0]!.arms
    expect(all.map(({ row }) => row.arm)).toEqual(['trial', 'third'])
    expect(some).toEqual(all.slice(0, 1))
  })

  it('has every conditional metric right under its twin, and guardrails apart', () => {
    const share = (id: string) => ({ id, kind: 'proportion' }) as const
    const conditional = (id: string, twin: string) =>
      ({ ...share(id), denominator: 'post-exposure', twin }) as const
    const plan: ExperimentPlan = {
      ...sequential,
      secondary: [conditional('kept', 'started'), share('asked'), share('started')],
      guardrails: [conditional('cancelled', 'lost'), share('lost'), conditional('alone', 'asked')],
    }
    const { metrics, guardrails } = show(plan, two(1000, 1200))
    expect(metrics.map(({ result }) => result.metric.id)).toEqual([
      'user_to_paid',
      'asked',
      'started',
      'kept',
    ])
    expect(guardrails.map(({ result, isUnderTwin }) => [result.metric.id, isUnderTwin])).toEqual([
      ['lost', false],
      ['cancelled', true],
      // Its twin is no guardrail.
      ['alone', false],
    ])
  })
})

describe('progress instead of numbers', () => {
  it('counts outcomes, and days left at the rate so far', () => {
    // 12 of 25 in 3 days: 13 more take 3.25.
    const [row] = show(sequential, two(12, 15, 400), {}, { ...running, days: 3 }).metrics[0]!.arms
    expect(row?.progress).toEqual({
      kind: 'events',
      empty: null,
      value: 12,
      needed: 25,
      share: 0.48,
      daysLeft: 4,
    })
    expect(row?.change).toBeNull()
  })

  it('says which of the two has nothing at all', () => {
    const said = (control: number, trial: number) =>
      show(sequential, two(control, trial, 400)).metrics[0]!.arms.map(({ progress }) =>
        progressText(createTexts(), progress!),
      )
    expect(said(0, 40)).toEqual(['No outcome in the baseline yet; 25 are needed'])
    expect(said(40, 0)).toEqual(['No outcome in this arm yet; 25 are needed'])
    expect(said(0, 0)).toEqual(['No outcome in this arm yet; 25 are needed'])
    expect(said(1, 40)[0]).toMatch(/^1 of 25 outcomes/)
  })

  it('asks for payers where money is compared', () => {
    const plan: ExperimentPlan = {
      ...sequential,
      primary: { id: 'sales', kind: 'mean', isMoney: true },
    }
    const arms = two(0, 0).map((each) =>
      Object.assign({}, each, { metrics: { sales: money(20_000, 60, 0.4, 4) } }),
    )
    expect(show(plan, arms).metrics[0]?.arms[0]?.progress).toMatchObject({ value: 60, needed: 100 })
  })

  it('guesses no days before a tenth, without days, or after a stop', () => {
    const left = (control: number, run: Partial<typeof running>) =>
      show(sequential, two(control, 15, 400), {}, { ...running, ...run }).metrics[0]?.arms[0]
        ?.progress?.daysLeft
    expect(left(2, {})).toBeNull()
    expect(left(12, { days: null })).toBeNull()
    expect(left(12, { isFinished: true })).toBeNull()
    expect(left(3, {})).toBe(154)
  })

  it('says what is more than a year away to be out of reach, not in days', () => {
    const said = (daysLeft: number) =>
      progressText(createTexts(), {
        kind: 'events',
        empty: null,
        value: 12,
        needed: 25,
        share: 0.48,
        daysLeft,
      })
    expect(said(365)).toBe('12 of 25 outcomes (48.0%) · About 365 days left.')
    expect(said(366)).toBe(
      '12 of 25 outcomes (48.0%) · Out of reach at the rate so far: it would take more than a year.',
    )
  })

  it('counts users of a plan that is looked at once', () => {
    const plan: ExperimentPlan = { ...sequential, engine: 'fixed', plannedUsers: 100_000 }
    const [row] = show(plan, two(1000, 1200)).metrics[0]!.arms
    expect(row?.progress).toMatchObject({
      kind: 'users',
      value: 40_000,
      needed: 100_000,
      share: 0.4,
    })
    expect(row?.row.contrast).toBeNull()
  })
})
