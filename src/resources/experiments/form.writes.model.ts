import type { ExperimentSettings, ExperimentSubmission, GroupSettings } from './form.types.ts'
import type {
  CreateExperimentGroupInput,
  CreateExperimentInput,
  Experiment,
  ExperimentGroup,
  UpdateExperimentGroupInput,
  UpdateExperimentInput,
} from './types.ts'

/** What the API is known to hold of an experiment: what the next save starts from. */
export interface Saved {
  /** Null for one that does not exist yet. */
  readonly experiment: { readonly id: string; readonly settings: ExperimentSettings } | null
  readonly groups: readonly SavedGroup[]
  /** True after an addition whose answer never came: it may be there all the same. */
  readonly isInDoubt: boolean
}

/** A group that the API holds; `key` names it in the form. */
export interface SavedGroup extends GroupSettings {
  readonly id: string
}

/** One call of a save. `key` names the group it is about. */
export type FormWrite =
  | { readonly kind: 'createExperiment'; readonly input: CreateExperimentInput }
  | { readonly kind: 'updateExperiment'; readonly input: UpdateExperimentInput }
  | {
      readonly kind: 'createGroup'
      readonly key: string
      readonly input: CreateExperimentGroupInput
    }
  | {
      readonly kind: 'updateGroup'
      readonly key: string
      readonly input: UpdateExperimentGroupInput
    }
  | {
      readonly kind: 'deleteGroup'
      readonly key: string
      readonly input: { readonly experiment_id: string; readonly group_id: string }
    }

/** What the API holds before anything is saved; nothing for a new experiment. */
export const savedOf = (
  experiment?: Experiment,
  groups: readonly ExperimentGroup[] = [],
): Saved => ({
  experiment: experiment ? { id: experiment.id, settings: settingsOf(experiment) } : null,
  groups: groups.map((group) => groupOf(group, group.id)),
  isInDoubt: false,
})

/**
 * The next call that brings the API to what a form says, or null when it is there: the experiment first, then changed, added and
 * removed groups. It names only what differs.
 */
export function nextWrite(
  { experiment, groups }: Saved,
  { experiment: wanted, groups: wantedGroups }: ExperimentSubmission,
): FormWrite | null {
  if (!experiment) return { kind: 'createExperiment', input: creation(wanted) }
  const experiment_id = experiment.id
  const changes = differences(experiment.settings, wanted)
  if (changes) return { kind: 'updateExperiment', input: { experiment_id, ...changes } }
  for (const { key, id: _, ...group } of wantedGroups) {
    const known = groups.find((one) => one.key === key)
    const { key: _key, id: group_id, ...before } = known ?? { key, id: '', ...group }
    const change = differences(before, group)
    if (change) return { kind: 'updateGroup', key, input: { experiment_id, group_id, ...change } }
  }
  const added = wantedGroups.find(({ key }) => !groups.some((one) => one.key === key))
  if (added) {
    const { key, id: _, ...group } = added
    return { kind: 'createGroup', key, input: { experiment_id, ...group } }
  }
  const gone = groups.find(({ key }) => !wantedGroups.some((one) => one.key === key))
  if (!gone) return null
  return { kind: 'deleteGroup', key: gone.key, input: { experiment_id, group_id: gone.id } }
}

/** What the API holds after a call went through; `id` is that of what the call made. */
export function afterWrite(
  saved: Saved,
  write: FormWrite,
  { experiment, groups }: ExperimentSubmission,
  id: string,
): Saved {
  // What was sent counts, not what is answered: an API that rounds a weight would else be asked for ever.
  if (write.kind === 'createExperiment' || write.kind === 'updateExperiment')
    return { ...saved, experiment: { id: saved.experiment?.id ?? id, settings: experiment } }
  const { key, kind } = write
  if (kind === 'deleteGroup')
    return { ...saved, groups: saved.groups.filter((group) => group.key !== key) }
  const wanted = groups.find((group) => group.key === key)!
  if (kind === 'createGroup') return { ...saved, groups: [...saved.groups, { ...wanted, id }] }
  const changed = (group: SavedGroup) => (group.key === key ? { ...wanted, id: group.id } : group)
  return { ...saved, groups: saved.groups.map(changed) }
}

/** The experiment that an addition in doubt made, among all there are: a draft of the same alias and name. */
export function findMade(
  experiments: readonly Experiment[],
  { experiment: { name, alias_id } }: ExperimentSubmission,
): Experiment | undefined {
  return experiments.find(
    (one) => one.alias_id === alias_id && one.name === name && one.status === 'draft',
  )
}

/** What the API holds once it was read again: additions in doubt that did happen are found by what they are. */
export function afterReading(
  saved: Saved,
  {
    experiment,
    groups,
  }: { readonly experiment: Experiment; readonly groups: readonly ExperimentGroup[] },
  { groups: wanted }: ExperimentSubmission,
): Saved {
  const known = new Map(saved.groups.map(({ id, key }) => [id, key]))
  const missing = wanted.filter(({ key }) => !saved.groups.some((group) => group.key === key))
  const taken = new Set<string>()
  const keyOf = (group: ExperimentGroup): string => {
    const read = groupOf(group, '')
    const same = missing.find(({ key, ...one }) => !taken.has(key) && isSameGroup(one, read))
    if (same) taken.add(same.key)
    return same?.key ?? group.id
  }
  return {
    experiment: { id: experiment.id, settings: settingsOf(experiment) },
    groups: groups.map((group) => groupOf(group, known.get(group.id) ?? keyOf(group))),
    isInDoubt: false,
  }
}

/** True where the API holds the settings of a form. */
export const holds = ({ experiment }: Saved, wanted: ExperimentSettings): boolean =>
  experiment !== null && differences(experiment.settings, wanted) === null

/** True where the API holds a group of a form as the form says. */
export function holdsGroup({ groups }: Saved, { key, ...wanted }: GroupSettings): boolean {
  const known = groups.find((group) => group.key === key)
  return known !== undefined && isSameGroup(wanted, known)
}

const isSameGroup = (wanted: Omit<GroupSettings, 'key'>, known: SavedGroup): boolean =>
  differences(known, { ...wanted, id: known.id }) === null

const settingsOf = (experiment: Experiment): ExperimentSettings => ({
  name: experiment.name,
  alias_id: experiment.alias_id ?? '',
  description: experiment.description || null,
  context_key: experiment.context_key || null,
  is_context_specific: experiment.is_context_specific ?? false,
  primary_metric: experiment.primary_metric || null,
  goal_value: experiment.goal_value,
  goal_direction: experiment.goal_direction || null,
  segment_percent: experiment.segment_percent,
})

const groupOf = (group: ExperimentGroup, key: string): SavedGroup => ({
  key,
  id: group.id,
  name: group.name || null,
  is_control: group.is_control,
  weight: group.weight ?? 0,
  remote_config_uid: group.remote_config_uid || null,
})

/** What can be left out is; the API documents no null for these when an experiment is made. */
function creation({
  description,
  context_key,
  ...settings
}: ExperimentSettings): CreateExperimentInput {
  return {
    ...settings,
    ...(description !== null && { description }),
    ...(context_key !== null && { context_key }),
  }
}

/** The parts of `after` that are not as before; null where all are. */
function differences<Settings extends object>(
  before: Readonly<Record<keyof Settings, unknown>>,
  after: Settings,
): Partial<Settings> | null {
  const changed = Object.entries(after).filter(
    ([name, value]) => value !== (before as Record<string, unknown>)[name],
  )
  return changed.length > 0 ? (Object.fromEntries(changed) as Partial<Settings>) : null
}
