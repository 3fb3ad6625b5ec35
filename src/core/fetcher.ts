/** What a fetcher is given beside the path. */
export interface FetcherInit {
  readonly method: string
  readonly headers: Record<string, string>
  readonly body?: string
  readonly signal: AbortSignal
}

/**
 * The host's function that carries a request to its own backend. `path` is for example
 * `/analytics/cohorts?mode=by_days`: leading slash, encoded, query included, without `/v4`. It resolves for every status
 * and rejects only when there is no response.
 */
export type Fetcher = (path: string, init: FetcherInit) => Promise<Response>

/** Whose data a hook asks for and through which door: both parts or neither, so that no two backends share cache entries. */
export interface Source {
  readonly fetcher: Fetcher
  /** Project, environment and viewer in one non-empty string; second part of every cache key. */
  readonly scope: string
}

/** Options of `createFetcher`. */
export interface CreateFetcherOptions {
  /** Where the host's handler stands, for example `/api/qonversion`. */
  readonly baseUrl: string
  /** Headers of the host's own (a session or CSRF token), fixed or asked for before each request. Never a Qonversion key. */
  readonly headers?:
    | Record<string, string>
    | (() => Record<string, string> | Promise<Record<string, string>>)
  /** @default globalThis.fetch */
  readonly fetch?: typeof globalThis.fetch
}

/** Makes the short default fetcher over `fetch`. Throws when it is given a Qonversion key, or the API itself as its target: keys stay on the server. */
export function createFetcher({ baseUrl, headers, fetch }: CreateFetcherOptions): Fetcher {
  refuseKey('baseUrl', baseUrl)
  refuseApi(baseUrl)
  if (typeof headers === 'object') refuseKeys(headers)
  const base = baseUrl.replace(/\/+$/, '')
  return async (path, init) => {
    const own = typeof headers === 'function' ? await headers() : headers
    if (typeof headers === 'function') refuseKeys(own ?? {})
    return (fetch ?? globalThis.fetch)(`${base}${path}`, {
      ...init,
      headers: { ...init.headers, ...own },
    })
  }
}

/** True when a text holds a Qonversion Secret Key, `sk_…` or `test_sk_…`; false for the locale `sk_SK`. */
export const holdsKey = (text: string): boolean => /(?:^|[^A-Za-z0-9])sk_\w{6}/.test(text)

function refuseKeys(headers: Record<string, string>): void {
  for (const [name, value] of Object.entries(headers)) refuseKey(`header ${name}`, value)
}

function refuseApi(baseUrl: string): void {
  const somewhere = 'https://page.invalid'
  const host = URL.canParse(baseUrl, somewhere) ? new URL(baseUrl, somewhere).hostname : ''
  if (host.replace(/\.$/, '') !== 'api.qonversion.io') return
  throw new Error(
    'createFetcher was given api.qonversion.io as its baseUrl. The API answers only with the Secret Key, which a page must ' +
      'never hold. Mount createHandler of qonversion-react/server on your own server and point baseUrl at it: ' +
      'node_modules/qonversion-react/README.md#embed-it-in-60-seconds shows how.',
  )
}

function refuseKey(where: string, text: string): void {
  if (!holdsKey(text)) return
  throw new Error(
    `createFetcher was given a Qonversion Secret Key (${where}). Whoever opens the page could read it and do everything ` +
      `with the project. Put the key into createHandler of qonversion-react/server and point baseUrl at that handler.`,
  )
}
