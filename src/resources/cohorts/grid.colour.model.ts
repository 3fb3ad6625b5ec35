import { summarize } from './grid.summary.model.ts'
import type { CohortGrid, CohortSummary, Reading } from './grid.types.ts'
import { readCell } from './grid.views.model.ts'

/** Heat levels run from 0 to this. */
export const TOP_LEVEL = 9

/** Colours of the levels: two sequential ramps and, for differences from a mean, a diverging one. */
export type Ramp = 'blue' | 'viridis' | 'orangeBlue'

/** How cells are coloured. */
export interface ColourOptions {
  /** Which cells share one scale: all of the table, those of a column, or those of a row. @default 'table' */
  readonly scope: 'table' | 'column' | 'row'
  /** From zero up, or from the mean of the column both ways. @default 'sequential' */
  readonly scale: 'sequential' | 'diverging'
  /** True leaves the first column without colour, and out of the scale: it often dwarfs the others. @default false */
  readonly omitFirst: boolean
  /** Colours of a sequential scale; a diverging one has its own. @default 'blue' */
  readonly ramp: Ramp
}

/** A number of the legend: what stands at a level; null where it differs by column or row. */
export interface HeatStop {
  readonly level: number
  readonly value: number | null
}

/** The colours of one reading of one or several grids. */
export interface Heat {
  readonly options: ColourOptions
  /** The colours to draw with, as `data-ramp`. */
  readonly ramp: Ramp
  /** What the top level stands for: a value or, diverging, a distance from the mean; null unless one scale fits the whole table. */
  readonly anchor: number | null
  /** Numbers of the legend, lowest level first; diverging ones are differences from the mean of the column. */
  readonly stops: readonly HeatStop[]
  /**
   * Level of a cell, 0 to 9; null where it has no value, no mean to differ from, or stands in a first column left out.
   * `value` spares reading it again.
   */
  readonly level: (
    grid: CohortGrid,
    row: number,
    column: number,
    value?: number | null,
  ) => number | null
}

export const DEFAULT_COLOUR: ColourOptions = {
  scope: 'table',
  scale: 'sequential',
  omitFirst: false,
  ramp: 'blue',
}

/**
 * Makes the colours of a reading over the grids that are drawn together (the whole answer's, or its segments').
 *
 * Sequential: ten equal steps from zero to the largest value of the scope; amounts as given over the whole table take the
 * API's own maximum. Below zero is level 0.
 *
 * Diverging: five steps below and five above the mean of the cell's own column, whatever the scope: cohorts compare at the
 * same age only, and from a mean over the whole table every cohort would turn from one colour to the other with its age. The
 * scope says what the steps are as wide as: the largest distance of a final cell in the table, the column or the row. The
 * mean is the pooled one of the summary row, of the whole when `mean` is given, else of each grid; of amounts it is the mean
 * per cohort. A column without a final cell has no mean, so it has no colour.
 */
export function createHeat(
  grids: readonly CohortGrid[],
  reading: Reading,
  options: ColourOptions = DEFAULT_COLOUR,
  mean?: CohortSummary,
  minSize = 0,
): Heat {
  const { scope, scale, omitFirst, ramp } = options
  const isDiverging = scale === 'diverging'
  const first = omitFirst ? 1 : 0
  const means = new Map<CohortGrid, CohortSummary>()
  const centre = (grid: CohortGrid, column: number): number | null => {
    const known = mean ?? means.get(grid) ?? summarize(grid, reading, { kind: 'mean', minSize })
    means.set(grid, known)
    const { value, of, rows } = known.cell(column)
    // The mean of amounts is told per member; what an amount differs from is the amount of a mean cohort.
    if (known.reading.view === reading.view) return value
    return of && rows > 0 ? of.numerator / rows : null
  }

  /** How far a cell asks the scale to reach. */
  const weigh = (grid: CohortGrid, row: number, column: number): number => {
    const { value, state } = readCell(grid, row, column, reading)
    if (value === null || !isDiverging) return value ?? 0
    const middle = centre(grid, column)
    return middle === null || state !== 'final' ? 0 : Math.abs(distance(value, middle))
  }
  const widest = (grid: CohortGrid, rows: readonly number[], columns: readonly number[]) => {
    let reach = 0
    for (const row of rows)
      if (grid.rows[row]!.size >= minSize)
        for (const column of columns) reach = Math.max(reach, weigh(grid, row, column))
    return reach
  }
  const columnsOf = (grid: CohortGrid) => indexes(grid.columns.length).slice(first)
  const ofTable = once(() => {
    const given = isDiverging || omitFirst ? 0 : givenMaximum(grids, reading)
    return (
      given || largest(grids, (grid) => widest(grid, indexes(grid.rows.length), columnsOf(grid)))
    )
  })
  const ofColumn = remember((column) =>
    largest(grids, (grid) => widest(grid, indexes(grid.rows.length), [column])),
  )
  const ofRow = new Map(
    grids.map((grid) => [grid, remember((row) => widest(grid, [row], columnsOf(grid)))]),
  )
  const reach = (grid: CohortGrid, row: number, column: number) => {
    if (scope === 'table') return ofTable()
    return scope === 'column' ? ofColumn(column) : (ofRow.get(grid)?.(row) ?? 0)
  }

  const anchor = () => (scope === 'table' ? ofTable() : null)

  return {
    options,
    ramp: isDiverging ? 'orangeBlue' : ramp,
    get anchor() {
      return anchor()
    },
    get stops() {
      return stopsOf(isDiverging, anchor())
    },
    level(grid, row, column, value = readCell(grid, row, column, reading).value) {
      if (value === null || column < first) return null
      if (!isDiverging) return heatLevel(value, reach(grid, row, column))
      const middle = centre(grid, column)
      return middle === null ? null : divergingLevel(value, middle, reach(grid, row, column))
    },
  }
}

/** Level of a value in equal steps from zero to the anchor; null without a value, 0 below zero. */
export function heatLevel(value: number | null, anchor: number): number | null {
  if (value === null) return null
  if (!(anchor > 0) || value <= 0) return 0
  return Math.min(TOP_LEVEL, Math.floor((value / anchor) * (TOP_LEVEL + 1)))
}

/** Level of a value in equal steps away from a middle: 5 and up from it on, 4 and down below it. */
export function divergingLevel(value: number, middle: number, reach: number): number {
  const away = distance(value, middle)
  const steps = reach > 0 ? Math.min(HALF - 1, Math.floor((Math.abs(away) / reach) * HALF)) : 0
  return away < 0 ? HALF - 1 - steps : HALF + steps
}

const HALF = (TOP_LEVEL + 1) / 2

/** Signed distance from the middle; what only rounding keeps apart is no distance. */
function distance(value: number, middle: number): number {
  const away = value - middle
  return Math.abs(away) <= Math.abs(middle) * 1e-9 ? 0 : away
}

/** The API's own maximum of amounts as given; 0 where it has none that is of use. */
function givenMaximum(grids: readonly CohortGrid[], { metric, view }: Reading): number {
  const maximum = view === 'absolute' ? largest(grids, (grid) => grid.maxima[metric]) : 0
  return Number.isFinite(maximum) ? maximum : 0
}

function stopsOf(isDiverging: boolean, anchor: number | null): readonly HeatStop[] {
  const [low, middle, top] = [0, TOP_LEVEL / 2, TOP_LEVEL]
  if (isDiverging)
    return [
      { level: low, value: anchor && -anchor },
      { level: middle, value: 0 },
      { level: top, value: anchor },
    ]
  const zero = { level: low, value: 0 }
  if (anchor === null) return [zero, { level: top, value: null }]
  return anchor > 0
    ? [zero, { level: middle, value: anchor / 2 }, { level: top, value: anchor }]
    : [zero]
}

const indexes = (length: number) => Array.from({ length }, (_, index) => index)

const largest = <Item>(items: readonly Item[], size: (item: Item) => number): number =>
  items.reduce((most, item) => Math.max(most, size(item)), 0)

function once<Value>(make: () => Value): () => Value {
  let made: { value: Value } | undefined
  return () => (made ??= { value: make() }).value
}

function remember(make: (index: number) => number): (index: number) => number {
  const made: number[] = []
  return (index) => (made[index] ??= make(index))
}
