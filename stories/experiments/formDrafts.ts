import type { Experiment, ExperimentGroup } from '../../src/resources/experiments/types.ts'
import { shared } from '../../.storybook/withQonversion.tsx'

const read = async <Answer>(path: string): Promise<Answer> => {
  const init = { method: 'GET', headers: {}, signal: AbortSignal.timeout(10_000) }
  return (await shared().full(path, init)).json() as Promise<Answer>
}

/** The experiments of the sandbox's business. */
export const askExperiments = async (): Promise<readonly Experiment[]> =>
  (await read<{ data: readonly Experiment[] }>('/experiments')).data

/** One of them by its alias, with its groups and the others. */
export async function askExperiment(alias: string): Promise<{
  experiment: Experiment
  groups: readonly ExperimentGroup[]
  otherExperiments: readonly Experiment[]
}> {
  const all = await askExperiments()
  const experiment = all.find(({ alias_id }) => alias_id === alias)!
  const { data } = await read<{ data: readonly ExperimentGroup[] }>(
    `/experiments/${experiment.id}/groups`,
  )
  return {
    experiment,
    groups: data,
    otherExperiments: all.filter(({ id }) => id !== experiment.id),
  }
}

/** Remote configurations as a host could list them. */
export const REMOTE_CONFIGURATIONS = [
  { uid: 'rc-long', name: 'Paywall in use' },
  { uid: 'rc-short', name: 'Short paywall' },
]
