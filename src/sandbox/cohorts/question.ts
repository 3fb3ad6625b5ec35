import { DAY, startOf, type Grouping } from '../../core/calendar.ts'
import type { FieldProblem } from '../../core/errors.ts'
import type { CohortDefinition, CohortsInput } from '../../resources/cohorts/types.ts'
import type { History } from '../history.ts'
import { invalid } from '../problem.ts'
import {
  attributeProblems,
  currencyProblems,
  instantProblems,
  nextMidnight,
  type AttributeChoice,
} from '../question.ts'

/** A cohort question with every default filled in and its range snapped. */
export interface CohortQuestion {
  /** Start of a window, unix seconds. */
  readonly from: number
  /** A midnight, unix seconds, exclusive. */
  readonly to: number
  readonly mode: 'by_renewals' | 'by_days'
  readonly grouping: Grouping
  readonly environment: number
  readonly definition: CohortDefinition
  readonly net: boolean
  readonly currency: string
  readonly groupBy: string | undefined
  readonly filter: AttributeChoice
}

const DEFAULT_RANGE = 90 * DAY

/** Fills in the contract's defaults and snaps the range; throws a 400 that names every field at fault. */
export function readQuestion(
  input: Record<string, unknown>,
  history: History,
  now: number,
): CohortQuestion {
  const parameters = input as CohortsInput
  const { grouping = 'week', filter = {}, group_by: groupBy } = parameters
  const details: FieldProblem[] = [
    ...rangeProblems(parameters, now),
    ...attributeProblems(history, filter, 'group_by', groupBy),
    ...currencyProblems(history, parameters.currency),
  ]
  if (details.length > 0) throw invalid(details)
  return {
    from: startOf(grouping, parameters.cohort_from ?? now - DEFAULT_RANGE),
    to: nextMidnight(parameters.cohort_to ?? now),
    mode: parameters.mode ?? 'by_renewals',
    grouping,
    environment: parameters.environment ?? 1,
    definition: parameters.cohort_definition ?? 'new_customers',
    net: parameters.revenue_type === 'net',
    currency: parameters.currency ?? history.currency,
    groupBy,
    filter,
  }
}

function rangeProblems(
  { cohort_from: from, cohort_to: to }: CohortsInput,
  now: number,
): FieldProblem[] {
  const beyond = instantProblems({ cohort_from: from, cohort_to: to })
  if (beyond.length > 0) return beyond
  if ((from ?? now - DEFAULT_RANGE) < (to ?? nextMidnight(now))) return []
  if (from === undefined)
    return [
      {
        field: 'cohort_to',
        message: 'lies before the default of cohort_from, 90 days before now: give cohort_from too',
      },
    ]
  const end = to === undefined ? 'cohort_to, which is the end of today when left out' : 'cohort_to'
  return [{ field: 'cohort_from', message: `must lie before ${end}` }]
}
