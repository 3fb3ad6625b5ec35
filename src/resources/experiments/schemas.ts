import * as v from 'valibot'
import { openEnum } from '../../core/filters.ts'

/** The states of an experiment, in the order of its life. */
export const statuses = ['draft', 'active', 'paused', 'finished'] as const

/** The id of an experiment or a user. */
export const id = () =>
  v.pipe(
    v.string(),
    v.regex(/^[a-zA-Z0-9._-]+$/, 'must consist of letters, digits, dots, underscores, hyphens'),
    v.maxLength(256),
  )
/** A name for machines, of at most so many characters. */
export const alias = (longest: number) =>
  v.pipe(
    v.string(),
    v.regex(/^[a-zA-Z0-9._-]+$/, 'must consist of letters, digits, dots, underscores, hyphens'),
    v.maxLength(longest),
  )
/** What a write may leave out or clear with null. */
export const sent = <Item extends v.GenericSchema>(item: Item) => v.optional(v.nullable(item))
/** What an answer may leave out or hold as null, both of which say nothing. */
export const read = <Item extends v.GenericSchema>(item: Item) => v.optional(v.nullable(item), null)

const primaryMetric = () =>
  openEnum(
    'user_to_trial',
    'user_to_paid',
    'new_trials',
    'trial_to_paid',
    'trial_cancellation',
    'new_subscriptions',
    'subscription_cancellation',
    'sales',
    'proceeds',
    'refunds',
  )
const goalDirection = () => openEnum('increase', 'decrease')

/** What both making and changing an experiment may set. */
export const settings = () => ({
  segment_percent: sent(v.number()),
  primary_metric: sent(primaryMetric()),
  goal_value: sent(v.number()),
  goal_direction: sent(goalDirection()),
  is_context_specific: v.optional(v.boolean()),
})

/** An experiment without its groups. */
export const experiment = () =>
  v.looseObject({
    object: v.optional(v.string()),
    id: v.string(),
    url: v.optional(v.string()),
    name: v.optional(v.string(), ''),
    alias_id: read(v.string()),
    description: read(v.string()),
    status: read(openEnum(...statuses)),
    started_at: read(v.string()),
    finished_at: read(v.string()),
    segment_percent: read(v.number()),
    primary_metric: read(primaryMetric()),
    goal_value: read(v.number()),
    goal_direction: read(goalDirection()),
    context_key: read(v.string()),
    is_context_specific: read(v.boolean()),
    created_at: read(v.string()),
    updated_at: read(v.string()),
  })

/** A group of an experiment. */
export const group = () =>
  v.looseObject({
    object: v.optional(v.string()),
    id: v.string(),
    url: v.optional(v.string()),
    name: read(v.string()),
    is_control: v.optional(v.boolean(), false),
    weight: read(v.number()),
    remote_config_uid: read(v.string()),
    offering_uid: read(v.string()),
    offering_tag: read(v.number()),
    created_at: read(v.string()),
    updated_at: read(v.string()),
  })

const groupMetrics = () =>
  v.looseObject({
    users: read(v.number()),
    trials_started: read(v.number()),
    trials_converted: read(v.number()),
    trials_cancelled: read(v.number()),
    subscriptions_started: read(v.number()),
    subscriptions_cancelled: read(v.number()),
    paying_users: read(v.number()),
    refunds: read(v.number()),
    sales: read(v.number()),
    proceeds: read(v.number()),
    sales_sum_squares: read(v.number()),
    proceeds_sum_squares: read(v.number()),
  })

const summaryGroup = () =>
  v.looseObject({
    uid: v.string(),
    experiment_group_id: read(v.number()),
    experiment_id: read(v.number()),
    project_id: read(v.number()),
    name: read(v.string()),
    control: v.optional(v.number(), 0),
    weight: read(v.number()),
    remote_config_uid: read(v.string()),
    created_at: read(v.number()),
    updated_at: read(v.number()),
    metrics: read(groupMetrics()),
  })

/** Settings and results of one experiment, by group. */
export const summaryItem = () =>
  v.looseObject({
    uid: v.string(),
    experiment_id: read(v.number()),
    project_id: read(v.number()),
    name: v.optional(v.string(), ''),
    alias_id: read(v.string()),
    desc: read(v.string()),
    segment_percent: read(v.number()),
    primary_metric: read(primaryMetric()),
    goal_direction: read(goalDirection()),
    goal_value: read(v.number()),
    context_key: read(v.string()),
    context_specific: read(v.boolean()),
    status: read(openEnum(...statuses)),
    finished_at: read(v.number()),
    created_at: read(v.number()),
    updated_at: read(v.number()),
    groups: v.optional(v.array(summaryGroup()), []),
  })
