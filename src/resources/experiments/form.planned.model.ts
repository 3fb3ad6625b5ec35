import { newGroup, type ExperimentDraft, type GroupDraft } from './form.model.ts'
import { draftPlan, toPercent } from './form.plan.model.ts'
import type { PlannedTest } from './planner.types.ts'

/** A draft that takes over a planned test: its plan and metric, the share let in, and the weights of its arms where they fit. */
export function withPlanned(
  draft: ExperimentDraft,
  { plan, weights, share }: PlannedTest,
): ExperimentDraft {
  const { guardrails, rest, cap } = draft.plan
  const { primary } = plan
  const isSameMetric = primary.id === draft.metric
  return {
    ...draft,
    metric: primary.id,
    goalDirection: isSameMetric
      ? draft.goalDirection
      : primary.better === 'lower'
        ? 'decrease'
        : 'increase',
    share: share === 1 ? null : toPercent(share),
    groups: withWeights(draft, weights),
    plan: { ...draftPlan(plan), guardrails, rest, cap },
  }
}

/** Groups that the API has are left as many as they are; a new form gets as many as were planned. The control comes first. */
function withWeights(
  { groups }: ExperimentDraft,
  weights: readonly number[],
): ExperimentDraft['groups'] {
  const isNew = groups.every(({ id }) => id === null)
  const lacking = isNew ? Math.max(0, weights.length - groups.length) : 0
  const some = Array.from({ length: lacking }).reduce<readonly GroupDraft[]>(
    (all) => [...all, newGroup(all.map(({ key }) => key))],
    groups,
  )
  if (some.length !== weights.length) return groups
  const [forControl, ...forOthers] = weights
  const control = some.find(({ isControl }) => isControl)
  const others = some.filter((group) => group !== control)
  const weightOf = (group: GroupDraft) =>
    (group === control ? forControl : forOthers[others.indexOf(group)]) ?? group.weight
  return some.map((group) => withWeight(group, weightOf(group)))
}

const withWeight = (group: GroupDraft, weight: number | null): GroupDraft => ({ ...group, weight })
