// @vitest-environment node
import { spawn, type ChildProcess } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { fileURLToPath } from 'node:url'
import Papa from 'papaparse'
import { afterAll, afterEach, describe, expect, it } from 'vitest'
import { serve } from '../../scripts/serve.ts'
import { createSandbox } from '../../src/entries/sandbox.ts'

const ROOT = fileURLToPath(new URL('../..', import.meta.url))
const folder = mkdtempSync(join(tmpdir(), 'sandbox-'))
const children: ChildProcess[] = []
afterEach(() => {
  for (const child of children.splice(0)) child.kill()
})
afterAll(() => rmSync(folder, { recursive: true }))

function start(...flags: string[]): ChildProcess {
  const child = spawn('node', ['scripts/sandbox.ts', ...flags], { cwd: ROOT })
  children.push(child)
  return child
}

/** The lines in which it says where it is, and what key it wants. */
async function linesOf(child: ChildProcess): Promise<readonly [string, string]> {
  const lines: string[] = []
  for await (const line of createInterface({ input: child.stdout! }))
    if (lines.push(line) === 2) return [lines[0]!, line]
  throw new Error('It ended without an address.')
}

const addressOf = async (child: ChildProcess): Promise<string> => (await linesOf(child))[0]

async function failureOf(child: ChildProcess): Promise<{ code: number | null; message: string }> {
  let message = ''
  child.stderr!.on('data', (text: Buffer) => (message += text.toString()))
  const code = await new Promise<number | null>((resolve) => child.on('close', resolve))
  return { code, message: message.trim() }
}

const write = (name: string, text: string): string => {
  const path = join(folder, name)
  writeFileSync(path, text)
  return path
}

const ask = (address: string, key = 'sk_sandbox_demo') =>
  fetch(`${address}/analytics/cohorts?mode=by_days&grouping=month`, {
    headers: { authorization: `Bearer ${key}` },
  })

describe('npm run sandbox', () => {
  it('prints its address and its key, and answers there with the key only', async () => {
    const [address, key] = await linesOf(start('--port', '0', '--customers', '200'))
    expect(address).toMatch(/^http:\/\/127\.0\.0\.1:\d+\/v4$/)
    expect((await ask(address, key.replace(/^Key: /, ''))).status).toBe(200)
    expect((await ask(address, 'sk_wrong')).status).toBe(401)
  })

  it('writes the event log and serves it', async () => {
    const file = join(folder, 'events.csv')
    const flags = ['--seed', '3', '--now', '2026-04-22T09:00:00Z', '--customers', '200']
    const address = await addressOf(start('--port', '0', ...flags, '--dump', file))
    const now = new Date('2026-04-22T09:00:00Z')
    const log = createSandbox({ seed: 3, now, customers: 200 }).log()
    const rows = Papa.parse<Record<string, string>>(readFileSync(file, 'utf8').trimEnd(), {
      header: true,
    }).data
    expect(rows).toHaveLength(log.length)
    expect(Object.keys(rows[0]!)).toEqual(Object.keys(log[0]!))
    expect(rows.map((row) => row['event_id'])).toEqual(log.map((row) => String(row.event_id)))
    expect((await ask(address)).status).toBe(200)
  })

  it('serves a purchase log, as of the midnight after its last purchase', async () => {
    const file = write(
      'shop.csv',
      'customer_id,purchased_at,price\na,1997-01-02,5\nb,1997-01-30,7\n',
    )
    const address = await addressOf(start('--port', '0', '--transactions', file))
    const answer = (await (await ask(address)).json()) as { cohort_to: number; total: unknown }
    expect(answer.cohort_to).toBe(Date.parse('1997-01-31') / 1000)
    expect(answer.total).toMatchObject({ users: 2, periods: [{ revenue: 12 }] })
  })

  it('waits before each answer when told to', async () => {
    const at = (delay: string) =>
      addressOf(start('--port', '0', '--customers', '10', '--delay', delay))
    const [prompt, slow] = await Promise.all([at('1'), at('600000')])
    const leaving = new AbortController()
    const waiting = fetch(slow, { signal: leaving.signal }).then(
      () => 'answered',
      () => 'left',
    )
    // Asked later and answered twice, while the other one waits.
    for (const _ of ['first', 'second']) expect((await ask(prompt)).status).toBe(200)
    leaving.abort()
    expect(await waiting).toBe('left')
  })
})

describe('npm run sandbox says in one sentence why it cannot start', () => {
  it('a port in use, and the flag that changes it', async () => {
    const taken = await serve(async () => new Response())
    const { port } = new URL(taken.url)
    expect(await failureOf(start('--port', port, '--customers', '10'))).toEqual({
      code: 1,
      message: `Port ${port} is in use. Choose another with --port, or any free one with --port 0.`,
    })
    await taken.close()
  })

  it.each([
    [
      'a file that is not there',
      ['--transactions', '/nowhere.csv'],
      '--transactions: /nowhere.csv cannot be read (ENOENT).',
    ],
    [
      'a port that is none',
      ['--port', '70000'],
      '--port takes a whole number from 0 to 65535, not 70000.',
    ],
    [
      'a now without a zone',
      ['--now', '2026-04-22T09:00'],
      /^--now takes a day .*, not 2026-04-22T09:00\.$/,
    ],
    ['a flag that is none', ['--prot', '1'], /^Unknown option '--prot'/],
    [
      'a dump that cannot be written',
      ['--customers', '10', '--dump', '/nowhere/x.csv'],
      '--dump: /nowhere/x.csv cannot be written (ENOENT).',
    ],
  ])('%s', async (_, flags, message) => {
    const failure = await failureOf(start('--port', '0', ...flags))
    expect(failure.code).toBe(1)
    expect(failure.message).not.toContain('    at ')
    if (typeof message === 'string') expect(failure.message).toBe(message)
    else expect(failure.message).toMatch(message)
  })

  it('a purchase log at fault, with its line', async () => {
    const file = write('bad.csv', 'customer_id,purchased_at,price\na,1997-01-02,free\n')
    const { message } = await failureOf(start('--transactions', file))
    expect(message).toMatch(
      /^The purchase log cannot be read, line 2: price is "free"\. Give a plain decimal/,
    )
  })
})
