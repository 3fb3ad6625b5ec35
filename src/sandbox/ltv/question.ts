import { DAY } from '../../core/calendar.ts'
import type { FieldProblem } from '../../core/errors.ts'
import type { LtvInput } from '../../resources/ltv/types.ts'
import type { History } from '../history.ts'
import { invalid } from '../problem.ts'
import {
  attributeProblems,
  currencyProblems,
  instantProblems,
  nextMidnight,
  type AttributeChoice,
} from '../question.ts'

/** A lifetime-value question with every default filled in. */
export interface LtvQuestion {
  /** Unix seconds, as asked: only the end is moved to a midnight, as in the documented sample. */
  readonly from: number
  /** A midnight, unix seconds, exclusive. */
  readonly to: number
  readonly mode: 'by_days' | 'by_renewals'
  readonly environment: number
  readonly net: boolean
  readonly currency: string
  readonly segment: string | undefined
  readonly filter: AttributeChoice
}

const DEFAULT_RANGE = 90 * DAY

/** Fills in the contract's defaults; throws a 400 that names every field at fault. */
export function readLtvQuestion(parameters: LtvInput, history: History, now: number): LtvQuestion {
  const { filter = {}, segment } = parameters
  const from = parameters.cohort_from ?? Math.floor(now) - DEFAULT_RANGE
  const to = nextMidnight(parameters.cohort_to ?? now)
  const details: FieldProblem[] = [
    ...rangeProblems(parameters, from, parameters.cohort_to ?? to),
    ...attributeProblems(history, filter, 'segment', segment),
    ...currencyProblems(history, parameters.currency),
  ]
  if (details.length > 0) throw invalid(details)
  return {
    from,
    to,
    mode: parameters.mode ?? 'by_days',
    environment: parameters.environment ?? 1,
    net: parameters.revenue_type === 'net',
    currency: parameters.currency ?? history.currency,
    segment,
    filter,
  }
}

function rangeProblems(
  { cohort_from, cohort_to }: LtvInput,
  from: number,
  to: number,
): FieldProblem[] {
  const beyond = instantProblems({ cohort_from, cohort_to })
  if (beyond.length > 0 || from < to) return beyond
  const end =
    cohort_to === undefined ? 'cohort_to, which is the end of today when left out' : 'cohort_to'
  return [{ field: 'cohort_from', message: `must lie before ${end}` }]
}
