// @vitest-environment node
import { describe, expect, it } from 'vitest'
import { analyze } from '../../../../src/resources/experiments/result.analyze.model.ts'
import { planChanges } from '../../../../src/resources/experiments/resultView.plan.model.ts'
import { overTime } from '../../../../src/resources/experiments/resultView.series.model.ts'
import { showResults } from '../../../../src/resources/experiments/resultView.model.ts'
import {
  RESULT_VIEW,
  type ResultView,
} from '../../../../src/resources/experiments/resultView.types.ts'
import { looks, running, sequential } from '../../../../stories/experiments/results.ts'

describe('the difference over time', () => {
  const question = {
    run: running,
    baseline: 'control',
    metric: 'user_to_paid',
    scale: 'absolute',
  } as const

  it('begins with the first look that has enough outcomes in each arm', () => {
    // 1,000 users more a day at 1%: about 10 payers the first day, 20 the second, 30 the third.
    const found = overTime(sequential, { ...question, looks: looks([0.01, 0.012], 5) })
    const [line] = found!.arms
    expect(line?.looks.map(({ change }) => change === null)).toEqual([
      true,
      true,
      false,
      false,
      false,
    ])
    expect(line?.from).toBe(line?.looks[2]?.at)
  })

  it('says of each look what the page said that day', () => {
    const all = looks([0.05, 0.06], 7)
    const found = overTime(sequential, { ...question, looks: all.toReversed() })
    for (const [index, { at, arms, run = running }] of all.entries()) {
      const view: ResultView = { ...RESULT_VIEW, scale: 'absolute' }
      const [metric] = showResults(analyze(sequential, arms, run), arms, run, view).metrics
      expect(found?.arms[0]?.looks[index]).toEqual({ at, change: metric?.arms[0]?.change })
    }
  })

  it('leaves out the final look, which is by another engine', () => {
    const plan = { ...sequential, finalLook: true, plannedUsers: 12_000 }
    // 2,000 users more a day: the sixth look is the last.
    expect(
      overTime(plan, { ...question, looks: looks([0.05, 0.06], 6) })?.arms[0]?.looks,
    ).toHaveLength(5)
  })

  it('is nothing where no look has the metric', () => {
    expect(
      overTime(sequential, { ...question, metric: 'gone', looks: looks([0.05, 0.06], 2) }),
    ).toBeNull()
  })
})

describe('a plan that was changed', () => {
  it('names each part, oldest change first, and no part that is the same', () => {
    const first = { ...sequential, alpha: 0.01 }
    const second = { ...sequential, minDays: 14, secondary: [] }
    expect(
      planChanges(sequential, [
        { plan: second, until: 200 },
        { plan: first, until: 100 },
      ]).map(({ at, parts }) => [at, parts]),
    ).toEqual([
      [100, ['alpha', 'minDays']],
      [200, ['minDays']],
    ])
  })

  it('is none where only the writing differs', () => {
    const { primary, ...rest } = sequential
    const rewritten = {
      ...rest,
      minDays: 7,
      minEffect: 0,
      guardrails: [],
      finalLook: false,
      primary: { kind: primary.kind, id: primary.id },
    }
    expect(planChanges(sequential, [{ plan: rewritten, until: 1 }])).toEqual([])
  })
})
