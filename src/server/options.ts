import type { OperationId, OperationInfo } from '../core/operation.ts'
import { operations } from '../resources/all.ts'

/** What `authorize` decides on. */
export interface AuthorizeQuestion {
  readonly operation: OperationInfo
  /** The checked input; changing it changes nothing of the request. */
  readonly input: Readonly<Record<string, unknown>>
  /** The viewer's request, for its session. Its body is read already: it is the input. */
  readonly request: Request
}

/** The viewer may have this, of this project. */
export interface Grant {
  /** The host's name of the project, never empty: picks the key and the upstream. */
  readonly project: string
  /** Who asks, for the host's log. */
  readonly viewer?: string | undefined
}

/** A grant, or a refusal: `deny` is the sentence the viewer reads. */
export type Decision = Grant | { readonly deny: string } | false | null

/** The host's decision for each request; it is asked every time and nothing is remembered. */
export type Authorize = (question: AuthorizeQuestion) => Decision | Promise<Decision>

/** What is known of a request when something of the host or the upstream failed. */
export interface FailureContext extends Partial<Grant> {
  readonly operation: OperationId
}

/** Options of `createHandler`. */
export interface HandlerOptions {
  /**
   * Path that the handler stands under.
   * @default '/api/qonversion'
   */
  readonly basePath?: string
  /** The Secret Key, or the one of a granted project. */
  readonly secretKey: string | ((project: string) => string | Promise<string>)
  /** Says who may do what with which project. */
  readonly authorize: Authorize
  /**
   * What may be asked for at all, before anyone is: `reads` is every read, a write only by its id.
   * @default ['reads']
   */
  readonly allow?: readonly ('reads' | OperationId)[]
  /**
   * Address of the API, or of the granted project's.
   * @default 'https://api.qonversion.io/v4'
   */
  readonly upstream?: string | ((project: string) => string)
  /** @default globalThis.fetch */
  readonly fetch?: typeof globalThis.fetch
  /** Told what failed behind an answer of 500 or 502, which itself says no more than a viewer may know. */
  readonly onError?: (error: unknown, context: FailureContext) => void
}

/** `HandlerOptions` checked once, with everything per project a function. */
export interface Settings {
  readonly basePath: string
  readonly authorize: Authorize
  readonly allow: ReadonlySet<string>
  readonly keyOf: (project: string) => Promise<string>
  readonly upstreamOf: (project: string) => string
  readonly fetch: typeof globalThis.fetch
  readonly onError: (error: unknown, context: FailureContext) => void
}

/** Checks the options of a handler. Throws with a sentence that says what to give, never with a value. */
export function readOptions({
  basePath = '/api/qonversion',
  secretKey,
  authorize,
  allow = ['reads'],
  upstream = 'https://api.qonversion.io/v4',
  fetch = (input, init) => globalThis.fetch(input, init),
  onError = () => undefined,
}: HandlerOptions): Settings {
  if (typeof authorize !== 'function')
    throw wrong(
      'needs authorize: without it whoever reaches the address could read the whole project. Give a function that ' +
        'checks the session of its request and returns { project } or false',
    )
  if (basePath !== '' && !basePath.startsWith('/')) throw wrong('basePath must begin with a slash')
  const known = new Set<string>(['reads', ...operations.map((operation) => operation.id)])
  const stranger = allow.find((name) => !known.has(name))
  if (stranger) throw wrong(`allow names ${stranger}, which no operation of this version is called`)
  if (typeof secretKey !== 'function') checkKey(secretKey)
  if (typeof upstream !== 'function') checkAddress(upstream)
  return {
    basePath: basePath.replace(/\/+$/, ''),
    authorize,
    allow: new Set(allow),
    keyOf: async (project) =>
      checkKey(typeof secretKey === 'function' ? await secretKey(project) : secretKey),
    upstreamOf: (project) =>
      checkAddress(typeof upstream === 'function' ? upstream(project) : upstream),
    fetch,
    onError,
  }
}

function checkKey(key: unknown): string {
  // A header refuses other characters with an error that quotes the key.
  const trimmed = typeof key === 'string' ? key.trim() : ''
  if (!/^[\x21-\x7e]+$/.test(trimmed))
    throw wrong(
      'needs secretKey: the Secret Key of the project as one line of text, or a function that returns it for a project. ' +
        'Read it from the environment, for example QONVERSION_SECRET_KEY, and look that it is set',
    )
  return trimmed
}

function checkAddress(address: unknown): string {
  const text = typeof address === 'string' ? address : ''
  if (!/^https?:\/\//.test(text) || !URL.canParse(text) || /[?#]/.test(text))
    throw wrong(
      'upstream must be an http(s) address without query, for example https://api.qonversion.io/v4',
    )
  return text.replace(/\/+$/, '')
}

const wrong = (sentence: string) => new Error(`createHandler ${sentence}.`)
