import { DAY, startOf } from '../../core/calendar.ts'
import { createAssign, isRunning } from '../experiments/assign.ts'
import { configurationId, experimentId, groupId } from '../experiments/ids.ts'
import type { Design, ExperimentItem, GroupItem } from '../experiments/model.ts'

/** How a group's users differ from everyone else. */
export interface Treatment {
  /** Percent of the usual number who start what they are offered. */
  readonly starts: number
  /** When those who start pay: as usual, or everyone of the group in one way and at the first sight of the offer. */
  readonly pays: 'as usual' | 'at once' | 'after a trial'
}

/** An experiment of the simulated business: what was done to whom. */
export interface SimulatedExperiment extends Design {
  /** By group. */
  readonly treatments: readonly Treatment[]
}

const USUAL: Treatment = { starts: 100, pays: 'as usual' }

interface Script {
  readonly alias_id: string
  readonly name: string
  readonly description: string
  readonly primary_metric: string
  readonly context_key: string
  readonly offer: string | null
  /** Days before the anchor's midnight; null while it runs. */
  readonly started: number
  readonly finished: number | null
  readonly groups: readonly (Partial<Treatment> & {
    readonly name: string
    readonly lost?: number
  })[]
}

/** Groups of equal weight; the first is the control. */
const SCRIPTS: readonly Script[] = [
  {
    alias_id: 'paywall_layout',
    name: 'Paywall layout',
    description: 'A shorter paywall against the one in use: more people should buy.',
    primary_metric: 'user_to_paid',
    context_key: 'main_paywall',
    offer: null,
    started: 140,
    finished: null,
    groups: [{ name: 'Paywall in use' }, { name: 'Short paywall', starts: 115 }],
  },
  {
    alias_id: 'onboarding_aa',
    name: 'Onboarding, twice the same',
    description: 'An A/A test: both groups see the same onboarding, so nothing should differ.',
    primary_metric: 'user_to_paid',
    context_key: 'onboarding',
    offer: null,
    started: 300,
    finished: 180,
    groups: [{ name: 'Onboarding' }, { name: 'Onboarding again' }],
  },
  {
    // 58 of 100 trials are paid for in the end, so that both groups are worth the same. A free week brings more people in.
    alias_id: 'trial_or_instant',
    name: 'Free week or pay at once',
    description:
      'Premium monthly with seven free days against Premium monthly paid at once: worth the same, but paid at another age.',
    primary_metric: 'sales',
    context_key: 'monthly_offer',
    offer: 'premium_monthly',
    started: 210,
    finished: null,
    groups: [
      { name: 'Free week', starts: 130, pays: 'after a trial' },
      { name: 'Pay at once', starts: (130 * 58) / 100, pays: 'at once' },
    ],
  },
  {
    alias_id: 'welcome_video',
    name: 'Welcome video',
    description: 'A video on the first screen in place of a still picture.',
    primary_metric: 'user_to_trial',
    context_key: 'welcome',
    offer: null,
    started: 100,
    finished: null,
    // Who leaves before the video has loaded is never counted: the split is broken.
    groups: [{ name: 'Still picture' }, { name: 'Video', lost: 1500 }],
  },
]

/** The experiments of a business whose simulation is created at `anchor` (unix seconds); they begin and end at midnight. */
export function simulatedExperiments(seed: number, anchor: number): readonly SimulatedExperiment[] {
  const today = startOf('day', anchor)
  return SCRIPTS.map((script, index) => {
    const number = index + 1
    const experiment = createExperiment(script, seed, number, today)
    const groups = script.groups.map(({ name, lost = 0 }, position): GroupItem => {
      const id = groupId(seed, ID, number, position + 1)
      const { id: experiment_id, created_at } = experiment
      return {
        id,
        experiment_id,
        number: number * 10 + position,
        name,
        is_control: position === 0,
        weight: 1,
        remote_config_uid: configurationId(seed, CONFIGURATION, number, position + 1),
        lost,
        created_at,
        updated_at: created_at,
      }
    })
    const treatments = script.groups.map(({ starts, pays }) => ({
      starts: starts ?? USUAL.starts,
      pays: pays ?? USUAL.pays,
    }))
    return { experiment, groups, treatments }
  })
}

function createExperiment(
  script: Script,
  seed: number,
  number: number,
  today: number,
): ExperimentItem {
  const { name, alias_id, description, primary_metric, context_key, offer } = script
  const from = today - script.started * DAY
  const to = script.finished === null ? null : today - script.finished * DAY
  return {
    id: experimentId(seed, ID, number, 0),
    number,
    name,
    alias_id,
    description,
    status: to === null ? 'active' : 'finished',
    runs: [{ from, to }],
    finished_at: to,
    segment_percent: 100,
    primary_metric,
    goal_value: null,
    goal_direction: 'increase',
    context_key,
    is_context_specific: true,
    offer,
    created_at: from - 2 * DAY,
    updated_at: to ?? from,
  }
}

/** What the experiments together do to a customer who installs at `at` (unix seconds) and is offered `offer`. */
export function createTreat(
  experiments: readonly SimulatedExperiment[],
): (customerId: string, at: number, offer: string) => Treatment {
  const effective = experiments
    .filter(({ treatments }) =>
      treatments.some(({ starts, pays }) => starts !== 100 || pays !== 'as usual'),
    )
    .map((design) => ({ design, assign: createAssign(design) }))
  return (customerId, at, offer) => {
    let { starts, pays } = USUAL
    for (const { design, assign } of effective) {
      const group = isRunning(design, at) ? assign(customerId, offer) : null
      if (group === null) continue
      const treatment = design.treatments[group]!
      starts = (starts * treatment.starts) / 100
      if (treatment.pays !== 'as usual') pays = treatment.pays
    }
    return { starts, pays }
  }
}

const ID = 88
const CONFIGURATION = 89
