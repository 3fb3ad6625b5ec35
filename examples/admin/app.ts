import { serveStatic } from '@hono/node-server/serve-static'
import { Hono, type Context, type Next } from 'hono'
import { secureHeaders } from 'hono/secure-headers'
import { createHandler } from 'qonversion-react/server'
import { experimentRoutes } from './experiments/routes.ts'
import type { Project } from './projects.ts'
import { authorizeIn, WRITES } from './rights.ts'

const OWN_NAMES = new Set(['127.0.0.1', 'localhost', '[::1]'])

/** The panel's server as a Web-standard app: the built page, its projects, and the handler that alone knows their keys. */
export function createApp(projects: readonly Project[]): Hono {
  const find = (id: string) => projects.find(({ page }) => page.id === id)
  const handler = createHandler({
    authorize: authorizeIn(projects),
    allow: ['reads', ...WRITES],
    secretKey: (project) => find(project)!.secretKey,
    upstream: (project) => find(project)!.upstream,
    onError: (error, { operation }) => console.error(`${operation}: ${String(error)}`),
  })

  const app = new Hono()
  // A page of another site that has its name point here must not read a project with this server's key.
  app.use(async (c, next) => {
    const { hostname } = new URL(c.req.url)
    return OWN_NAMES.has(hostname) ? next() : c.text('This server answers on loopback only.', 403)
  })
  app.use(
    secureHeaders({
      strictTransportSecurity: false,
      contentSecurityPolicy: {
        defaultSrc: ["'self'"],
        imgSrc: ["'self'", 'data:'],
        objectSrc: ["'none'"],
        baseUri: ["'none'"],
        formAction: ["'none'"],
        frameAncestors: ["'none'"],
      },
    }),
  )
  app.get('/api/projects', (c) => c.json(projects.map(({ page }) => page)))
  app.route('/api/experiments', experimentRoutes(projects))
  app.all('/api/qonversion/*', (c) => handler(c.req.raw))
  // The page is asked for anew each time; what it loads has its content in its name.
  app.use('/assets/*', (c, next) => cached(c, next, 'public, max-age=31536000, immutable'))
  app.get('/', (c, next) => cached(c, next, 'no-cache'))
  app.use(serveStatic({ root: `${import.meta.dirname}/dist` }))
  return app
}

async function cached(c: Context, next: Next, rule: string): Promise<void> {
  await next()
  if (c.res.ok) c.header('cache-control', rule)
}
