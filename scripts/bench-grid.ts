import { createSandbox } from '../src/entries/sandbox.ts'
import { buildCohortGrid } from '../src/resources/cohorts/grid.build.model.ts'
import { summarize } from '../src/resources/cohorts/grid.summary.model.ts'
import type { CohortGrid, Reading } from '../src/resources/cohorts/grid.types.ts'
import { readCell } from '../src/resources/cohorts/grid.views.model.ts'
import type { CohortsAnswer } from '../src/resources/cohorts/types.ts'
import { median } from './timing.ts'

// From parsed JSON to grid at 365 x 365 with six metrics, as a ratio to JSON.parse of the same text in the same round: the
// triangle that a year of days is, and the square that a year later is full. Beside it what a metric switch reads: the
// cells in view, the mean row of them, and what only a colour scale needs: the whole table. Ends with 1 when making the grid takes more than LIMIT times the parse.
const LIMIT = 3
const ROUNDS = 7
const DAYS = 365
const DAY = 86_400
const SEEN = { rows: 40, columns: 20 }
const now = new Date('2026-04-22T00:00:00Z')
const end = now.getTime() / 1000
const sandbox = createSandbox({ seed: 1, now, customers: 20_000 })

const triangle = await ask(end - DAYS * DAY, end)
const LAYOUTS = {
  triangle: { answer: triangle, now: end },
  square: { answer: square(triangle), now: end + DAYS * DAY },
}
const READINGS: readonly Reading[] = [
  { metric: 'payers', view: 'percentOfFirst' },
  { metric: 'revenue', view: 'cumulativePerMember' },
]

let worst = 0
for (const [name, { answer, now: at }] of Object.entries(LAYOUTS)) {
  const text = JSON.stringify(answer)
  const rounds = Array.from({ length: ROUNDS }, () => measure(text, at))
  const of = (part: keyof (typeof rounds)[number]) => median(rounds.map((round) => round[part]))
  worst = Math.max(worst, of('ratio'))
  console.log(
    `grid: ${DAYS} x ${DAYS}, ${name} (${(text.length / 1e6).toFixed(1)} MB): ${of('ratio').toFixed(2)} times JSON.parse ` +
      `(${of('build').toFixed(1)} ms against ${of('parse').toFixed(1)} ms; at most ${LIMIT}); a switch of metric and view reads ` +
      `the ${SEEN.rows} x ${SEEN.columns} cells in view in ${of('seen').toFixed(1)} ms, the whole table in ` +
      `${of('whole').toFixed(1)} ms, the mean row of what is in view in ${of('mean').toFixed(1)} ms (medians of ${ROUNDS} rounds)`,
  )
}
process.exitCode = worst > LIMIT ? 1 : 0

function measure(text: string, at: number) {
  const [parse, answer] = timed(() => JSON.parse(text) as CohortsAnswer)
  const [build, grid] = timed(() => buildCohortGrid(answer, { now: at }))
  const perReading = (work: (reading: Reading) => void) =>
    timed(() => READINGS.forEach(work))[0] / READINGS.length
  const seen = perReading((reading) => readAll(grid, reading, SEEN.rows, SEEN.columns))
  const whole = perReading((reading) => readAll(grid, reading, DAYS, DAYS))
  const mean = perReading((reading) => {
    const { cell } = summarize(grid, reading, { kind: 'mean' })
    for (let column = 0; column < SEEN.columns; column++) cell(column)
  })
  return { parse, build, ratio: build / parse, seen, whole, mean }
}

function readAll(grid: CohortGrid, reading: Reading, rows: number, columns: number): number {
  let sum = 0
  for (let row = 0; row < rows; row++)
    for (let column = 0; column < columns; column++)
      sum += readCell(grid, row, column, reading).value ?? 0
  return sum
}

async function ask(from: number, to: number): Promise<CohortsAnswer> {
  const { signal } = new AbortController()
  const path = `/analytics/cohorts?mode=by_days&grouping=day&cohort_from=${from}&cohort_to=${to}`
  const response = await sandbox.fetcher(path, { method: 'GET', headers: {}, signal })
  if (!response.ok) throw new Error(`${response.status} ${await response.text()}`)
  return response.json() as Promise<CohortsAnswer>
}

/** The answer with every row as full as its first. */
function square(answer: CohortsAnswer): CohortsAnswer {
  const [{ users, periods } = { users: 0, periods: [] }] = answer.cohorts
  return { ...answer, cohorts: answer.cohorts.map((row) => ({ ...row, users, periods })) }
}

function timed<Result>(work: () => Result): [number, Result] {
  const start = performance.now()
  const result = work()
  return [performance.now() - start, result]
}
