import { expect, test } from '@playwright/test'
import { spawn } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { createServer, type AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { ROOT } from '../../scripts/ensure.mjs'

let folder: string
test.beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'example-'))
})
test.afterEach(() => rmSync(folder, { recursive: true }))

/** Starts the example's server; resolves with what it prints first and a way to wait for its end. */
function server(...flags: string[]) {
  const child = spawn('node', ['examples/admin/server.ts', ...flags], {
    cwd: ROOT,
    // Node remarks on two wishes about colour that differ, and the test runner makes one.
    env: { ...process.env, NO_COLOR: undefined, FORCE_COLOR: undefined },
  })
  let said = ''
  child.stdout.on('data', (text) => (said += String(text)))
  child.stderr.on('data', (text) => (said += String(text)))
  const ended = new Promise<{ code: number | null; said: string }>((resolve) =>
    child.on('close', (code) => resolve({ code, said: said.trim() })),
  )
  return { said: () => said, ended, stop: () => child.kill() }
}

const csv = (...lines: string[]) => {
  const path = join(folder, 'log.csv')
  writeFileSync(path, `${lines.join('\n')}\n`)
  return path
}

test('prints its address in one line and answers there', async ({ request }) => {
  const panel = server('--port', '0')
  await expect.poll(panel.said).toMatch(/^.*http:\/\/127\.0\.0\.1:\d+\n$/)
  const url = /http:\S+/.exec(panel.said())![0]
  const page = await request.get(url)
  expect(page.status()).toBe(200)
  expect(page.headers()['content-security-policy']).toContain("default-src 'self'")
  expect(page.headers()['content-security-policy']).not.toContain('unsafe')
  expect(page.headers()['x-content-type-options']).toBe('nosniff')
  const rebound = await request.get(url, { headers: { host: 'attacker.example' } })
  expect(rebound.status()).toBe(403)
  panel.stop()
  await panel.ended
})

test('names a port in use and the flag that changes it', async () => {
  const taken = createServer().listen(0, '127.0.0.1')
  await new Promise((resolve) => taken.once('listening', resolve))
  const { port } = taken.address() as AddressInfo
  const { code, said } = await server('--port', String(port)).ended
  taken.close()
  expect(code).toBe(1)
  expect(said).toMatch(new RegExp(`^Port ${port} is in use\\..*--port.*$`))
})

test('puts another purchase log in the shop’s place', async ({ page }) => {
  const log = csv(
    'price,purchased_at,customer_id,note',
    '5.00,2024-02-29,a,first',
    '7.50,2024-03-01,a,again',
    '1.25,2024-03-02,b,first',
  )
  const panel = server('--port', '0', '--transactions', log)
  await expect.poll(panel.said).toContain('http')
  await page.goto(`${/http:\S+/.exec(panel.said())![0]}/?project=shop`)
  const rows = page.getByRole('row')
  await expect(rows.filter({ hasText: 'February 2024' })).toHaveText(/1.*\$5\.00.*\$7\.50/)
  await expect(rows.filter({ hasText: 'March 2024' })).toHaveText(/1.*\$1\.25/)
  panel.stop()
  await panel.ended
})

const unreadable = {
  'without a needed column': {
    lines: ['customer_id,purchased_at', 'a,2024-01-01'],
    says: /line 1: .*price/,
  },
  'with an unreadable price': {
    lines: ['customer_id,purchased_at,price', 'a,2024-01-01,5', 'b,2024-01-02,five'],
    says: /line 3: price is "five"/,
  },
  'with an unreadable date': {
    lines: ['customer_id,purchased_at,price', 'a,2024-02-30,5'],
    says: /line 2: purchased_at is "2024-02-30"/,
  },
  'without a purchase': { lines: ['customer_id,purchased_at,price'], says: /line 2: / },
}
for (const [name, { lines, says }] of Object.entries(unreadable))
  test(`a purchase log ${name} is one message, no stack`, async () => {
    const { code, said } = await server('--port', '0', '--transactions', csv(...lines)).ended
    expect(code).toBe(1)
    expect(said).toMatch(says)
    expect(said.split('\n')).toHaveLength(1)
  })

test('a purchase log that is not there, and a flag nobody knows, are one message each', async () => {
  const missing = await server('--transactions', join(folder, 'none.csv')).ended
  expect(missing.code).toBe(1)
  expect(missing.said).toMatch(/^The purchase log .*none\.csv cannot be opened\..*$/)
  const unknown = await server('--prot', '1').ended
  expect(unknown.code).toBe(1)
  expect(unknown.said).toMatch(/^.*--prot.*$/)
  const port = await server('--port', 'many').ended
  expect(port.said).toBe('--port takes a whole number from 0 to 65535, not many.')
})
