import type { ExperimentDraft } from './form.model.ts'
import { isMoneyMetric, planOfDraft } from './form.plan.model.ts'
import type { ExperimentSubmission } from './form.types.ts'
import type { Experiment } from './types.ts'

/** What is wrong with a field, as data: its sentence is in the texts. */
export type FaultCode =
  | 'required'
  | 'number'
  | 'whole'
  | 'percent'
  | 'alphaRange'
  | 'aliasSigns'
  | 'aliasLong'
  | 'aliasTaken'
  | 'twoGroups'
  | 'twoOpenGroups'
  | 'control'
  | 'controlClosed'
  | 'namesTwice'
  | 'plannedUsers'

/** One fault: `field` is `name`, `groups`, `groups.<key>.weight`, `plan.alpha`, `plan.guardrails.<metric>`. */
export interface DraftFault {
  readonly field: string
  readonly code: FaultCode
  /** Fills the sentence. */
  readonly value?: string | number
}

/**
 * What keeps a draft from being saved, in the order of the form; nothing where it makes sense. `others`: the project's other
 * experiments, whose aliases are taken.
 */
export const checkDraft = (
  draft: ExperimentDraft,
  { others = [], asksPlan = true }: { others?: readonly Experiment[]; asksPlan?: boolean } = {},
): readonly DraftFault[] => [
  ...checkNames(draft, others),
  ...checkGoal(draft),
  ...checkGroups(draft),
  ...checkPlan(draft, asksPlan),
]

function checkNames({ name, alias }: ExperimentDraft, others: readonly Experiment[]): DraftFault[] {
  const faults: DraftFault[] = []
  if (name.trim() === '') faults.push({ field: 'name', code: 'required' })
  const field = 'alias_id'
  const given = alias.trim()
  const taken = others.find(({ alias_id }) => alias_id === given)
  if (given === '') faults.push({ field, code: 'required' })
  else if (!/^[a-zA-Z0-9._-]+$/.test(given)) faults.push({ field, code: 'aliasSigns' })
  else if (given.length > 64) faults.push({ field, code: 'aliasLong', value: given.length })
  else if (taken) faults.push({ field, code: 'aliasTaken', value: taken.name })
  return faults
}

function checkGoal({ goalValue, share }: ExperimentDraft): DraftFault[] {
  const isShareOff = share !== null && !(share > 0 && share <= 100)
  return [
    ...(Number.isNaN(goalValue) ? [{ field: 'goal_value', code: 'number' } as const] : []),
    ...(isShareOff ? [{ field: 'segment_percent', code: 'percent' } as const] : []),
  ]
}

function checkGroups({ groups }: ExperimentDraft): DraftFault[] {
  const fields = groups.flatMap(({ key, name, weight }): DraftFault[] => {
    const isTwice = name.trim() !== '' && groups.some((other) => isNamesake(other, { key, name }))
    return [
      ...(isTwice ? [{ field: `groups.${key}.name`, code: 'namesTwice' } as const] : []),
      ...(weight === null || !(weight >= 0)
        ? [
            {
              field: `groups.${key}.weight`,
              code: weight === null ? 'required' : 'number',
            } as const,
          ]
        : []),
    ]
  })
  const controls = groups.filter(({ isControl }) => isControl)
  const whole: FaultCode | undefined =
    groups.length < 2
      ? 'twoGroups'
      : controls.length !== 1
        ? 'control'
        : groups.filter(({ weight }) => weight !== 0).length < 2
          ? 'twoOpenGroups'
          : controls[0]!.weight === 0
            ? 'controlClosed'
            : undefined
  return whole ? [{ field: 'groups', code: whole }, ...fields] : fields
}

const isNamesake = (
  other: { readonly key: string; readonly name: string },
  { key, name }: { readonly key: string; readonly name: string },
): boolean => other.key !== key && other.name.trim() === name.trim()

function checkPlan({ plan, metric }: ExperimentDraft, asksPlan: boolean): DraftFault[] {
  const { alpha, outcomeWindow, plannedUsers, minEffect, minDays, cap, guardrails } = plan
  const faults: DraftFault[] = []
  const ask = (field: string, isFine: boolean, code: FaultCode) => {
    if (!isFine) faults.push({ field: `plan.${field}`, code })
  }
  if (plannedUsers === null) ask('plannedUsers', !asksPlan || metric === '', 'plannedUsers')
  else ask('plannedUsers', Number.isInteger(plannedUsers) && plannedUsers > 0, 'whole')
  ask('alpha', alpha !== null && alpha > 0 && alpha < 50, 'alphaRange')
  ask('outcomeWindow', Number.isInteger(outcomeWindow), 'whole')
  ask('minDays', Number.isInteger(minDays), 'whole')
  ask('minEffect', minEffect !== null && minEffect >= 0, 'number')
  if (isMoneyMetric(metric)) ask('cap', cap === null || cap > 0, 'number')
  for (const { metric: guarded, margin } of guardrails)
    ask(`guardrails.${guarded}`, margin !== null && margin >= 0, 'number')
  return faults
}

/** The whole form as it is handed over. Only of a draft without faults. */
export function submissionOf(draft: ExperimentDraft): ExperimentSubmission {
  const { metric, goalDirection, plan } = draft
  return {
    experiment: {
      name: draft.name.trim(),
      alias_id: draft.alias.trim(),
      description: orNull(draft.description),
      context_key: orNull(draft.contextKey),
      is_context_specific: draft.isContextSpecific,
      primary_metric: orNull(metric),
      goal_value: draft.goalValue,
      goal_direction: orNull(goalDirection),
      segment_percent: draft.share,
    },
    groups: draft.groups.map(({ key, id, name, isControl, weight, remoteConfig }) => ({
      key,
      id,
      name: orNull(name),
      is_control: isControl,
      weight: weight ?? 0,
      remote_config_uid: orNull(remoteConfig),
    })),
    plan: planOfDraft(isMoneyMetric(metric) ? plan : { ...plan, cap: null }, metric, goalDirection),
  }
}

const orNull = (text: string): string | null => (text.trim() === '' ? null : text.trim())
