import { createSandbox } from '../../src/entries/sandbox.ts'
import { NOW } from '../../.storybook/withQonversion.tsx'
import { execute } from '../../src/core/execute.ts'
import type { Fetcher } from '../../src/core/fetcher.ts'
import { defaultPlan } from '../../src/resources/experiments/plan.default.model.ts'
import { summaryFigures } from '../../src/resources/experiments/figures.model.ts'
import {
  getExperimentsSummary,
  listExperiments,
} from '../../src/resources/experiments/operations.ts'
import type { Experiment } from '../../src/resources/experiments/types.ts'
import type { FiguresOf } from '../../src/resources/experiments/useExperimentTable.ts'
import { largeBusiness } from './business.ts'

/** A backend whose experiments a story may change, without the next story seeing it. */
export const ownBackend = (): Fetcher =>
  createSandbox({ seed: 1, now: NOW, customers: 300 }).fetcher

/** The experiments of the sandbox, and what each is judged by: the API's totals and the default plan. */
export async function askExperiments(): Promise<{
  experiments: readonly Experiment[]
  figuresOf: FiguresOf
}> {
  const options = { fetcher: largeBusiness().fetcher }
  const { data: experiments } = await execute(listExperiments, {}, options)
  const filter = { experiment_uid: experiments.map(({ id }) => id) }
  const { items } = await execute(getExperimentsSummary, { filter }, options)
  const figuresOf: FiguresOf = (experiment) => {
    const item = items.find(({ uid }) => uid === experiment.id)
    return (
      item &&
      summaryFigures(experiment, item, defaultPlan(experiment), NOW.getTime() / 1000, experiments)
    )
  }
  return { experiments, figuresOf }
}
