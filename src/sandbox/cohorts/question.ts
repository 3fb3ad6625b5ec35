import { DAY, startOf, type Grouping } from '../../core/calendar.ts'
import type { FieldProblem } from '../../core/errors.ts'
import type { CohortDefinition, CohortsInput } from '../../resources/cohorts/types.ts'
import type { History } from '../history.ts'
import { invalid } from '../problem.ts'

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
  /** Any of the values of each attribute, all attributes together. */
  readonly filter: Readonly<Record<string, readonly string[]>>
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
    ...attributeProblems(filter, groupBy, history),
    ...currencyProblems(parameters.currency, history),
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

/** The midnight that ends the day; a midnight stays. */
const nextMidnight = (at: number): number => Math.ceil(at / DAY) * DAY

/** 31 December 9999: later instants are milliseconds by mistake, and no calendar names them. */
const LAST = 253_402_300_799

function rangeProblems(
  { cohort_from: from, cohort_to: to }: CohortsInput,
  now: number,
): FieldProblem[] {
  const beyond = Object.entries({ cohort_from: from, cohort_to: to }).flatMap(([field, at]) =>
    at === undefined || (at >= 0 && at <= LAST)
      ? []
      : [
          {
            field,
            message: `must be Unix seconds (not milliseconds) from 0 to ${LAST}, not ${at}`,
          },
        ],
  )
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

function attributeProblems(
  filter: CohortQuestion['filter'],
  groupBy: string | undefined,
  { attributes }: History,
): FieldProblem[] {
  const known = attributes.map(({ code }) => code)
  const list = known.length > 0 ? `it has ${known.join(', ')}` : 'it has none'
  const message = (code: string) => `names ${code}, which is no attribute of this project: ${list}`
  const problems = Object.keys(filter)
    .filter((code) => !known.includes(code))
    .map((code) => ({ field: `filter.${code}`, message: message(code) }))
  if (groupBy === undefined || known.includes(groupBy)) return problems
  return [...problems, { field: 'group_by', message: message(groupBy) }]
}

function currencyProblems(currency: string | undefined, history: History): FieldProblem[] {
  // A log without prices has nothing to convert.
  if (currency === undefined || history.ledger.currencies.length === 0) return []
  if (!history.rates)
    return currency === history.currency
      ? []
      : [
          {
            field: 'currency',
            message: `cannot be ${currency}: this log is in ${history.currency} and no exchange rates were given with it, and none are invented for real data`,
          },
        ]
  const { currencies } = history.rates
  if (currencies.includes(currency)) return []
  return [
    {
      field: 'currency',
      message: `cannot be ${currency}: there are rates for ${currencies.join(', ')}`,
    },
  ]
}
