// @vitest-environment node
import { describe, expect, it } from 'vitest'
import type { ExperimentPlan } from '../../../../src/resources/experiments/analysis.types.ts'
import { checkDraft, submissionOf } from '../../../../src/resources/experiments/form.check.model.ts'
import {
  aliasFrom,
  beginDraft,
  isSameDraft,
  newGroup,
  sharesOf,
  splitEqually,
  type ExperimentDraft,
  type GroupDraft,
} from '../../../../src/resources/experiments/form.model.ts'
import { withPlanned } from '../../../../src/resources/experiments/form.planned.model.ts'
import { warningsOf } from '../../../../src/resources/experiments/form.warnings.model.ts'
import { paywall, paywallGroups } from './drafts.ts'

const fresh = (part: Partial<ExperimentDraft> = {}): ExperimentDraft => ({
  ...beginDraft({}),
  name: 'Short paywall',
  alias: 'short-paywall',
  ...part,
})
const groupOf = (part: Partial<GroupDraft>, index: number): GroupDraft => ({
  ...newGroup([], index === 0),
  key: String(index + 1),
  ...part,
})
const groups = (...of: readonly Partial<GroupDraft>[]) => of.map(groupOf)
const faults = (part: Partial<ExperimentDraft>) =>
  checkDraft(fresh(part), { asksPlan: false }).map(({ field, code }) => `${field} ${code}`)

describe('a new experiment', () => {
  it('begins with a control and a variant of equal weight, and lacks only its name and alias', () => {
    const draft = beginDraft({})
    expect(sharesOf(draft.groups)).toEqual([0.5, 0.5])
    expect(draft.groups.map(({ isControl }) => isControl)).toEqual([true, false])
    expect(checkDraft(draft, { asksPlan: false }).map(({ field }) => field)).toEqual([
      'name',
      'alias_id',
    ])
    expect(checkDraft(fresh(), { asksPlan: false })).toEqual([])
  })

  it.each([
    ['Short paywall', 'short-paywall'],
    ['  50 % off: Größe & Prix d’été ', '50-off-gro-e-prix-d-ete'],
    ['x'.repeat(100), 'x'.repeat(64)],
  ])('“%s” suggests an alias that the API takes', (name, alias) => {
    expect(aliasFrom(name)).toBe(alias)
  })
})

describe('weights must make sense', () => {
  it.each<[string, Partial<ExperimentDraft>, string[]]>([
    ['one group', { groups: groups({}) }, ['groups twoGroups']],
    ['no control', { groups: groups({ isControl: false }, {}) }, ['groups control']],
    ['two controls', { groups: groups({}, { isControl: true }) }, ['groups control']],
    [
      'nobody to compare with',
      { groups: groups({}, { weight: 0 }, { weight: 0 }) },
      ['groups twoOpenGroups'],
    ],
    [
      'a control without users',
      { groups: groups({ weight: 0 }, {}, {}) },
      ['groups controlClosed'],
    ],
    ['no weight', { groups: groups({}, { weight: null }) }, ['groups.2.weight required']],
    ['what is no number', { groups: groups({}, { weight: NaN }) }, ['groups.2.weight number']],
    [
      'one name twice',
      { groups: groups({ name: 'Red' }, { name: 'Red ' }) },
      ['groups.1.name namesTwice', 'groups.2.name namesTwice'],
    ],
  ])('%s is said', (_, part, expected) => {
    expect(faults(part)).toEqual(expected)
  })

  it('a group without weight is fine beside two others', () => {
    expect(faults({ groups: groups({}, {}, { weight: 0 }) })).toEqual([])
  })

  it('an equal split adds up to 100 to the hundredth, and leaves closed groups closed', () => {
    const split = splitEqually(
      groups({ weight: 1 }, { weight: 7 }, { weight: 0 }, { weight: null }),
    )
    expect(split.map(({ weight }) => weight)).toEqual([33.34, 33.33, 0, 33.33])
  })
})

describe('entries that make no sense', () => {
  it.each<[string, Partial<ExperimentDraft>, string[]]>([
    ['an empty name', { name: ' ' }, ['name required']],
    ['signs in an alias', { alias: 'short paywall' }, ['alias_id aliasSigns']],
    ['a long alias', { alias: 'x'.repeat(65) }, ['alias_id aliasLong']],
    ['no share at all', { share: 0 }, ['segment_percent percent']],
    ['more than everybody', { share: 101 }, ['segment_percent percent']],
    ['a goal that is no number', { goalValue: NaN }, ['goal_value number']],
  ])('%s is said at its field', (_, part, expected) => {
    expect(faults(part)).toEqual(expected)
  })

  it('an alias that another experiment has is said with its name', () => {
    const taken = { ...paywall, id: 'other', alias_id: 'short-paywall', name: 'The old one' }
    expect(checkDraft(fresh(), { others: [taken], asksPlan: false })).toEqual([
      { field: 'alias_id', code: 'aliasTaken', value: 'The old one' },
    ])
  })

  it('a plan that was begun lacks its size, one that was not is simply not there', () => {
    expect(checkDraft(fresh()).map(({ code }) => code)).toEqual(['plannedUsers'])
    expect(submissionOf(fresh()).plan).toBe(null)
  })
})

describe('what is handed over', () => {
  const plan: ExperimentPlan = {
    engine: 'fixed',
    alpha: 0.07,
    outcomeWindow: 17,
    plannedUsers: 12_000,
    primary: { id: 'user_to_paid', kind: 'proportion', better: 'higher' },
    secondary: [{ id: 'ours', kind: 'mean' }],
    guardrails: [{ id: 'our_crashes', kind: 'proportion', better: 'lower', margin: 0.29 }],
    minDays: 14,
    minEffect: 0.1,
    prior: { successes: 2, failures: 98 },
  }

  it('is the plan as it was where nothing of it changed, with what the form has no field for', () => {
    expect(
      submissionOf(beginDraft({ experiment: paywall, groups: paywallGroups, plan })).plan,
    ).toEqual(plan)
  })

  it('keeps a harm that is put up with in users of 1,000, or in units of its metric', () => {
    const guardrails = [
      { id: 'refunds', kind: 'proportion', better: 'lower', absoluteMargin: 0.007 },
      { id: 'latency', kind: 'mean', better: 'lower', absoluteMargin: 0.25 },
    ] as const
    const draft = beginDraft({
      experiment: paywall,
      groups: paywallGroups,
      plan: { ...plan, guardrails },
    })
    expect(draft.plan.guardrails).toEqual([
      { metric: 'refunds', margin: 7, unit: 'perThousand' },
      { metric: 'latency', margin: 0.25, unit: 'plain' },
    ])
    expect(submissionOf(draft).plan?.guardrails).toEqual(guardrails)
  })

  it('has the twin of a conditional metric beside it, wanting the same', () => {
    const draft = fresh({ metric: 'trial_cancellation', goalDirection: 'decrease' })
    const sized = { ...draft, plan: { ...draft.plan, plannedUsers: 9000 } }
    expect(submissionOf(sized).plan).toMatchObject({
      primary: { id: 'trial_cancellation', denominator: 'post-exposure', better: 'lower' },
      secondary: [{ id: 'trial_cancellation_per_user', better: 'lower' }],
      guardrails: [{ id: 'refunds', absoluteMargin: 0.005 }],
    })
  })

  it('has a cap only of money', () => {
    const capped = { ...fresh().plan, plannedUsers: 100, cap: 50 }
    expect(submissionOf(fresh({ plan: capped })).plan).not.toHaveProperty('cap')
    expect(submissionOf(fresh({ plan: capped, metric: 'sales' })).plan).toHaveProperty('cap', 50)
  })

  it('takes a planned test over: metric, share, size, and as many groups as it has arms', () => {
    const sales = { ...plan, primary: { id: 'sales', kind: 'mean', isMoney: true } as const }
    const taken = withPlanned(fresh(), { plan: sales, weights: [2, 1, 1], share: 0.29 })
    expect(taken.groups.map(({ weight, isControl }) => [weight, isControl])).toEqual([
      [2, true],
      [1, false],
      [1, false],
    ])
    expect(taken).toMatchObject({ metric: 'sales', share: 29, plan: { plannedUsers: 12_000 } })
    expect(submissionOf(taken).plan).toMatchObject({ engine: 'fixed', primary: { id: 'sales' } })
  })
})

describe('what a change means', () => {
  const first = beginDraft({ experiment: paywall, groups: paywallGroups })
  const changed = (part: Partial<ExperimentDraft>) =>
    warningsOf({ ...first, ...part }, first, paywall).newPhase

  it('nothing while nothing is changed, and nothing by a name', () => {
    expect(changed({})).toEqual([])
    expect(changed({ name: 'Another', description: 'More' })).toEqual([])
  })

  it('the same shares in other numbers are the same design', () => {
    expect(changed({ groups: first.groups.map((group) => ({ ...group, weight: 1 })) })).toEqual([])
  })

  it('weights, share, payload, control and groups begin a new phase', () => {
    const [control, variant] = first.groups as [GroupDraft, GroupDraft]
    expect(changed({ groups: [control, { ...variant, weight: 10 }] })).toEqual(['weights'])
    expect(changed({ share: 50 })).toEqual(['share'])
    expect(changed({ groups: [control, { ...variant, remoteConfig: 'rc-9' }] })).toEqual([
      'payload',
    ])
    expect(changed({ groups: [control] })).toEqual(['groups'])
    expect(changed({ contextKey: 'elsewhere' })).toEqual(['context'])
  })

  it('a draft has no phase yet', () => {
    const draft = { ...paywall, status: 'draft' }
    expect(warningsOf({ ...first, share: 50 }, first, draft).newPhase).toEqual([])
  })

  it('others on the same context key are named while they are under way', () => {
    const inStatus = (status: string) => ({ ...paywall, id: status, name: status, status })
    const others = ['active', 'paused', 'finished', 'draft'].map(inStatus)
    expect(warningsOf(first, first, paywall, others).sharedContext).toEqual(['active', 'paused'])
    const elsewhere = { ...first, contextKey: 'onboarding' }
    expect(warningsOf(elsewhere, first, paywall, others).sharedContext).toEqual([])
  })
})

it('an entry that is no number counts as a change', () => {
  const draft = fresh()
  expect(isSameDraft(draft, fresh())).toBe(true)
  expect(isSameDraft({ ...draft, goalValue: NaN }, draft)).toBe(false)
})
