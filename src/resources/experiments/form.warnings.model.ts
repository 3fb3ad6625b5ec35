import { isUnderWay, sharesOf, type ExperimentDraft, type GroupDraft } from './form.model.ts'
import type { Experiment } from './types.ts'

/** What a change means although it can be saved. */
export interface FormWarnings {
  /** Names of other experiments that are under way on the same context key. */
  readonly sharedContext: readonly string[]
  /** What of a running experiment's design is changed: results of before and after are two phases. */
  readonly newPhase: readonly DesignPart[]
  /** True when the plan of a running experiment is changed. */
  readonly isPlanChanged: boolean
}

/** A part of the design: what changes who gets what. */
export type DesignPart = 'weights' | 'share' | 'payload' | 'groups' | 'control' | 'context'

/** What there is to warn of in a draft that began as `first`. */
export function warningsOf(
  draft: ExperimentDraft,
  first: ExperimentDraft,
  experiment?: Experiment,
  others: readonly Experiment[] = [],
): FormWarnings {
  const hasBegun = isUnderWay(experiment)
  const key = draft.contextKey.trim()
  const isShared = (other: Experiment) =>
    other.id !== experiment?.id && other.context_key === key && isUnderWay(other)
  return {
    sharedContext:
      key === '' || experiment?.status === 'finished'
        ? []
        : others.filter(isShared).map(({ name, id }) => name || id),
    newPhase: hasBegun ? changedDesign(draft, first) : [],
    isPlanChanged: hasBegun && JSON.stringify(draft.plan) !== JSON.stringify(first.plan),
  }
}

function changedDesign(draft: ExperimentDraft, first: ExperimentDraft): readonly DesignPart[] {
  const differs = (part: PartOf) => byGroup(draft, part) !== byGroup(first, part)
  if (differs(() => null)) return ['groups', ...changedShare(draft, first)]
  const areSharesOther =
    JSON.stringify(sharesOf(draft.groups)) !== JSON.stringify(sharesOf(first.groups))
  return [
    ...(areSharesOther ? (['weights'] as const) : []),
    ...changedShare(draft, first),
    ...(differs(({ remoteConfig }) => remoteConfig) ? (['payload'] as const) : []),
    ...(differs(({ isControl }) => isControl) ? (['control'] as const) : []),
  ]
}

type PartOf = (group: GroupDraft) => unknown
const byGroup = ({ groups }: ExperimentDraft, part: PartOf): string =>
  JSON.stringify(groups.map((group) => [group.key, part(group)]))

const changedShare = (draft: ExperimentDraft, first: ExperimentDraft): readonly DesignPart[] => [
  ...((draft.share ?? 100) === (first.share ?? 100) ? [] : (['share'] as const)),
  ...(draft.contextKey.trim() === first.contextKey.trim() ? [] : (['context'] as const)),
]
