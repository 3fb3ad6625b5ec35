import { readAllow, type Allowed, type Offer } from './allow.ts'
import type { AuditEntry } from './audit.ts'
import type { Authorize, FailureContext } from './grant.ts'
import { createQueue, type Concurrency, type Queue } from './queue.ts'

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
   * What may be asked for at all, before anyone is: `reads` is every read, `reads:cohorts` those of a section; a write only by
   * its id. The name of a secret field lets a grant keep it in answers. A grant narrows this and never widens it.
   * @default ['reads']
   */
  readonly allow?: readonly Allowed[]
  /**
   * Address of the API, or of the granted project's.
   * @default 'https://api.qonversion.io/v4'
   */
  readonly upstream?: string | ((project: string) => string)
  /**
   * Other origins whose pages may call this handler with the viewer's session, for example `https://admin.example.com`: they
   * may write, and their browsers let them read answers (CORS). Also the page's own, where a proxy changes the Host header.
   * @default []
   */
  readonly origins?: readonly string[]
  /**
   * Hosts of export files, for example `files.example.com`: an address passes only when it is https and on one of them, or on
   * the upstream's own. `onError` names a host that was refused.
   * @default []
   */
  readonly exportHosts?: readonly string[]
  /**
   * Longest body of a request, in bytes.
   * @default 262_144
   */
  readonly maxBodyBytes?: number
  /**
   * How long a request may take from its arrival to the end of its answer, in milliseconds; less than the provider's
   * `timeout`, so that a page learns what happened.
   * @default 25_000
   */
  readonly timeout?: number
  /** How many calls to the API may be under way and wait, in this process. */
  readonly concurrency?: Partial<Concurrency>
  /** @default globalThis.fetch */
  readonly fetch?: typeof globalThis.fetch
  /**
   * Told what failed behind an answer of 500, 502 or 504, which itself says no more than a viewer may know. It gets a copy with
   * name, message, code, stack and causes, in which keys are taken out. It is not waited for.
   */
  readonly onError?: (error: unknown, context: FailureContext) => unknown
  /** Told of each request once its answer is ready: who, what, with what outcome. It is not waited for, and its failure goes to `onError`. */
  readonly audit?: (entry: AuditEntry) => unknown
}

/** `HandlerOptions` checked once, with everything per project a function. */
export interface Settings {
  readonly basePath: string
  readonly authorize: Authorize
  readonly offer: Offer
  readonly keyOf: (project: string) => Promise<string>
  readonly upstreamOf: (project: string) => string
  readonly origins: ReadonlySet<string>
  readonly exportHosts: ReadonlySet<string>
  readonly maxBodyBytes: number
  readonly timeout: number
  readonly queue: Queue
  readonly fetch: typeof globalThis.fetch
  readonly onError: (error: unknown, context: FailureContext) => unknown
  readonly audit: ((entry: AuditEntry) => unknown) | undefined
}

/** Checks the options of a handler. Throws with a sentence that says what to give, never with a value. */
export function readOptions({
  basePath = '/api/qonversion',
  secretKey,
  authorize,
  allow = ['reads'],
  upstream = 'https://api.qonversion.io/v4',
  origins = [],
  exportHosts = [],
  maxBodyBytes = 262_144,
  timeout = 25_000,
  concurrency = {},
  fetch = (input, init) => globalThis.fetch(input, init),
  onError = () => undefined,
  audit,
}: HandlerOptions): Settings {
  if (typeof authorize !== 'function')
    throw wrong(
      'needs authorize: without it whoever reaches the address could read the whole project. Give a function that ' +
        'checks the session of its request and returns { project } or false',
    )
  if (basePath !== '' && !basePath.startsWith('/')) throw wrong('basePath must begin with a slash')
  if (typeof secretKey !== 'function') checkKey(secretKey)
  if (typeof upstream !== 'function') checkAddress(upstream)
  const { perGrant = 8, perProject = 32, waiting = 1_000 } = concurrency
  for (const [name, count] of Object.entries({ maxBodyBytes, timeout, perGrant, perProject }))
    if (!(count > 0)) throw wrong(`${name} must be a number above 0`)
  return {
    basePath: basePath.replace(/\/+$/, ''),
    authorize,
    offer: readAllow(allow),
    keyOf: async (project) =>
      checkKey(typeof secretKey === 'function' ? await secretKey(project) : secretKey),
    upstreamOf: (project) =>
      checkAddress(typeof upstream === 'function' ? upstream(project) : upstream),
    origins: new Set(origins.map(checkOrigin)),
    exportHosts: new Set(exportHosts.map(checkHost)),
    maxBodyBytes,
    timeout,
    queue: createQueue({ perGrant, perProject, waiting }),
    fetch,
    onError,
    audit,
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
  const isAddress = /^https?:\/\//.test(text) && URL.canParse(text) && !/[?#\\]/.test(text)
  if (!isAddress || new URL(text).username !== '')
    throw wrong(
      'upstream must be an http(s) address without query, for example https://api.qonversion.io/v4',
    )
  return text.replace(/\/+$/, '')
}

function checkOrigin(origin: string): string {
  if (!URL.canParse(origin) || new URL(origin).origin !== origin || !/^https?:/.test(origin))
    throw wrong(
      'origins must be scheme and host and nothing else, for example https://admin.example.com; * would trust every site',
    )
  return origin
}

function checkHost(host: string): string {
  const address = `https://${host}`
  if (!URL.canParse(address) || new URL(address).host !== host.toLowerCase())
    throw wrong(
      'exportHosts must be names of hosts without scheme and path, for example files.example.com',
    )
  return host.toLowerCase()
}

const wrong = (sentence: string) => new Error(`createHandler ${sentence}.`)
