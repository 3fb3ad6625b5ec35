import type { ExperimentInput } from '../../resources/experiments/types.ts'
import type { History } from '../history.ts'
import { Problem } from '../problem.ts'
import type { Collection, Store } from '../store.ts'
import { experimentId, groupId } from './ids.ts'
import type { Attachment, Design, ExperimentItem, GroupItem } from './model.ts'

/** Everything of the experiments that writes can change. */
export interface Lab {
  readonly experiments: Collection<ExperimentItem>
  readonly groups: Collection<GroupItem>
  readonly attachments: Collection<Attachment>
  /** The experiment that an input names with its groups. Throws a 404. */
  design(input: Record<string, unknown>): Design
  /** A number and an id that no experiment or group had before. */
  mint(kind: 'experiment' | 'experiment group'): { readonly number: number; readonly id: string }
}

/** Opens the overlay of the experiments, which begins with those of the simulated business. */
export function openLab(history: History, store: Store): Lab {
  const seeds = history.experiments
  const experiments = store.collection('experiment', () => seeds.map((seed) => seed.experiment))
  const groups = store.collection('experiment group', () => seeds.flatMap((seed) => seed.groups))
  return {
    experiments,
    groups,
    attachments: store.collection('experiment attachment'),
    design(input) {
      const experiment = experiments.get((input as ExperimentInput).experiment_id)
      return { experiment, groups: groups.list().filter(isOf(experiment)) }
    },
    mint(kind) {
      const number = FIRST + store.next(kind)
      return { number, id: kind === 'experiment' ? experimentId(number) : groupId(number) }
    },
  }
}

/** An input as it arrives: what a request does not name is not there, and never undefined. */
export type Named<Input> = { [Key in keyof Input]: Exclude<Input[Key], undefined> }

/** Tells what belongs to an experiment. */
export const isOf =
  ({ id }: ExperimentItem) =>
  ({ experiment_id }: { readonly experiment_id: string }): boolean =>
    experiment_id === id

/** Throws a 409 unless an experiment is a draft: users have met what it was made of. */
export function requireDraft({ status }: ExperimentItem, what: string): void {
  if (status === 'draft') return
  throw new Problem(
    'state_conflict',
    `${what} cannot change once an experiment has started: its users would belong to different designs. Finish it and make a new one.`,
  )
}

/** Numbers of what is made count on after those of the simulated business. */
const FIRST = 100
