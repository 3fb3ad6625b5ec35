import { execute } from '../../src/core/execute.ts'
import type { InputOf, Operation, OutputOf } from '../../src/core/operation.ts'
import { createSandbox } from '../../src/entries/sandbox.ts'
import {
  changeExperimentStatus,
  createExperiment,
  createExperimentGroup,
  getExperimentsSummary,
  listExperiments,
} from '../../src/resources/experiments/operations.ts'

/** When a lab is opened. */
export const START = '2026-04-22T09:30:00Z'

const open = () => {
  const clock = { present: new Date(START) }
  return { clock, sandbox: createSandbox({ seed: 1, customers: 1000, now: () => clock.present }) }
}

/** A business whose clock a test sets, and a draft of an experiment in it. */
export const lab = open()

/** A new one, for `beforeEach`. */
export const openLab = (): void => void Object.assign(lab, open())

/** Asks one operation of it. */
export const ask = <Op extends Operation>(
  operation: Op,
  input: InputOf<Op>,
): Promise<OutputOf<Op>> => execute(operation, input, lab.sandbox)

/** A new draft. */
export const draft = () => ask(createExperiment, { name: 'Fonts', alias_id: 'fonts' })
/** An experiment of the simulated past. */
export const seeded = async (alias: string) =>
  (await ask(listExperiments, {})).data.find(({ alias_id }) => alias_id === alias)!
/** Users of each group. */
export const usersOf = async (uid: string) => {
  const { items } = await ask(getExperimentsSummary, { filter: { experiment_uid: [uid] } })
  return items[0]!.groups.map(({ metrics }) => metrics!.users!)
}

/** A draft with two groups of equal weight. */
export async function ready() {
  const { id } = await draft()
  const control = { experiment_id: id, weight: 1, name: 'Serif', is_control: true }
  const a = await ask(createExperimentGroup, control)
  const b = await ask(createExperimentGroup, { experiment_id: id, weight: 1, name: 'Grotesk' })
  return { id, a, b }
}

/** Changes the status. */
export const to = (experiment_id: string, status: 'draft' | 'active' | 'paused' | 'finished') =>
  ask(changeExperimentStatus, { experiment_id, status })
