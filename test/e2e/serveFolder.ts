import { serveStatic } from '@hono/node-server/serve-static'
import { Hono } from 'hono'
import { serve, type Served } from '../../scripts/serve.ts'

/** Serves what was built on a free port of loopback; what has its content in its name is loaded once by a browser. */
export function serveFolder(root: string): Promise<Served> {
  const app = new Hono()
  app.use('/assets/*', async (c, next) => {
    await next()
    if (c.res.ok) c.header('cache-control', 'public, max-age=31536000, immutable')
  })
  // Browsers ask for it by themselves.
  app.get('/favicon.ico', (c) => c.body(null, 204))
  app.use(serveStatic({ root }))
  return serve(async (request) => app.fetch(request))
}
