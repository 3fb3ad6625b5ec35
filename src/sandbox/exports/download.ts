import Papa from 'papaparse'
import { CSV_WRITING } from '../../core/csv.ts'
import type { History, World } from '../history.ts'
import { Problem } from '../problem.ts'
import { hash } from '../random.ts'
import type { Store } from '../store.ts'
import { jobsOf, type Job } from './jobs.ts'
import { FIELDS, linesOf } from './lines.ts'

/** How long a file can be fetched, in seconds. */
const LIFETIME = 24 * 3600

/** When the address of a finished export stops working, unix seconds. */
export const expiryOf = (finishedAt: number): number => finishedAt + LIFETIME

/** Address of a file below the sandbox's origin: whoever has it may fetch it, without a key, until it expires. */
export function downloadPath(id: string, finishedAt: number): string {
  const expires = expiryOf(finishedAt)
  return `/v4/exports/${id}/file?expires=${expires}&signature=${sign(id, expires)}`
}

const FILE = /^\/v4\/exports\/([a-zA-Z0-9._-]+)\/file$/

/** Answers an address made by `downloadPath` with the file; null for any other address. Throws `Problem` when it is over, or not what was signed. */
export function answerDownload(url: URL, world: World, now: number, store: Store): Response | null {
  const id = FILE.exec(url.pathname)?.[1]
  if (id === undefined) return null
  const expires = Number(url.searchParams.get('expires'))
  if (url.searchParams.get('signature') !== sign(id, expires))
    throw new Problem('control_forbidden', 'The address of this file is not signed by the project.')
  if (now >= expires)
    throw new Problem(
      'control_forbidden',
      'The address of this file has expired. Export again to get a new one.',
    )
  const job = jobsOf(store, now).get(id)
  const { format, resource } = job
  const headers = {
    'content-type': format === 'csv' ? 'text/csv; charset=utf-8' : 'application/json',
    'content-disposition': `attachment; filename="${resource}_${id}.${format}"`,
  }
  return new Response(write(job, world.at(now), store), { headers })
}

function write(job: Job, history: History, store: Store): string {
  const lines = linesOf(job, job.outcome?.chosen ?? null, history, store)
  if (job.format === 'json') return JSON.stringify(lines)
  const fields = [...FIELDS[job.resource]]
  return Papa.unparse({ fields, data: lines }, CSV_WRITING)
}

/** Stands in for a signature: two numbers that no one writes by chance, the same in every run. */
function sign(id: string, expires: number): string {
  const letters = Array.from(id, (letter) => letter.charCodeAt(0))
  return [1, 2].map((part) => hash(...letters, expires, part).toString(16)).join('')
}
