import Papa from 'papaparse'
import { readFileSync, writeFileSync } from 'node:fs'
import { parseArgs } from 'node:util'
import {
  createSandbox,
  endOfTransactions,
  parseTransactions,
  type SandboxOptions,
} from '../src/entries/sandbox.ts'
import { serve } from './serve.ts'

// Of no project: it opens the sandbox only.
const KEY = 'sk_sandbox_demo'

const USAGE = `npm run sandbox -- [--port P] [--seed N] [--now ISO] [--customers N] [--transactions FILE] [--delay MS] [--dump FILE]
  --port          port on 127.0.0.1, 0 for any free one (default 5181)
  --seed          whole number; the same seed and --now give the same business (default 1)
  --now           the present, for example 2026-04-22T09:00:00Z (default the clock; with --transactions the midnight after the last purchase)
  --customers     customers of the simulated business (default 20000)
  --transactions  CSV of purchases in place of the simulation: customer_id,purchased_at,price and if there are any currency,product_id,country,store,campaign
  --delay         milliseconds before each answer (default 0)
  --dump          writes the event log up to now to this CSV file, then serves

  It wants the header Authorization: Bearer ${KEY}; for the doctor set QONVERSION_SECRET_KEY=${KEY}.`

try {
  await main()
} catch (error) {
  console.error(error instanceof Error ? error.message : error)
  process.exitCode = 1
}

async function main(): Promise<void> {
  const flags = readFlags()
  if (flags.help) return console.log(USAGE)
  const sandbox = createSandbox(sandboxOptions(flags))
  if (flags.dump !== undefined)
    dump(flags.dump, Papa.unparse([...sandbox.log()], { newline: '\n' }))
  const { url } = await serve(sandbox.handle, {
    port: wholeNumber('port', flags.port, 65_535),
    delay: wholeNumber('delay', flags.delay, 600_000),
  })
  console.log(`${url}/v4\nKey: ${KEY}`)
}

function readFlags() {
  const text = (value?: string) =>
    ({ type: 'string', ...(value !== undefined && { default: value }) }) as const
  try {
    return parseArgs({
      options: {
        port: { type: 'string', default: '5181' },
        seed: { type: 'string', default: '1' },
        delay: { type: 'string', default: '0' },
        now: text(),
        customers: text(),
        transactions: text(),
        dump: text(),
        help: { type: 'boolean', short: 'h', default: false },
      },
    }).values
  } catch (error) {
    throw new Error(`${error instanceof Error ? error.message : String(error)}\n${USAGE}`, {
      cause: error,
    })
  }
}

function sandboxOptions({
  seed,
  now,
  customers,
  transactions: file,
}: Pick<
  ReturnType<typeof readFlags>,
  'seed' | 'now' | 'customers' | 'transactions'
>): SandboxOptions {
  const transactions = file === undefined ? undefined : parseTransactions(read(file))
  const fixed = now === undefined ? undefined : readInstant(now)
  return {
    secretKey: KEY,
    seed: wholeNumber('seed', seed, Number.MAX_SAFE_INTEGER),
    now: fixed ?? (transactions ? endOfTransactions(transactions) : () => new Date()),
    ...(customers !== undefined && { customers: wholeNumber('customers', customers, 1_000_000) }),
    ...(transactions && { transactions }),
  }
}

function wholeNumber(flag: string, text: string, most: number): number {
  const value = Number(text)
  if (/^\d+$/.test(text) && value <= most) return value
  throw new Error(`--${flag} takes a whole number from 0 to ${most}, not ${text}.`)
}

function readInstant(text: string): Date {
  const at = new Date(text)
  if (/^\d{4}-\d{2}-\d{2}(T.+(Z|[+-]\d{2}:\d{2}))?$/.test(text) && !Number.isNaN(at.getTime()))
    return at
  throw new Error(
    `--now takes a day (2026-04-22) or an instant with its zone (2026-04-22T09:00:00Z), not ${text}.`,
  )
}

function read(file: string): string {
  try {
    return readFileSync(file, 'utf8')
  } catch (error) {
    throw new Error(`--transactions: ${file} cannot be read (${reasonOf(error)}).`, {
      cause: error,
    })
  }
}

function dump(file: string, csv: string): void {
  try {
    writeFileSync(file, `${csv}\n`)
  } catch (error) {
    throw new Error(`--dump: ${file} cannot be written (${reasonOf(error)}).`, { cause: error })
  }
}

function reasonOf(error: unknown): string {
  return error instanceof Error && 'code' in error ? String(error.code) : String(error)
}
