import type { ExperimentPlan } from './analysis.types.ts'
import type { EarlierPlan } from './resultView.types.ts'

/** A part of a plan that can be changed. */
export type PlanPart =
  | 'engine'
  | 'alpha'
  | 'outcomeWindow'
  | 'plannedUsers'
  | 'primary'
  | 'secondary'
  | 'guardrails'
  | 'minDays'
  | 'minEffect'
  | 'cap'
  | 'finalLook'
  | 'prior'

/** When a plan was replaced, and what the next one has otherwise. */
export interface PlanChange {
  /** Unix seconds. */
  readonly at: number
  readonly parts: readonly PlanPart[]
  readonly before: ExperimentPlan
  readonly after: ExperimentPlan
}

/** What of a plan was changed since it was made, the oldest change first; replacements that change nothing are left out. */
export function planChanges(
  plan: ExperimentPlan,
  earlier: readonly EarlierPlan[],
): readonly PlanChange[] {
  return earlier
    .toSorted((a, b) => a.until - b.until)
    .map(({ plan: before, until }, index, all): PlanChange => {
      const after = all[index + 1]?.plan ?? plan
      const parts = PARTS.filter(
        ([part, unset]) => written(before[part], unset) !== written(after[part], unset),
      )
      return { at: until, parts: parts.map(([part]) => part), before, after }
    })
    .filter(({ parts }) => parts.length > 0)
}

/** Every part with what it is when it is not given. */
const PARTS: readonly (readonly [PlanPart, unknown])[] = [
  ['engine', null],
  ['alpha', null],
  ['outcomeWindow', null],
  ['plannedUsers', null],
  ['primary', null],
  ['secondary', []],
  ['guardrails', []],
  ['minDays', 7],
  ['minEffect', 0],
  ['cap', null],
  ['finalLook', false],
  ['prior', { successes: 1, failures: 1 }],
]

/** The same text for the same part, whatever the order of its keys. */
const written = (part: unknown, unset: unknown): string =>
  JSON.stringify(part ?? unset, (_, value: unknown) =>
    typeof value === 'object' && value !== null && !Array.isArray(value)
      ? Object.fromEntries(Object.entries(value).toSorted(([a], [b]) => (a < b ? -1 : 1)))
      : value,
  )
