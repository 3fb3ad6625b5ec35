import {
  QonversionApiError,
  QonversionError,
  ResponseShapeError,
  TransportError,
} from '../core/errors.ts'
import { execute } from '../core/execute.ts'
import type { Fetcher } from '../core/fetcher.ts'
import type { Operation } from '../core/operation.ts'
import { collectId, questionOf, readsInOrder, type Found } from './plan.ts'

/**
 * How a read went: `fits`, `partly` (rows were set aside), `unknown` layout, `refused` by the API, `keyRefused` (the API does not know the
 * key), `unasked` after that, `unanswered`, or `skipped` for want of an id or of what is asked for.
 */
export type Outcome =
  | 'fits'
  | 'partly'
  | 'unknown'
  | 'refused'
  | 'keyRefused'
  | 'unasked'
  | 'unanswered'
  | 'skipped'

/** One read and what came of it. */
export interface Finding {
  readonly operation: Operation
  readonly outcome: Outcome
  /** What happened, in words; never a value of the answer. */
  readonly detail: string
  /** What was asked; empty when nothing was. */
  readonly input: Readonly<Record<string, unknown>>
  /** The checked answer, where there is one. */
  readonly answer?: unknown
  /** The body as it came, where one came. */
  readonly raw?: unknown
}

/** Asks every read operation once, one after the other, until the API says that it does not know the key. `now` in Unix seconds. */
export async function examine(
  operations: readonly Operation[],
  fetcher: Fetcher,
  now: number,
  onFinding: (finding: Finding) => void = () => {},
): Promise<Finding[]> {
  const found: Found = new Map()
  const findings: Finding[] = []
  const reads = readsInOrder(operations)
  for (const operation of reads) {
    const question = questionOf(operation, found, now)
    const asked =
      'lacking' in question
        ? skipped(operation, question.lacking)
        : await ask(operation, question.input, fetcher)
    // A key that has opened something is known: the refusal is of this read alone.
    const isKnown = findings.some(({ answer }) => answer !== undefined)
    const finding: Finding =
      isKnown && asked.outcome === 'keyRefused' ? { ...asked, outcome: 'refused' } : asked
    collectId(operation, finding.answer, found)
    findings.push(finding)
    onFinding(finding)
    if (finding.outcome === 'keyRefused') break
  }
  return [...findings, ...reads.slice(findings.length).map(unasked)]
}

const unasked = (operation: Operation): Finding => ({
  operation,
  outcome: 'unasked',
  detail: '',
  input: {},
})

const skipped = (operation: Operation, lacking: string): Finding => ({
  operation,
  outcome: 'skipped',
  detail: `no list of the project gives an id for ${lacking}`,
  input: {},
})

async function ask(
  operation: Operation,
  input: Readonly<Record<string, unknown>>,
  fetcher: Fetcher,
): Promise<Finding> {
  let raw: unknown
  let setAside = 0
  const watched: Fetcher = async (path, init) => {
    const response = await fetcher(path, init)
    // The body again, for the sample: what cannot be read is told by execute.
    raw = await response
      .clone()
      .json()
      .catch(() => undefined)
    return response
  }
  try {
    const answer = await execute(operation, input, {
      fetcher: watched,
      onDrift: ({ rows }) => void (setAside += rows),
    })
    const outcome = setAside > 0 ? 'partly' : 'fits'
    const detail = setAside > 0 ? `${setAside} rows do not fit and were set aside` : ''
    return { operation, outcome, detail, input, answer, raw }
  } catch (error) {
    if (operation.id === 'v4GetStoreConfig' && isNotFound(error))
      return { operation, outcome: 'skipped', detail: 'the project does not sell there', input }
    return { operation, outcome: outcomeOf(error), detail: wordsOf(error), input, raw }
  }
}

const isNotFound = (error: unknown): boolean =>
  error instanceof QonversionApiError && error.status === 404

function outcomeOf(error: unknown): Outcome {
  if (error instanceof ResponseShapeError) return 'unknown'
  if (!(error instanceof QonversionApiError)) return 'unanswered'
  return error.status === 401 ? 'keyRefused' : 'refused'
}

function wordsOf(error: unknown): string {
  if (error instanceof ResponseShapeError)
    return error.problems.map(({ path, message }) => `${path || 'answer'}: ${message}`).join('; ')
  if (error instanceof QonversionApiError) return `${error.status} ${error.code}: ${error.message}`
  // The message of a transport error speaks to a page about its host's fetcher; here there is none.
  if (error instanceof TransportError) return causesOf(error)
  return error instanceof QonversionError ? error.message : String(error)
}

/** What stands behind an error, the deepest reason last: `fetch failed: connect ECONNREFUSED 127.0.0.1:443`. */
function causesOf({ cause }: Pick<Error, 'cause'>): string {
  if (cause instanceof AggregateError) return causesOf({ cause: cause.errors[0] })
  if (!(cause instanceof Error)) return String(cause)
  const deeper = cause.cause === undefined ? '' : causesOf(cause)
  return [cause.message, deeper].filter(Boolean).join(': ')
}
