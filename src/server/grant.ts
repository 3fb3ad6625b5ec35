import type { OperationId, OperationInfo } from '../core/operation.ts'
import { denied, failed } from './refusals.ts'
import type { Policy } from './policies.ts'
import type { SecretField } from './secrets.ts'

/** What `authorize` decides on. */
export interface AuthorizeQuestion {
  /** The operation that is asked for; `permissions` is the page asking what its viewer may do. */
  readonly operation: OperationInfo
  /** The checked input; changing it changes nothing of the request. */
  readonly input: Readonly<Record<string, unknown>>
  /** The viewer's request, for its session. Its body is read already: it is the input. */
  readonly request: Request
}

/** The viewer may have this, of this project. */
export interface Grant {
  /** The host's name of the project, never empty: picks the key and the upstream. Take it from the session, never from the request alone. */
  readonly project: string
  /** Who asks: for the audit, the host's log, and a fair share of the calls at once. */
  readonly viewer?: string | undefined
  /** What the viewer may call of what the handler's `allow` offers. Default: all of it. */
  readonly allow?: Policy | undefined
  /**
   * Fields that answers show masked, in any spelling, at any depth and as the name of a key and value pair; `email` is `_q_email` as well.
   * Addresses of export files are withheld as well: a file shows everything. Default: none.
   */
  readonly maskFields?: readonly string[] | undefined
  /** Secret fields that answers keep, of those that the handler's `allow` names. Default: none. */
  readonly secrets?: readonly SecretField[] | undefined
}

/** A grant, or a refusal: `deny` is the sentence the viewer reads, `viewer` says in the audit who was refused. */
export type Decision = Grant | { readonly deny: string; readonly viewer?: string } | false | null

/** The host's decision for each request; it is asked every time and nothing is remembered. */
export type Authorize = (question: AuthorizeQuestion) => Decision | Promise<Decision>

/** What is known of a request when something of the host or the upstream failed. */
export interface FailureContext {
  readonly operation: OperationId
  readonly project?: string
  readonly viewer?: string
}

/** Asks the host and reads its decision. `identify` is told who asks as soon as it is known. Throws a `Refusal` unless it is a grant. */
export async function grantOf(
  authorize: Authorize,
  question: AuthorizeQuestion,
  identify: (who: { project?: string; viewer?: string }) => void,
): Promise<Grant> {
  const decision: unknown = await Promise.resolve()
    .then(() => authorize(question))
    .catch((reason: unknown) => {
      throw failed('decide whether you may see this', reason)
    })
  if (!decision) throw denied(REFUSED)
  const isGrant = isObject(decision) && !('deny' in decision)
  if (isObject(decision) && typeof decision['viewer'] === 'string')
    identify({ viewer: decision['viewer'] })
  if (isObject(decision) && typeof decision['deny'] === 'string')
    throw denied(decision['deny'] || REFUSED)
  if (!isGrant || typeof decision['project'] !== 'string' || decision['project'] === '')
    throw undecided(
      'authorize returned neither a grant nor a refusal. A session alone says not which project may be read: return ' +
        '{ project: "…" }, or false, or { deny: "a sentence" }.',
    )
  identify({ project: decision['project'] })
  const { allow, maskFields = [], secrets = [] } = decision
  if (allow !== undefined && typeof allow !== 'function')
    throw undecided(
      'allow of the grant is no policy, so it would limit nothing. Give a function of the operation, for example readOnly().',
    )
  if (!isListOfTexts(maskFields) || !isListOfTexts(secrets))
    throw undecided('maskFields and secrets of a grant must be lists of names of fields.')
  return decision as unknown as Grant
}

const REFUSED = 'You may not see this part of the project.'

const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null

const isListOfTexts = (value: unknown): value is readonly string[] =>
  Array.isArray(value) && value.every((item) => typeof item === 'string')

const undecided = (sentence: string) =>
  failed('decide whether you may see this', new Error(sentence))
