import { resolve } from 'node:path'
import { parseArgs } from 'node:util'
import { serve } from '../../scripts/serve.ts'
import { createApp } from './app.ts'
import { openProjects } from './projects.ts'

try {
  const { port, transactions } = readFlags()
  const secretKey = process.env['QONVERSION_SECRET_KEY']
  const app = createApp(await openProjects({ transactions, secretKey }))
  const { url } = await serve(async (request) => app.fetch(request), { port })
  console.log(`The admin panel is at ${url}`)
} catch (error) {
  console.error(error instanceof Error ? error.message : error)
  process.exit(1)
}

function readFlags(): { port: number; transactions: string | undefined } {
  const { values } = parseArgs({
    options: { port: { type: 'string', default: '5180' }, transactions: { type: 'string' } },
  })
  const port = Number(values.port)
  if (!/^\d+$/.test(values.port) || port > 65_535)
    throw new Error(`--port takes a whole number from 0 to 65535, not ${values.port}.`)
  // npm runs this at the top of the checkout; a path is meant from where npm was called.
  const from = process.env['INIT_CWD'] ?? ''
  return { port, transactions: values.transactions && resolve(from, values.transactions) }
}
