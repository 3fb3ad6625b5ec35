import { shared } from '../../.storybook/withQonversion.tsx'
import { execute } from '../../src/core/execute.ts'
import type { Arm, ExperimentPlan } from '../../src/resources/experiments/analysis.types.ts'
import {
  getExperimentsSummary,
  listExperiments,
} from '../../src/resources/experiments/operations.ts'
import {
  armsFromSummary,
  SUMMARY_METRICS,
} from '../../src/resources/experiments/result.summary.model.ts'
import { sequential } from './results.ts'

/** A plan over what the API sums up: payers decide, refunds are watched. */
export const apiPlan: ExperimentPlan = {
  ...sequential,
  plannedUsers: 8000,
  secondary: [SUMMARY_METRICS['user_to_trial']!, SUMMARY_METRICS['proceeds']!],
  guardrails: [{ ...SUMMARY_METRICS['refunds']!, margin: 0.25 }],
}

/** The totals of one of the sandbox's experiments, asked before a story is drawn. */
export async function apiArms(alias: string): Promise<readonly Arm[]> {
  const fetcher = shared().full
  const { data } = await execute(listExperiments, {}, { fetcher })
  const id = data.find(({ alias_id }) => alias_id === alias)!.id
  const filter = { experiment_uid: [id] }
  const { items } = await execute(getExperimentsSummary, { filter }, { fetcher })
  return armsFromSummary(items[0]!)
}
