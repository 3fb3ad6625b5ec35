import type {
  AttachUserToExperimentInput,
  CreateExperimentGroupInput,
  UpdateExperimentGroupInput,
} from '../../resources/experiments/types.ts'
import type { Answers } from '../answer.types.ts'
import type { History } from '../history.ts'
import { livingCustomer } from '../customers/living.ts'
import { wholeList } from '../pages.ts'
import { invalid, Problem } from '../problem.ts'
import { Reply } from '../reply.ts'
import type { Store } from '../store.ts'
import { configurationsIn } from '../remote-configurations/seed.ts'
import { exposuresOf } from './exposures.ts'
import { openLab, requireDraft, type Lab, type Named } from './lab.ts'
import type { ExperimentItem, GroupItem } from './model.ts'
import { EXPERIMENTS, presentGroup } from './present.ts'

/** Answers about the groups of experiments and who is in them. */
export const groupAnswers: Answers = {
  v4ListExperimentGroups(history, input, _now, store) {
    const { experiment, groups } = openLab(history, store).design(input)
    return wholeList(`${EXPERIMENTS}/${experiment.id}/groups`, groups.map(presentGroup))
  },
  v4CreateExperimentGroup(history, input, now, store) {
    const lab = openLab(history, store)
    const { experiment } = lab.design(input)
    const { weight, name, is_control, remote_config_uid } = input as CreateExperimentGroupInput
    requireDraft(experiment, 'Groups')
    checkWeight(weight)
    checkConfiguration(history, store, remote_config_uid)
    const group = presentGroup(
      lab.groups.put({
        ...lab.mint('experiment group'),
        experiment_id: experiment.id,
        name: name ?? null,
        is_control: is_control ?? false,
        weight,
        remote_config_uid: remote_config_uid ?? null,
        lost: 0,
        created_at: now,
        updated_at: now,
      }),
    )
    return new Reply(201, group, { location: group.url ?? '' })
  },
  v4UpdateExperimentGroup(history, input, now, store) {
    const lab = openLab(history, store)
    const { experiment } = lab.design(input)
    const { experiment_id: _, group_id, ...changes } = input as Named<UpdateExperimentGroupInput>
    const before = groupOf(lab, experiment, group_id)
    const after = { ...before, ...changes }
    const isSameDesign = DESIGN.every((name) => after[name] === before[name])
    if (!isSameDesign) requireDraft(experiment, 'Weight, control and payload of a group')
    checkWeight(changes.weight)
    checkConfiguration(history, store, changes.remote_config_uid)
    return presentGroup(lab.groups.put({ ...after, updated_at: now }))
  },
  v4DeleteExperimentGroup(history, input, _now, store) {
    const lab = openLab(history, store)
    const { experiment } = lab.design(input)
    const group = groupOf(lab, experiment, (input as UpdateExperimentGroupInput).group_id)
    requireDraft(experiment, 'Groups')
    lab.groups.remove(group.id)
    return new Reply(204)
  },
  v4AttachUserToExperiment(history, input, now, store) {
    const lab = openLab(history, store)
    const { experiment } = lab.design(input)
    const { user_id, group_id } = input as AttachUserToExperimentInput
    const group = groupOf(lab, experiment, group_id)
    livingCustomer(history, now, store, user_id)
    if (experiment.status === 'finished')
      throw new Problem(
        'state_conflict',
        `"${experiment.name}" is finished: nobody can be put into its groups any more.`,
      )
    lab.attachments.put({ ...attachmentOf(experiment, user_id), group_id: group.id })
    return new Reply(204)
  },
  v4DetachUserFromExperiment(history, input, now, store) {
    const lab = openLab(history, store)
    const { experiment } = lab.design(input)
    const { user_id } = input as AttachUserToExperimentInput
    if (!isAssigned(history, lab, experiment, user_id, now, store))
      throw new Problem(
        'relation_not_found',
        `User "${user_id}" is in no group of "${experiment.name}".`,
      )
    lab.attachments.put({ ...attachmentOf(experiment, user_id), group_id: null })
    return new Reply(204)
  },
}

/** What a group is made of; its name may change at any time. */
const DESIGN = ['weight', 'is_control', 'remote_config_uid'] as const

const attachmentOf = ({ id: experiment_id }: ExperimentItem, userId: string) => ({
  id: `${experiment_id}/${userId}`,
  experiment_id,
})

/** What was done by hand counts; else whether the user came to the experiment by chance. Throws a 404 for an unknown user. */
function isAssigned(
  history: History,
  lab: Lab,
  experiment: ExperimentItem,
  userId: string,
  now: number,
  store: Store,
): boolean {
  livingCustomer(history, now, store, userId)
  const { id } = attachmentOf(experiment, userId)
  if (lab.attachments.has(id)) return lab.attachments.get(id).group_id !== null
  return exposuresOf(history, lab.design({ experiment_id: experiment.id }), now).has(userId)
}

function groupOf(lab: Lab, experiment: ExperimentItem, id: string): GroupItem {
  const group = lab.groups.has(id) ? lab.groups.get(id) : undefined
  if (group?.experiment_id === experiment.id) return group
  throw new Problem('not_found', `"${experiment.name}" has no group "${id}".`)
}

function checkWeight(weight: number | undefined): void {
  if (weight !== undefined && weight < 0)
    throw invalid([{ field: 'weight', message: 'must be 0 or more: a share of the traffic' }])
}

function checkConfiguration(history: History, store: Store, id: string | null | undefined): void {
  if (id && !configurationsIn(store, history).has(id))
    throw invalid([
      {
        field: 'remote_config_uid',
        message: `must be the id of a remote configuration: there is no "${id}"`,
      },
    ])
}
