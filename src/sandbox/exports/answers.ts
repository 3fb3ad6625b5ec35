import type { CreateExportInput } from '../../resources/exports/types.ts'
import type { Answer, Answers } from '../answer.types.ts'
import type { History } from '../history.ts'
import { isoInstant } from '../instant.ts'
import { wholeList } from '../pages.ts'
import { Reply } from '../reply.ts'
import type { Store } from '../store.ts'
import { downloadPath, expiryOf } from './download.ts'
import { advance, createJob, jobsOf, type Job } from './jobs.ts'

const createExport: Answer = (history, input, now, store, origin) => {
  const job = createJob(input as CreateExportInput, history, now, store)
  return new Reply(202, view(job, history, now, store, origin, false))
}

const listExports: Answer = (history, _, now, store, origin) => {
  const jobs = jobsOf(store, now).list().toReversed()
  const data = jobs.map((job) => view(job, history, now, store, origin, false))
  return wholeList('/v4/exports/history', data)
}

const getExport: Answer = (history, input, now, store, origin) =>
  view(jobsOf(store, now).get(String(input['export_id'])), history, now, store, origin, true)

function view(
  asked: Job,
  history: History,
  now: number,
  store: Store,
  origin: string,
  isPoll: boolean,
) {
  const { job, status } = advance(asked, history, now, store, isPoll)
  const { id, outcome } = job
  const isDone = outcome !== null && outcome.error === null
  return {
    object: 'export',
    id,
    url: `/v4/exports/${id}`,
    resource: job.resource,
    format: job.format,
    status,
    created_at: isoInstant(job.createdAt),
    finished_at: outcome && isoInstant(outcome.finishedAt),
    download_url: isDone ? origin + downloadPath(id, outcome.finishedAt) : null,
    expires_at: isDone ? isoInstant(expiryOf(outcome.finishedAt)) : null,
    rows: outcome && outcome.rows,
    error_message: outcome && outcome.error,
  }
}

/** Answers of the Exports section. */
export const exportAnswers: Answers = {
  v4CreateExport: createExport,
  v4ListExports: listExports,
  v4GetExport: getExport,
}
