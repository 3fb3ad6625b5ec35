/** Header that a page of another site cannot send without being asked for first; `execute` sends it with each write. */
export const CUSTOM_HEADER = 'x-requested-with'

/**
 * Why a write is not the page's own, or null. Another site can send neither JSON nor a header of its own without a
 * preflight; `Origin` and `Sec-Fetch-Site` say where a request comes from, each must fit where it is sent, and one of
 * them must be.
 */
export function foreignness(request: Request, origins: ReadonlySet<string>): string | null {
  const { headers } = request
  if (!/^application\/json\s*(?:;|$)/i.test(headers.get('content-type') ?? ''))
    return 'A write must come as application/json: what a form of another site can send is refused.'
  if (!headers.get(CUSTOM_HEADER))
    return `A write must carry the header ${CUSTOM_HEADER}, as the fetcher of qonversion-react sends it: pass on the headers it is given.`
  const origin = headers.get('origin')
  if (origin !== null && origins.has(origin)) return null
  const site = headers.get('sec-fetch-site')
  if (origin === null && site === null)
    return 'A write must say where it comes from, by Origin or Sec-Fetch-Site. Browsers do; a proxy on the way must not take both out.'
  const isOwnOrigin = origin === null || isOfHost(origin, request)
  if (!isOwnOrigin || (site !== null && site !== 'same-origin'))
    return (
      'A write must come from the page of this server, not from another site. If this is your own page, name its origin ' +
      'in origins of createHandler.'
    )
  return null
}

/**
 * True for the origin of the host that was asked: as the browser named it in `Host`, which no page can change and which
 * Next.js leaves out of the address, or as the address has it, where a trusted proxy said it. The scheme may differ: TLS
 * often ends in front of this server.
 */
function isOfHost(origin: string, { url, headers }: Request): boolean {
  if (!URL.canParse(origin) || !/^https?:/.test(origin)) return false
  const { protocol, host } = new URL(origin)
  const asked = [new URL(url).host, headers.get('host') ?? '']
  return asked.some((name) => {
    const address = `${protocol}//${name}`
    return URL.canParse(address) && new URL(address).host === host
  })
}

/** Headers that let the page of a named origin read an answer; none for any other, so that its browser refuses. */
export function corsHeaders(
  request: Request,
  origins: ReadonlySet<string>,
): Record<string, string> {
  if (origins.size === 0) return {}
  const origin = request.headers.get('origin')
  if (origin === null || !origins.has(origin)) return { vary: 'origin' }
  return {
    vary: 'origin',
    'access-control-allow-origin': origin,
    'access-control-allow-credentials': 'true',
    'access-control-expose-headers': 'retry-after, x-qon-pagination-restarted',
  }
}

/** The answer to a browser that asks whether a page of a named origin may send its request; null for any other request. */
export function preflight(request: Request, origins: ReadonlySet<string>): Response | null {
  const origin = request.headers.get('origin')
  const isAsked = request.headers.has('access-control-request-method')
  if (request.method !== 'OPTIONS' || !isAsked || origin === null || !origins.has(origin))
    return null
  return new Response(null, {
    status: 204,
    headers: {
      ...corsHeaders(request, origins),
      'access-control-allow-methods': 'GET, POST, PUT, PATCH, DELETE',
      // The host's own headers among them: whoever is named is trusted with the viewer's session already.
      'access-control-allow-headers': request.headers.get('access-control-request-headers') ?? '',
      'access-control-max-age': '600',
    },
  })
}
