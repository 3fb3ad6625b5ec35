import type {
  Arm,
  ExperimentPlan,
  MetricSums,
  RunFacts,
} from '../../../../src/resources/experiments/analysis.types.ts'
import { analyze } from '../../../../src/resources/experiments/result.analyze.model.ts'
import { decide } from '../../../../src/resources/experiments/result.decide.model.ts'

/** Users who paid, each counted within the window. */
export const paid = (count: number, more: Partial<MetricSums> = {}): MetricSums => ({
  maturity: 'windowed',
  count,
  sum: count,
  ...more,
})
/** An arm of mature users; the one called `control` is it. */
export const arm = (
  id: string,
  users: number,
  metrics: Readonly<Record<string, MetricSums>>,
  more: Partial<Arm> = {},
): Arm => ({
  id,
  name: id,
  isControl: id === 'control',
  weight: 1,
  exposed: users,
  mature: users,
  metrics,
  ...more,
})
/** A control and a variant of as many users. */
export const two = (control: MetricSums, variant: MetricSums, users = 20_000): Arm[] => [
  arm('control', users, { paid: control }),
  arm('trial', users, { paid: variant }),
]
/** Sequential, by the share that pays. */
export const plan: ExperimentPlan = {
  engine: 'sequential',
  alpha: 0.05,
  outcomeWindow: 10,
  plannedUsers: 60_000,
  primary: { id: 'paid', kind: 'proportion' },
}
/** Three weeks in, with users still coming. */
export const running: RunFacts = { days: 21, isFinished: false, daysToMaturity: 10 }
/** The decision for arms, with parts of plan and run replaced. */
export const judge = (
  arms: readonly Arm[],
  more: Partial<ExperimentPlan> = {},
  facts: Partial<RunFacts> = {},
) => decide(analyze({ ...plan, ...more }, arms, { ...running, ...facts }))
/** The reasons of a decision by their codes. */
export const codes = (decision: ReturnType<typeof decide>) =>
  decision.reasons.map(({ code }) => code)
