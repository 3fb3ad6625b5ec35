import { addMonths, addPeriods, DAY } from '../../core/calendar.ts'
import type { FieldProblem } from '../../core/errors.ts'
import type { ChartInput } from '../../resources/charts/types.ts'
import type { History } from '../history.ts'
import { invalid } from '../problem.ts'
import { attributeProblems, currencyProblems, instantProblems } from '../question.ts'
import type { ChartQuestion } from './compute.ts'

type Unit = NonNullable<ChartInput['unit']>
/** What narrows a series over time, of a chart or of anything else. */
type Narrowing = Omit<ChartInput, 'chart_code'>

const DEFAULT_RANGE = 7 * DAY
const HOUR = 3600
/** More points than any screen has, and few enough to compute at once. */
const MOST_POINTS = 10_000

/**
 * Fills in the contract's defaults; throws a 400 that names every field at fault. Buckets count from `from` on, as in the
 * documented sample, and only those that have begun at `now` are there.
 */
export function readChartQuestion(
  parameters: Narrowing,
  history: History,
  now: number,
): ChartQuestion & { readonly unit: Unit } {
  const { unit = 'day', environment = 1, filter = {} } = parameters
  const to = parameters.to ?? Math.ceil(now)
  const from = parameters.from ?? to - DEFAULT_RANGE
  const details: FieldProblem[] = [
    ...rangeProblems(parameters, from, to, unit),
    ...attributeProblems(history, filter, 'segmentation', parameters.segmentation),
    ...currencyProblems(history, parameters.currency),
  ]
  if (details.length > 0) throw invalid(details)
  const starts: number[] = []
  for (let start = from; start < Math.min(to, now); start = bucketStart(unit, from, starts.length))
    starts.push(start)
  return { from, to, starts, unit, environment, filter }
}

function bucketStart(unit: Unit, from: number, count: number): number {
  if (unit === 'hour') return from + count * HOUR
  return unit === 'month' ? addMonths(from, count) : addPeriods(unit, from, count)
}

const LENGTHS = { hour: HOUR, day: DAY, week: 7 * DAY, month: 30 * DAY } as const

function rangeProblems(
  { from: givenFrom, to: givenTo }: Narrowing,
  from: number,
  to: number,
  unit: Unit,
): FieldProblem[] {
  const beyond = instantProblems({ from: givenFrom, to: givenTo })
  if (beyond.length > 0) return beyond
  if (from >= to)
    return [
      {
        field: 'from',
        message: `must lie before ${givenTo === undefined ? 'to, which is now when left out' : 'to'}`,
      },
    ]
  if ((to - from) / LENGTHS[unit] <= MOST_POINTS) return []
  const message = `is too fine for this range: ask for at most ${MOST_POINTS} points`
  return [{ field: 'unit', message }]
}
