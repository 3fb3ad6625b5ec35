import { replaceEqualDeep } from '@tanstack/react-query'
import { createSandbox } from '../src/entries/sandbox.ts'
import { buildCohortGrid } from '../src/resources/cohorts/grid.build.model.ts'
import type { CohortsAnswer } from '../src/resources/cohorts/types.ts'
import { median, time } from './timing.ts'

// What structural sharing of a refetched answer costs, as a ratio to JSON.parse of the same text. It pays only where the
// answer came back equal and making again what is drawn from it costs clearly more than comparing; for the cohort table
// that is printed beside it. Where it does not, and the comparison takes tens of milliseconds, an operation is `isLarge`.
const ROUNDS = 9
const DAY = 86_400
const now = new Date('2026-04-22T00:00:00Z')
const to = now.getTime() / 1000
const from = to - 365 * DAY
const sandbox = createSandbox({ seed: 1, now, customers: 20_000 })

const QUESTIONS = {
  'cohorts, 365 x 365': `/analytics/cohorts?mode=by_days&grouping=day&cohort_from=${from}&cohort_to=${to}`,
  'ltv, 365 days by country': `/analytics/ltv?segment=country&cohort_from=${from}&cohort_to=${to}`,
  'chart, 365 days by country': `/analytics/charts/sales?segmentation=country&from=${from}&to=${to}`,
  'chart, 8,760 hours': `/analytics/charts/sales?unit=hour&from=${from}&to=${to}`,
}

for (const [name, path] of Object.entries(QUESTIONS)) {
  const text = await ask(path)
  const isCohorts = name.startsWith('cohorts')
  const parse = (): unknown => JSON.parse(text)
  const before = parse()
  // A refetch that is equal, and one in which the last figure of every list has moved, as open periods do.
  const moved = JSON.stringify(before, (_, value: unknown) =>
    Array.isArray(value) && value.length > 1 ? [...value.slice(0, -1), move(value.at(-1))] : value,
  )
  const rounds = Array.from({ length: ROUNDS }, () => {
    const [equal, changed] = [parse(), JSON.parse(moved) as unknown]
    return {
      parse: time(parse),
      equal: time(() => replaceEqualDeep(before, equal)),
      changed: time(() => replaceEqualDeep(before, changed)),
      draw: isCohorts ? time(() => buildCohortGrid(equal as CohortsAnswer, { now: to })) : 0,
    }
  })
  const ratio = (part: 'equal' | 'changed' | 'draw') =>
    median(rounds.map((round) => round[part] / round.parse)).toFixed(2)
  const milliseconds = (part: 'parse' | 'equal') =>
    median(rounds.map((round) => round[part])).toFixed(1)
  console.log(
    `sharing: ${name} (${(text.length / 1e6).toFixed(2)} MB): ${ratio('equal')} times JSON.parse when equal, ` +
      `${ratio('changed')} when changed${isCohorts ? `; making the grid again ${ratio('draw')}` : ''} ` +
      `(median of ${ROUNDS} rounds; ${milliseconds('equal')} ms against ${milliseconds('parse')} ms)`,
  )
}

async function ask(path: string): Promise<string> {
  const { signal } = new AbortController()
  const response = await sandbox.fetcher(path, { method: 'GET', headers: {}, signal })
  if (!response.ok) throw new Error(`${response.status} ${await response.text()}`)
  return response.text()
}

function move(value: unknown): unknown {
  if (typeof value === 'number') return value + 1
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return value
  return Object.fromEntries(
    Object.entries(value).map(([key, part]) => [key, typeof part === 'number' ? part + 1 : part]),
  )
}
