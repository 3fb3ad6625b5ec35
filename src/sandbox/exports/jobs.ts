import type { CreateExportInput } from '../../resources/exports/types.ts'
import type { History } from '../history.ts'
import { Problem } from '../problem.ts'
import type { Collection, Resource, Store } from '../store.ts'
import { linesOf } from './lines.ts'
import { chosenCustomers, missingSegments } from './segments.ts'

/** An export as it was asked for. Times in unix seconds. */
export interface Job extends Resource {
  readonly resource: CreateExportInput['resource']
  readonly format: 'csv' | 'json'
  readonly from: number | null
  readonly to: number | null
  readonly segments: readonly string[]
  /** Also what the file shows: nothing that happened at or after it. */
  readonly createdAt: number
  /** How often it was asked for. */
  readonly polls: number
  /** Set once it is over. */
  readonly outcome: Outcome | null
}

/** How an export ended: with so many rows, or with the reason why there are none. */
export interface Outcome {
  readonly finishedAt: number
  readonly rows: number | null
  /** Whom its segments selected when the file was written: they may change or go later. */
  readonly chosen: ReadonlySet<string> | null
  readonly error: string | null
}

const HOUR = 3600

/** The exports of the project. Three are there from the start, made in the days before `now`: two files and a failure. */
export function jobsOf(store: Store, now: number): Collection<Job> {
  return store.collection('export', () => {
    const before = (id: string, hours: number, asked: Partial<Job>): Job => ({
      ...startJob(id, { resource: 'customers' }, Math.floor(now) - hours * HOUR),
      ...asked,
    })
    return [
      before('exp_earlier_1', 50, { resource: 'purchases', format: 'json' }),
      // A range that was typed wrong: it begins years after the present.
      before('exp_earlier_2', 26, { resource: 'events', from: Math.floor(now) + 100_000 * HOUR }),
      before('exp_earlier_3', 2, {}),
    ]
  })
}

/** Starts an export. Throws a 422 for a range that runs backwards and for segments that do not exist. */
export function createJob(
  input: CreateExportInput,
  history: History,
  now: number,
  store: Store,
): Job {
  const { from, to, segments = [] } = input
  if (from !== undefined && to !== undefined && from >= to)
    throw new Problem('validation_error', 'The range of the export runs backwards.', [
      { field: 'from', message: 'must lie before to' },
    ])
  const missing = missingSegments(segments, history, store)
  if (missing) throw missing
  return jobsOf(store, now).put(startJob(`exp_${store.next('export')}`, input, now))
}

const startJob = (id: string, input: CreateExportInput, now: number): Job => ({
  id,
  resource: input.resource,
  format: input.format ?? 'csv',
  from: input.from ?? null,
  to: input.to ?? null,
  segments: input.segments ?? [],
  createdAt: now,
  polls: 0,
  outcome: null,
})

/** From when on a job counts as begun and as over: after so many seconds, or when it was asked for so often before. */
const BEGUN = { seconds: 2, polls: 0 }
const OVER = { seconds: 8, polls: 2 }

/**
 * Where a job stands. It moves on with the sandbox's `now` and, because that may stand still, with each poll: the answer
 * to the request that made it says New, the first and second poll Processing, the third Done or Failed, or time does.
 */
export function advance(
  job: Job,
  history: History,
  now: number,
  store: Store,
  isPoll: boolean,
): { readonly job: Job; readonly status: string } {
  const age = now - job.createdAt
  const isPast = (mark: typeof OVER) =>
    age >= mark.seconds || (isPoll && job.polls >= mark.polls) || job.polls > mark.polls
  const isOver = job.outcome !== null || isPast(OVER)
  const next: Job = {
    ...job,
    polls: job.polls + (isPoll ? 1 : 0),
    outcome: job.outcome ?? (isOver ? finish(job, history, now, store) : null),
  }
  if (isPoll || isOver) jobsOf(store, now).put(next)
  const ended = (next.outcome?.error ?? null) === null ? 'Done' : 'Failed'
  return { job: next, status: isOver ? ended : isPast(BEGUN) ? 'Processing' : 'New' }
}

function finish(job: Job, history: History, now: number, store: Store): Outcome {
  const finishedAt = Math.floor(Math.min(now, job.createdAt + OVER.seconds))
  const failed = (error: string): Outcome => ({ finishedAt, rows: null, chosen: null, error })
  if (job.from !== null && job.from >= job.createdAt)
    return failed('The range begins after the present: there is nothing to export yet.')
  const missing = missingSegments(job.segments, history, store)
  if (missing) return failed('A segment of this export was deleted before the file was written.')
  const chosen = chosenCustomers(job.segments, history, job.createdAt, store)
  return { finishedAt, rows: linesOf(job, chosen, history, store).length, chosen, error: null }
}
