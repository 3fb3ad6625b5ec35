import { serve } from '@hono/node-server'
import { parseArgs } from 'node:util'
import { createApp } from './app.ts'
import { openProjects } from './projects.ts'

try {
  const { port, transactions } = options()
  const { projects } = await openProjects({
    transactions,
    secretKey: process.env['QONVERSION_SECRET_KEY'],
  })
  const server = serve(
    { fetch: createApp(projects).fetch, hostname: '127.0.0.1', port },
    (address) => console.log(`The admin panel is at http://127.0.0.1:${address.port}`),
  )
  server.on('error', (error) => {
    if (!('code' in error) || error.code !== 'EADDRINUSE') throw error
    fail(`Port ${port} is in use. Choose another: npm start -- --port ${port + 1}`)
  })
} catch (error) {
  fail(error instanceof Error ? error.message : String(error))
}

function options(): { port: number; transactions: string | undefined } {
  const { values } = parseArgs({
    options: { port: { type: 'string', default: '5180' }, transactions: { type: 'string' } },
  })
  const port = Number(values.port)
  if (!Number.isInteger(port) || port < 0 || port > 65_535)
    throw new Error(`--port takes a number from 0 to 65535, not ${values.port}.`)
  return { port, transactions: values.transactions }
}

function fail(message: string): never {
  console.error(message)
  process.exit(1)
}
