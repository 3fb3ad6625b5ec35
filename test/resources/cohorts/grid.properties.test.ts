// @vitest-environment node
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { arrangeRows } from '../../../src/resources/cohorts/grid.arrange.model.ts'
import { buildCohortGrid } from '../../../src/resources/cohorts/grid.build.model.ts'
import { occurringStates } from '../../../src/resources/cohorts/grid.states.model.ts'
import { summarize } from '../../../src/resources/cohorts/grid.summary.model.ts'
import type { CohortView, Reading } from '../../../src/resources/cohorts/grid.types.ts'
import { readCell, viewsOf } from '../../../src/resources/cohorts/grid.views.model.ts'
import { COHORT_METRICS } from '../../../src/resources/cohorts/metrics.ts'
import type { CohortMetric } from '../../../src/resources/cohorts/types.ts'
import { figure, full, runs } from '../../figures.ts'
import { amountOf, finalRows, isAfterEnd, isOver, sum, type NaiveRow } from './naiveGrid.ts'
import { randomCase, type Case } from './randomAnswers.ts'

const SEED = 4
const gridOf = ({ data, options }: Case) => buildCohortGrid(data, options)
const isSame = (a: number | null, b: number | null): boolean =>
  a === null || b === null ? a === b : Math.abs(a - b) <= 1e-9 * Math.max(1, Math.abs(b))

/** Holds for every random table, or shows the one it does not hold for and where. */
function property(name: string, violations: (sample: Case, minSize: number) => string[]): void {
  test(name, { timeout: full ? 120_000 : 20_000 }, () => {
    const count = runs(10_000)
    fc.assert(
      fc.property(randomCase, fc.nat(60), (sample, minSize) => {
        expect(violations(sample, minSize)).toEqual([])
      }),
      { numRuns: count, seed: SEED },
    )
    figure(name, count, '0 violations', SEED)
  })
}

/** What one row adds to the mean of a column by the table of views, over and under; null where it has no such number. */
function partOf(
  { size, cells }: NaiveRow,
  column: number,
  metric: CohortMetric,
  view: CohortView,
): readonly [number, number] | null {
  const cell = cells[column]
  if (!cell) return null
  const amount = amountOf(cell, metric)
  if (view === 'percentOfFirst' || view === 'percentOfPrevious') {
    const from = cells[view === 'percentOfFirst' ? 0 : column - 1]
    return from ? [amount, amountOf(from, metric)] : null
  }
  if (view === 'cumulative' || view === 'cumulativePerMember') {
    const past = cells.slice(0, column + 1)
    if (past.includes(null)) return null
    return [sum(past.map((each) => amountOf(each!, metric))), size]
  }
  if (metric === 'arppu') return [amount, cell.payers]
  return [amount, metric === 'arpas' ? cell.subscriptions : size]
}

/** The mean of every column, worked out again from the answer: what is over added up, over what is under, of final cells. */
function naiveMeans(sample: Case, minSize: number, { metric, view }: Reading) {
  const rows = finalRows(sample, minSize)
  const width = Math.max(...sample.data.cohorts.map((row) => row.periods.length))
  const columns = Array.from({ length: width }, (_, column) => column)
  const having = (column: number) => rows.filter((row) => partOf(row, column, metric, view))
  const isSum = view === 'cumulative' || view === 'cumulativePerMember'
  const isShared = (column: number) =>
    having(column).length > 0 && 2 * having(column).length >= rows.length
  const through = isSum ? (columns.findLast(isShared) ?? -1) : width
  return columns.map((column) => {
    const taken = column > through ? [] : having(isSum ? through : column)
    const parts = taken.map((row) => partOf(row, column, metric, view)!)
    const [over, under] = [sum(parts.map(([a]) => a)), sum(parts.map(([, b]) => b))]
    return { rows: taken.length, value: under > 0 ? over / under : null }
  })
}

property(
  'no mean includes a cell that is not final or a cohort that is too small or cut',
  (sample, minSize) => {
    const grid = gridOf(sample)
    const readings = COHORT_METRICS.flatMap((metric) =>
      viewsOf(metric, grid).map(({ view }) => ({ metric, view })),
    )
    return readings.flatMap((reading) => {
      const { cell } = summarize(grid, reading, { kind: 'mean', minSize })
      return naiveMeans(sample, minSize, reading).flatMap((expected, column) => {
        const { rows, value, left } = cell(column)
        const isRight =
          rows === expected.rows &&
          isSame(value, expected.value) &&
          rows + sum(Object.values(left)) === sample.data.cohorts.length
        return isRight ? [] : `${reading.metric} ${reading.view} ${column}: ${rows} rows, ${value}`
      })
    })
  },
)

property('percent of first times first is the amount', (sample) => {
  const grid = gridOf(sample)
  return eachCell(sample, ['revenue', 'payers', 'subscriptions'], (row, column, metric, cells) => {
    const { value } = readCell(grid, row, column, { metric, view: 'percentOfFirst' })
    const amount = readCell(grid, row, column, { metric, view: 'absolute' }).value
    const first = cells[0]!
    // No share of nothing, and none of a cell that has no number yet.
    return value === null ? amount === null || first === 0 : isSame(value * first, cells[column]!)
  })
})

property('cumulative is the running sum of the cells, and none after a hole', (sample) => {
  const grid = gridOf(sample)
  return eachCell(sample, ['revenue', 'subscriptions'], (row, column, metric, cells) => {
    const { value } = readCell(grid, row, column, { metric, view: 'cumulative' })
    const amount = readCell(grid, row, column, { metric, view: 'absolute' }).value
    const past = cells.slice(0, column + 1)
    const isKnown = amount !== null && !past.includes(null)
    return isSame(value, isKnown ? sum(past.map((each) => each!)) : null)
  })
})

/** Positions where a rule does not hold; the rule is given the amounts of the row, zeros after its end, null for a hole. */
function eachCell(
  sample: Case,
  metrics: readonly ('revenue' | 'payers' | 'subscriptions')[],
  holds: (
    row: number,
    column: number,
    metric: 'revenue' | 'payers' | 'subscriptions',
    cells: readonly (number | null)[],
  ) => boolean,
): string[] {
  return metrics.flatMap((metric) =>
    sample.data.cohorts.flatMap(({ periods }, row) => {
      const cells = periods.map((cell, column) =>
        isAfterEnd(sample, row, column) ? 0 : (cell?.[metric] ?? null),
      )
      const wrong = cells.flatMap((_, column) => (holds(row, column, metric, cells) ? [] : column))
      return wrong.map((column) => `${metric} of row ${row}, column ${column}`)
    }),
  )
}

property('a cumulative mean or median on gross never falls', (sample, minSize) => {
  const grid = gridOf(sample)
  const readings = (['revenue', 'arpu'] as const).flatMap((metric) =>
    (['mean', 'median'] as const).map((kind) => ({ metric, kind })),
  )
  return readings.flatMap(({ metric, kind }) => {
    const { cells, through } = summarize(grid, { metric, view: 'cumulative' }, { kind, minSize })
    const values = cells.map(({ value }) => value)
    const drawn = values.slice(0, (through ?? -1) + 1)
    const falls = drawn.flatMap((value, column) => {
      const before = column > 0 ? drawn[column - 1]! : value
      return (value ?? 0) >= (before ?? 0) ? [] : `${metric} ${kind} falls at ${column}`
    })
    const isBlank = values.slice(drawn.length).every((value) => value === null)
    return isBlank ? falls : falls.concat(`${metric} ${kind} goes on after ${through}`)
  })
})

property(
  'sorting keeps each value: final ones first, moving ones next, none last',
  (sample, minSize) => {
    const grid = gridOf(sample)
    const reading: Reading = { metric: 'revenue', view: 'absolute' }
    const kept = sample.data.cohorts.flatMap((row, index) => (row.users >= minSize ? index : []))
    return (['cohort', 'size', 0, 1] as const).flatMap((by) =>
      [false, true].flatMap((descending) => {
        const order = arrangeRows(grid, reading, { sort: { by, descending }, minSize })
        const hasValue = (index: number) =>
          typeof by === 'string' || readCell(grid, index, by, reading).value !== null
        const given = (index: number): number => {
          const row = sample.data.cohorts[index]!
          if (typeof by === 'number') return row.periods[by]?.revenue ?? 0
          return by === 'size' ? row.users : row.cohort_start
        }
        const sign = descending ? -1 : 1
        const isRanked = (index: number) => typeof by === 'string' || isOver(sample, index, by)
        const filled = kept.filter(hasValue).toSorted((a, b) => sign * (given(a) - given(b)))
        const expected = [
          ...filled.filter(isRanked),
          ...filled.filter((index) => !isRanked(index)),
          ...kept.filter((index) => !hasValue(index)),
        ]
        const changed = order.filter(
          (index) =>
            typeof by === 'number' &&
            hasValue(index) &&
            readCell(grid, index, by, reading).value !== given(index),
        )
        return String(order) === String(expected) && changed.length === 0
          ? []
          : `by ${by}${descending ? ' descending' : ''}: ${order.join()}, values of ${changed.join()} changed`
      }),
    )
  },
)

property('a legend names the states that a look at every cell finds, and no other', (sample) => {
  const grid = gridOf(sample)
  const named = occurringStates(grid)
  const found = new Set(
    grid.rows.flatMap((_, row) =>
      grid.columns.map(
        (__, column) => readCell(grid, row, column, { metric: 'revenue', view: 'absolute' }).state,
      ),
    ),
  )
  return (['final', 'settling', 'open', 'provisional'] as const).filter(
    (state) => named.has(state) !== found.has(state),
  )
})
