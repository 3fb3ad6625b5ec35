import { mkdir } from 'node:fs/promises'
import { parseArgs } from 'node:util'
import { ROOT } from '../ensure.mjs'
import { runStep, type StepResult } from './run.ts'
import { steps } from './steps.ts'
import { line, sum } from './tally.ts'

const { values, positionals } = parseArgs({
  options: { full: { type: 'boolean', default: false } },
  allowPositionals: true,
})
const chosen =
  positionals.length > 0 ? steps.filter(({ name }) => positionals.includes(name)) : steps
const unknown = positionals.filter((name) => steps.every((step) => step.name !== name))
if (unknown.length > 0) {
  console.error(
    `There is no check ${unknown.join(', ')}. Checks: ${steps.map(({ name }) => name).join(', ')}.`,
  )
  process.exit(1)
}
for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, () => process.exit(1))

await mkdir(`${ROOT}/test-results`, { recursive: true })
const results: StepResult[] = []
const summary: string[] = []
for (const step of chosen) {
  console.log(`\n── ${step.name}`)
  const result = await runStep(step, {
    cwd: ROOT,
    limitSeconds: values.full ? 7200 : 900,
    env: {
      ...(values.full && { VITE_FULL: '1' }),
      STORYBOOK_DISABLE_TELEMETRY: '1',
      // The steps write into a pipe and cannot see where it ends; some take any FORCE_COLOR for a yes.
      ...(process.stdout.isTTY ? { FORCE_COLOR: '1' } : { FORCE_COLOR: undefined, NO_COLOR: '1' }),
    },
    write: (text) => process.stdout.write(text),
  })
  results.push(result)
  const ended = `${step.name.padEnd(16)} ${`${result.seconds.toFixed(1)} s`.padStart(8)}  ${line(result.tally)}`
  summary.push(ended)
  console.log(`── ${ended}`)
}

const figures = results.flatMap((result) => result.figures)
if (figures.length > 0) console.log(`\n${figures.join('\n')}`)
console.log(`\n${summary.join('\n')}\n`)
const total = sum(results.map((result) => result.tally))
console.log(line(total))
process.exitCode = total.failed > 0 ? 1 : 0
