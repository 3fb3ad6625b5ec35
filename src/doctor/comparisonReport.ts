import type { CohortGrid } from '../resources/cohorts/grid.types.ts'
import { isSame, type Comparison, type Tally } from './compare.ts'

/** How an exported table of the dashboard agrees with the grid: its sizes, then the readings that it is, or else those that come nearest. */
export function comparisonLines(
  { rows, leftOut, isByOrder, foundAt, sizes, agreements }: Comparison,
  grid: CohortGrid,
): string[] {
  if (rows === 0)
    return [
      `No row of the table is a cohort between ${day(grid.from)} and ${day(grid.to - 1)}, by month. ` +
        'Export the dashboard’s table for installs of these months, by month, and compare again. ' +
        `The table has ${namesText(leftOut)}.`,
    ]
  const how = isByOrder ? ' (matched by their order: their headings are no dates)' : ''
  const isFound = agreements.some(isSame)
  const best = agreements.filter((tally) => (isFound ? isSame(tally) : tally.equal > 0)).slice(0, 3)
  return [
    `${rows} rows are cohorts of the grid${how}.`,
    ...(leftOut.length > 0
      ? [
          `  left out, because it is not in the grid (${day(grid.from)} to ${day(grid.to - 1)}) or no day that can be read, as 2026-05-01: ${namesText(leftOut)}`,
        ]
      : []),
    ...(foundAt === null ? [] : [`  periods begin at “${foundAt}”`]),
    ...(sizes ? [`  sizes: ${tallyText(sizes)}`] : []),
    ...(best.length > 0
      ? best.map((tally) => `  ${tally.reading.metric}, ${tally.reading.view}: ${tallyText(tally)}`)
      : ['  No metric in any view has a number of the table in its place.']),
  ]
}

/** The first names of a list, and how many more there are. */
function namesText(names: readonly string[]): string {
  const shown = names.slice(0, 3).map((name) => `“${name}”`)
  return [...shown, ...(names.length > 3 ? [`${names.length - 3} more`] : [])].join(', ')
}

function tallyText({ compared, equal, firstDifference }: Tally): string {
  const where = firstDifference && `; differs first at ${firstDifference}`
  return `${equal} of ${compared} numbers equal${where}`
}

const day = (at: number): string => new Date(at * 1000).toISOString().slice(0, 10)
