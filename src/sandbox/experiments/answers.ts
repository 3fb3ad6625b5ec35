import type {
  ChangeExperimentStatusInput,
  CreateExperimentInput,
  UpdateExperimentInput,
} from '../../resources/experiments/types.ts'
import type { Answers } from '../answer.types.ts'
import { wholeList } from '../pages.ts'
import { invalid, Problem } from '../problem.ts'
import { Reply } from '../reply.ts'
import { groupAnswers } from './groups.ts'
import { isOf, openLab, requireDraft, type Lab, type Named } from './lab.ts'
import { EXPERIMENTS, presentExperiment } from './present.ts'
import { withStatus } from './status.ts'
import { answerExperimentsSummary } from './summary.ts'

/** Answers of the experiments section. */
export const experimentAnswers: Answers = {
  ...groupAnswers,
  v4GetExperimentsSummary: answerExperimentsSummary,
  v4ListExperiments: (history, _input, now, store) =>
    wholeList(
      EXPERIMENTS,
      openLab(history, store)
        .experiments.list()
        .map((experiment) => presentExperiment(experiment, now)),
    ),
  v4GetExperiment: (history, input, now, store) =>
    presentExperiment(openLab(history, store).design(input).experiment, now),
  v4CreateExperiment(history, input, now, store) {
    const lab = openLab(history, store)
    const given = input as Named<CreateExperimentInput>
    check(lab, given)
    const made = lab.experiments.put({
      ...lab.mint('experiment'),
      name: given.name,
      alias_id: given.alias_id,
      description: given.description ?? '',
      status: 'draft',
      runs: [],
      finished_at: null,
      segment_percent: given.segment_percent ?? null,
      primary_metric: given.primary_metric ?? null,
      goal_value: given.goal_value ?? null,
      goal_direction: given.goal_direction ?? null,
      context_key: given.context_key ?? null,
      is_context_specific: given.is_context_specific ?? false,
      offer: null,
      created_at: now,
      updated_at: now,
    })
    const experiment = presentExperiment(made, now)
    return new Reply(201, experiment, { location: experiment.url ?? '' })
  },
  v4UpdateExperiment(history, input, now, store) {
    const lab = openLab(history, store)
    const { experiment: before } = lab.design(input)
    const { experiment_id, description, ...changes } = input as Named<UpdateExperimentInput>
    check(lab, changes, experiment_id)
    const percent = changes.segment_percent
    if (percent !== undefined && percent !== before.segment_percent)
      requireDraft(before, 'The percent of users let in')
    const after = lab.experiments.put({
      ...before,
      ...changes,
      ...(description !== undefined && { description: description ?? '' }),
      updated_at: now,
    })
    return presentExperiment(after, now)
  },
  v4DeleteExperiment(history, input, _now, store) {
    const lab = openLab(history, store)
    const { experiment, groups } = lab.design(input)
    if (experiment.status === 'active')
      throw new Problem(
        'state_conflict',
        `"${experiment.name}" is running and its users would be left without a group. Finish it first.`,
      )
    for (const group of groups) lab.groups.remove(group.id)
    for (const attachment of lab.attachments.list().filter(isOf(experiment)))
      lab.attachments.remove(attachment.id)
    lab.experiments.remove(experiment.id)
    return new Reply(204)
  },
  v4ChangeExperimentStatus(history, input, now, store) {
    const lab = openLab(history, store)
    const { status } = input as ChangeExperimentStatusInput
    return presentExperiment(lab.experiments.put(withStatus(lab.design(input), status, now)), now)
  },
}

/** Throws a 400 for values that make no sense, a 409 for an alias that another experiment has. */
function check(
  lab: Lab,
  {
    name,
    alias_id: alias,
    segment_percent: percent,
  }: Named<Pick<UpdateExperimentInput, 'name' | 'alias_id' | 'segment_percent'>>,
  id?: string,
): void {
  const problems = [
    ...(name?.trim() === '' ? [{ field: 'name', message: 'must not be empty' }] : []),
    ...((percent ?? 0) < 0 || (percent ?? 0) > 100
      ? [{ field: 'segment_percent', message: 'must be from 0 to 100' }]
      : []),
  ]
  if (problems.length > 0) throw invalid(problems)
  const others = lab.experiments.list().filter((experiment) => experiment.id !== id)
  if (alias !== undefined && others.some((experiment) => experiment.alias_id === alias))
    throw new Problem('already_exists', `There is an experiment "${alias}" already.`)
}
