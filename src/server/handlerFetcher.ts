import type { Fetcher } from '../core/fetcher.ts'
import type { Handler } from './createHandler.ts'

// They describe the body of the page's own request, not of ours.
const OF_THE_BODY = [
  'content-length',
  'content-type',
  'content-encoding',
  'transfer-encoding',
  'expect',
]

/**
 * A fetcher that calls the handler in the same process, for rendering on the server. The viewer's request lends its
 * headers (cookie, authorization), so that `authorize` decides as it would for the browser; a write needs its `Origin` or
 * `Sec-Fetch-Site` as well.
 */
export function handlerFetcher(
  handler: Handler,
  viewer: Pick<Request, 'url' | 'headers'>,
): Fetcher {
  const { origin } = new URL(viewer.url)
  return (path, { method, headers, body, signal }) => {
    const all = new Headers(viewer.headers)
    for (const name of OF_THE_BODY) all.delete(name)
    for (const [name, value] of Object.entries(headers)) all.set(name, value)
    const url = `${origin}${handler.basePath}${path}`
    const request = new Request(url, {
      method,
      headers: all,
      signal,
      ...(body !== undefined && { body }),
    })
    return handler(request)
  }
}
