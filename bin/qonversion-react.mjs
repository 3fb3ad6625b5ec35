#!/usr/bin/env node
import { readFileSync } from 'node:fs'
import process from 'node:process'
import { parseArgs } from 'node:util'
import { runDoctor } from '../dist/entries/doctor.js'

const USAGE = `qonversion-react doctor [--base URL] [--compare table.csv] [--now ISO]
  Calls every read operation of the Qonversion API once and says which answers fit this package. It never writes.
  --base     address of the API (default https://api.qonversion.io/v4)
  --compare  a cohort table as CSV (installs, by month), exported by the dashboard or by this package, held against the grid
  --now      the present, for a sandbox with a clock of its own (default the clock)
  The Secret Key is read from QONVERSION_SECRET_KEY.`

// Whoever reads the report may stop before its end, as `head` does.
process.stdout.on('error', (error) => {
  if (Object(error).code !== 'EPIPE') throw error
  process.exit()
})

try {
  process.exitCode = await main()
} catch (error) {
  console.error(error instanceof Error ? error.message : error)
  if (String(Object(error).code).startsWith('ERR_PARSE_ARGS')) console.error(`\n${USAGE}`)
  process.exitCode = 2
}

async function main() {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: {
      base: { type: 'string', default: 'https://api.qonversion.io/v4' },
      compare: { type: 'string' },
      now: { type: 'string' },
      help: { type: 'boolean', short: 'h', default: false },
    },
  })
  if (values.help || positionals.length !== 1 || positionals[0] !== 'doctor') {
    console.log(USAGE)
    return values.help ? 0 : 2
  }
  const fits = await runDoctor({
    base: values.base,
    key: process.env['QONVERSION_SECRET_KEY'] ?? '',
    now: Math.floor((values.now === undefined ? Date.now() : instant(values.now)) / 1000),
    table: values.compare === undefined ? undefined : readTable(values.compare),
    print: (line) => console.log(line),
  })
  return fits ? 0 : 1
}

/** @param {string} text */
function instant(text) {
  const at = Date.parse(text)
  if (Number.isNaN(at)) throw new Error(`--now takes a day or an instant, not ${text}.`)
  return at
}

/** @param {string} file */
function readTable(file) {
  try {
    return readFileSync(file, 'utf8')
  } catch (error) {
    throw new Error(
      `--compare: ${file} cannot be read. Give the CSV that the dashboard exported.`,
      { cause: error },
    )
  }
}
