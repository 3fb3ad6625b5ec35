import type { FieldProblem } from '../../core/errors.ts'
import type { SegmentConditionInput } from '../../resources/segments/types.ts'
import type { CustomerView } from '../customers/view.ts'
import { METRICS, type Metric } from './metrics.ts'

/** One rule of a segment, complete. */
export interface Rule {
  readonly metric: string
  readonly comparator: Comparator
  /** Text, cast to the metric's own type. */
  readonly value: string
  readonly negate: boolean
}

type Comparator = SegmentConditionInput['comparator']

/**
 * True for a customer of whom all rules hold; without rules, of everyone. Who has no value of a metric is neither equal to
 * anything nor contains it, so `ne` and `not_contains` hold; `negate` turns a rule around as a whole.
 */
export const selects = (
  segment: { readonly conditions: readonly Rule[] },
  customer: CustomerView,
): boolean => segment.conditions.every((rule) => holds(rule, customer) !== rule.negate)

function holds({ metric, comparator, value }: Rule, customer: CustomerView): boolean {
  const known = METRICS.get(metric)
  const own = known?.read(customer) ?? null
  if (!known || own === null) return comparator === 'ne' || comparator === 'not_contains'
  return COMPARE[comparator](own, cast(known, value))
}

type Value = string | number | boolean

const COMPARE: Readonly<Record<Comparator, (own: Value, value: Value) => boolean>> = {
  eq: (own, value) => own === value,
  ne: (own, value) => own !== value,
  gt: (own, value) => own > value,
  gte: (own, value) => own >= value,
  lt: (own, value) => own < value,
  lte: (own, value) => own <= value,
  contains: (own, value) => String(own).includes(String(value)),
  not_contains: (own, value) => !String(own).includes(String(value)),
}

/** The rule's text as the metric's own type. */
function cast({ kind }: Metric, value: string): Value {
  if (kind === 'number') return Number(value)
  return kind === 'flag' ? value === '1' || value === 'true' : value
}

const COMPARATORS: Readonly<Record<Metric['kind'], readonly Comparator[]>> = {
  text: ['eq', 'ne', 'contains', 'not_contains'],
  number: ['eq', 'ne', 'gt', 'gte', 'lt', 'lte'],
  flag: ['eq', 'ne'],
}

const VALUES: Readonly<Record<Metric['kind'], { fits: RegExp; advice: string }>> = {
  text: { fits: /^/, advice: '' },
  number: { fits: /^-?\d+(\.\d+)?$/, advice: 'a plain number, for example 12.5' },
  flag: { fits: /^(0|1|true|false)$/, advice: '1 or 0' },
}

/** What is wrong with rules, by field below `list`. */
export function ruleProblems(rules: readonly Rule[], list = 'conditions'): FieldProblem[] {
  return rules.flatMap(({ metric, comparator, value }, index) => {
    const at = `${list}.${index}`
    const kind = METRICS.get(metric)?.kind
    if (!kind) {
      const known = [...METRICS.keys()].join(', ')
      return [{ field: `${at}.metric`, message: `is no metric of this project: it has ${known}` }]
    }
    const message = `of ${metric} must be `
    const fitting = COMPARATORS[kind]
    if (!fitting.includes(comparator))
      return [{ field: `${at}.comparator`, message: message + fitting.join(', ') }]
    const { fits, advice } = VALUES[kind]
    return fits.test(value) ? [] : [{ field: `${at}.value`, message: message + advice }]
  })
}
