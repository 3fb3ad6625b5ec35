import type { ExperimentPlan } from './analysis.types.ts'
import { draftPlan, type PlanDraft } from './form.plan.model.ts'
import type { FormSubject } from './form.types.ts'
import type { Experiment, ExperimentGroup } from './types.ts'

/** A group as it is being typed. A number is null where nothing stands, NaN where what stands there is no number. */
export interface GroupDraft {
  /** Names it in this form, whatever happens to the others. */
  readonly key: string
  /** Null for one that the API does not have yet. */
  readonly id: string | null
  readonly name: string
  readonly isControl: boolean
  readonly weight: number | null
  readonly remoteConfig: string
  /** What the API says it is given beside that; it has no way to set it. */
  readonly offering: string | null
}

/** An experiment as it is being typed. A number is null where nothing stands, NaN where what stands there is no number. */
export interface ExperimentDraft {
  readonly name: string
  readonly alias: string
  readonly description: string
  readonly contextKey: string
  readonly isContextSpecific: boolean
  /** Empty for none. */
  readonly metric: string
  readonly goalDirection: string
  readonly goalValue: number | null
  /** Percent of users let in; null for all. */
  readonly share: number | null
  readonly groups: readonly GroupDraft[]
  readonly plan: PlanDraft
}

/** The draft that a form begins with: that of an experiment, or of a new one with a control and a variant of equal weight. */
export function beginDraft({ experiment, groups, plan }: FormSubject): ExperimentDraft {
  return {
    name: experiment?.name ?? '',
    alias: experiment?.alias_id ?? '',
    description: experiment?.description ?? '',
    contextKey: experiment?.context_key ?? '',
    isContextSpecific: experiment?.is_context_specific ?? false,
    metric: experiment ? (experiment.primary_metric ?? '') : (plan?.primary.id ?? 'user_to_paid'),
    goalDirection: experiment ? (experiment.goal_direction ?? '') : directionOf(plan),
    goalValue: experiment?.goal_value ?? null,
    share: experiment?.segment_percent ?? null,
    groups: groups
      ? groups.map(draftGroup)
      : experiment
        ? []
        : [newGroup([], true), newGroup(['1'])],
    plan: draftPlan(plan),
  }
}

const directionOf = (plan: ExperimentPlan | undefined): string =>
  plan?.primary.better === 'lower' ? 'decrease' : 'increase'

const draftGroup = (group: ExperimentGroup): GroupDraft => ({
  key: group.id,
  id: group.id,
  name: group.name ?? '',
  isControl: group.is_control,
  weight: group.weight,
  remoteConfig: group.remote_config_uid ?? '',
  offering: group.offering_uid,
})

/** A group to add beside those with the given keys, of the weight that most others have. */
export const newGroup = (keys: readonly string[], isControl = false, weight = 50): GroupDraft => ({
  key: String(1 + Math.max(0, ...keys.map(Number).filter(Number.isInteger))),
  id: null,
  name: '',
  isControl,
  weight,
  remoteConfig: '',
  offering: null,
})

/** The groups with shares of 100 that differ by at most a hundredth; those that are to get nothing stay without. */
export function splitEqually(groups: readonly GroupDraft[]): readonly GroupDraft[] {
  const open = groups.filter(({ weight }) => weight !== 0).length
  const least = Math.floor(10_000 / open)
  let rest = 10_000 - least * open
  return groups.map((group) =>
    group.weight === 0 ? group : { ...group, weight: (least + (rest-- > 0 ? 1 : 0)) / 100 },
  )
}

/** The share of users that each group gets, 0 to 1; null while a weight is no number or all are zero. */
export function sharesOf(groups: readonly GroupDraft[]): readonly number[] | null {
  const weights = groups.map(({ weight }) => weight ?? NaN)
  const whole = weights.reduce((sum, weight) => sum + weight, 0)
  return whole > 0 && weights.every((weight) => weight >= 0)
    ? weights.map((weight) => weight / whole)
    : null
}

/** An alias that names can be told apart by: lower case, words joined by hyphens, at most 64 signs. */
export const aliasFrom = (name: string): string =>
  name
    .normalize('NFKD')
    .toLowerCase()
    .replace(/[\u0300-\u036f]/g, '')
    .replace(/[^a-z0-9]+/g, '-')
    .slice(0, 64)
    .replace(/^-+|-+$/g, '')

/** True where two drafts say the same, also where what stands in a field is no number. */
export const isSameDraft = (a: ExperimentDraft, b: ExperimentDraft): boolean =>
  JSON.stringify(a, legible) === JSON.stringify(b, legible)

const legible = (_key: string, value: unknown): unknown => (Number.isNaN(value) ? 'NaN' : value)

/** True while an experiment lets users in or serves those it let in. */
export const isUnderWay = (experiment: Pick<Experiment, 'status'> | undefined): boolean =>
  experiment?.status === 'active' || experiment?.status === 'paused'
