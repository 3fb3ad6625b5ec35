import { createHandler } from '../src/entries/server.ts'
import { createSandbox } from '../src/entries/sandbox.ts'
import { serve } from './serve.ts'
import { median } from './timing.ts'

// What the handler costs beside a bare pass-through: the same questions over HTTP to the same sandbox, once through
// createHandler and once through a `fetch` that adds the key and returns what comes, in turns within one run.
const LIMIT = 1.5
const ROUNDS = 400
const secretKey = 'sk_sandbox_demo'
const now = new Date('2026-04-22T00:00:00Z')
const to = now.getTime() / 1000
const sandbox = createSandbox({ seed: 1, now, customers: 20_000, secretKey })
const upstream = await serve(sandbox.handle)

const handler = await serve(
  createHandler({
    secretKey,
    upstream: `${upstream.url}/v4`,
    authorize: () => ({ project: 'bench', viewer: 'bench' }),
    audit: () => undefined,
  }),
)
const passThrough = await serve(async (request) => {
  const { pathname, search } = new URL(request.url)
  const response = await fetch(
    `${upstream.url}/v4${pathname.slice('/api/qonversion'.length)}${search}`,
    {
      headers: { authorization: `Bearer ${secretKey}` },
    },
  )
  const headers = { 'content-type': response.headers.get('content-type') ?? '' }
  return new Response(await response.text(), { status: response.status, headers })
})

const QUESTIONS = {
  'cohorts by week': `/analytics/cohorts?cohort_from=${to - 90 * 86_400}&cohort_to=${to}`,
  'meta of cohorts': '/analytics/cohorts/meta',
  'a chart by day': `/analytics/charts/sales?from=${to - 90 * 86_400}&to=${to}`,
  'a page of customers': '/customers?limit=50',
  'a list of products': '/products',
}

const ratios: number[] = []
for (const [name, path] of Object.entries(QUESTIONS)) {
  const ask = async ({ url }: { url: string }): Promise<number> => {
    const start = performance.now()
    const response = await fetch(`${url}/api/qonversion${path}`)
    await response.text()
    if (!response.ok) throw new Error(`${path} was answered with ${response.status}.`)
    return performance.now() - start
  }
  const times = { handler: [] as number[], bare: [] as number[] }
  for (let round = -50; round < ROUNDS; round++) {
    // Which of the two goes first changes with each round: what warms the one must not cool the other.
    const first = round % 2 === 0
    const before = first ? await ask(handler) : await ask(passThrough)
    const after = first ? await ask(passThrough) : await ask(handler)
    if (round < 0) continue
    times.handler.push(first ? before : after)
    times.bare.push(first ? after : before)
  }
  const [through, bare] = [median(times.handler), median(times.bare)]
  ratios.push(through / bare)
  console.log(
    `handler: ${name}: ${(through / bare).toFixed(2)} times a bare pass-through ` +
      `(median of ${ROUNDS}: ${through.toFixed(2)} ms against ${bare.toFixed(2)} ms)`,
  )
}
await Promise.all([handler.close(), passThrough.close(), upstream.close()])

const most = Math.max(...ratios)
console.log(`handler: at most ${most.toFixed(2)} times a bare pass-through; promised is ${LIMIT}`)
if (most > LIMIT) process.exitCode = 1
