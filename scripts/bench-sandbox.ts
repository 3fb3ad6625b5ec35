import { createSandbox } from '../src/entries/sandbox.ts'
import { median, time } from './timing.ts'

// Ratio of making the default business to reading the same log as JSON: what it costs to need no fixture file.
const ROUNDS = 7
const LIMIT = 8
const CUSTOMERS = 20_000
const now = new Date('2026-04-22T00:00:00Z')

const make = () => createSandbox({ seed: 1, now, customers: CUSTOMERS }).log()
const text = JSON.stringify(make())
const rounds = Array.from({ length: ROUNDS }, () => ({
  make: time(make),
  parse: time(() => JSON.parse(text) as unknown),
}))
const ratio = median(rounds.map((round) => round.make / round.parse))
console.log(
  `sandbox: generating ${CUSTOMERS} customers takes ${ratio.toFixed(1)} times JSON.parse of their log ` +
    `(limit ${LIMIT}, median of ${ROUNDS} rounds; ${median(rounds.map((round) => round.make)).toFixed(0)} ms against ` +
    `${median(rounds.map((round) => round.parse)).toFixed(0)} ms, ${(text.length / 1e6).toFixed(1)} MB)`,
)
if (ratio > LIMIT) process.exitCode = 1
