import type { ExperimentDraft } from './form.model.ts'
import type { FormFault } from './form.types.ts'
import type { FormWrite } from './form.writes.model.ts'

/** A fault the server found, with what stood in the field then: once that is changed, the fault is of the past. */
export interface ServerFault {
  /** As fields of a draft are called: groups by key. */
  readonly field: string
  readonly message: string
  readonly value: unknown
}

/** Faults of a server at the fields of a draft, and those whose field the form does not have. */
export function placeFaults(
  faults: readonly FormFault[],
  draft: ExperimentDraft,
): { readonly placed: readonly ServerFault[]; readonly others: readonly FormFault[] } {
  const placed: ServerFault[] = []
  const others: FormFault[] = []
  for (const fault of faults) {
    const field = fieldOf(fault.field, draft)
    if (field === null) others.push(fault)
    else placed.push({ field, message: fault.message, value: valueAt(draft, field) })
  }
  return { placed, others }
}

/** What stands in a field of a draft; undefined where it has no such field. */
export function valueAt(draft: ExperimentDraft, field: string): unknown {
  if (Object.hasOwn(VALUES, field)) return VALUES[field]!(draft)
  const [, key, part = ''] = /^groups\.(.+)\.(\w+)$/.exec(field) ?? []
  const group = draft.groups.find((one) => one.key === key)
  return group && Object.hasOwn(GROUP_VALUES, part) ? GROUP_VALUES[part]!(group) : undefined
}

/** `groups.1.weight`, `groups[1].weight` and `groups.1` name the same group: by its place. */
function fieldOf(path: string, draft: ExperimentDraft): string | null {
  if (Object.hasOwn(VALUES, path)) return path
  const [, place, part = 'weight'] = /^groups[.[](\d+)\]?(?:\.(\w+))?/.exec(path) ?? []
  const group = place === undefined ? undefined : draft.groups[Number(place)]
  if (!group) return path.startsWith('groups') ? 'groups' : null
  return Object.hasOwn(GROUP_VALUES, part) ? `groups.${group.key}.${part}` : 'groups'
}

const VALUES: Readonly<Record<string, (draft: ExperimentDraft) => unknown>> = {
  name: ({ name }) => name,
  alias_id: ({ alias }) => alias,
  description: ({ description }) => description,
  context_key: ({ contextKey }) => contextKey,
  primary_metric: ({ metric }) => metric,
  goal_direction: ({ goalDirection }) => goalDirection,
  goal_value: ({ goalValue }) => goalValue,
  segment_percent: ({ share }) => share,
  groups: ({ groups }) => groups,
}

const GROUP_VALUES: Readonly<
  Record<string, (group: ExperimentDraft['groups'][number]) => unknown>
> = {
  name: ({ name }) => name,
  weight: ({ weight }) => weight,
  is_control: ({ isControl }) => isControl,
  remote_config_uid: ({ remoteConfig }) => remoteConfig,
}

/** What a call of a save was refused for. */
interface Refusal<Detail> {
  readonly details: readonly Detail[]
  readonly message: string
}

/**
 * A refusal whose fields are named as in the whole form: those of a group by its place among `groups`, and a taken alias, which the
 * API says by its code alone, at the alias.
 */
export function nameFaults<Problem extends Refusal<FormFault>>(
  problem: Problem,
  at: FormWrite | null,
  groups: readonly { readonly key: string }[],
  code?: unknown,
): Problem {
  if (at && 'key' in at) {
    const place = groups.findIndex(({ key }) => key === at.key)
    const details = problem.details.map(({ field, message }) => ({
      field: `groups.${place}.${field}`,
      message,
    }))
    return { ...problem, details }
  }
  if (code !== 'already_exists' || problem.details.length > 0) return problem
  return { ...problem, details: [{ field: 'alias_id', message: problem.message }] }
}
