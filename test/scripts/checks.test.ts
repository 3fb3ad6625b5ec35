// @vitest-environment node
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import { runStep, type Step } from '../../scripts/checks/run.ts'
import {
  line,
  oneCheck,
  playwrightTally,
  sum,
  vitestTally,
  type PlaywrightReport,
  type VitestReport,
} from '../../scripts/checks/tally.ts'

// Every test starts processes, which a busy machine takes its time for.
vi.setConfig({ testTimeout: 60_000 })

let folder: string
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'checks-'))
})
afterAll(() => rm(folder, { recursive: true }))

const cwd = join(import.meta.dirname, '..', 'fixtures', 'runner')

/** Runs a step as the whole run does and returns its tally, its figures and what it printed. */
async function outcome(step: Partial<Step> & Pick<Step, 'command' | 'args'>, limitSeconds = 60) {
  let printed = ''
  const result = await runStep(
    { name: 'sample', count: oneCheck, ...step },
    { cwd, limitSeconds, write: (text) => (printed += text) },
  )
  return { ...result, printed }
}

const script = (source: string): Pick<Step, 'command' | 'args'> => ({
  command: 'node',
  args: ['-e', source],
})

const countVitest: Step['count'] = (code, read) => vitestTally(read as VitestReport | null, code)
const countPlaywright: Step['count'] = (code, read) =>
  playwrightTally(read as PlaywrightReport | null, code)

/** Runs the samples whose names are given with the real Vitest. */
function vitest(...samples: string[]) {
  const report = join(folder, 'vitest.json')
  return outcome({
    command: 'npx',
    args: ['vitest', 'run', ...samples, '--reporter=json', `--outputFile.json=${report}`],
    report,
    count: countVitest,
  })
}

describe('a command that is one check', () => {
  it('counts by its exit code', async () => {
    expect((await outcome(script(''))).tally).toEqual({ passed: 1, failed: 0, skipped: 0 })
    expect((await outcome(script('process.exit(3)'))).tally).toEqual({
      passed: 0,
      failed: 1,
      skipped: 0,
    })
  })

  it('has failed when a signal ended it, and says which', async () => {
    const ended = await outcome(script('process.kill(process.pid, "SIGSEGV")'))
    expect(ended.tally.failed).toBe(1)
    expect(ended.printed).toContain('SIGSEGV')
  })

  it('has failed when it cannot be started', async () => {
    const ended = await outcome({ command: 'no-such-command', args: [] })
    expect(ended.tally.failed).toBe(1)
    expect(ended.printed).toContain('no-such-command could not be started')
  })

  it('is stopped and has failed when it does not end in its time, with all it started', async () => {
    const hanging = `require('node:child_process').spawn('sleep', ['600'], { stdio: 'inherit' }); setInterval(() => {}, 1000)`
    const ended = await outcome(script(hanging), 0.5)
    expect(ended.tally.failed).toBe(1)
    expect(ended.printed).toContain('did not end within 0.5 s')
  })

  it('collects its figures without colours', async () => {
    const { figures } = await outcome(
      script(
        `console.log('\\x1b[2mfigure: parity | 20 | 0 wrong | seed 7\\x1b[22m\\nno figure: here')`,
      ),
    )
    expect(figures).toEqual(['figure: parity | 20 | 0 wrong | seed 7'])
  })
})

describe('a Vitest run', () => {
  it('counts passed, failed, skipped and still to be written', async () => {
    expect((await vitest('mixed')).tally).toEqual({ passed: 2, failed: 1, skipped: 2 })
  })

  it('counts a file that cannot be loaded as failed', async () => {
    expect((await vitest('unloadable')).tally).toEqual({ passed: 0, failed: 1, skipped: 0 })
  })

  it('counts an error outside any test as failed', async () => {
    expect((await vitest('unhandled')).tally).toEqual({ passed: 1, failed: 1, skipped: 0 })
  })

  it('counts a run that finds no test as failed', async () => {
    expect((await vitest('nothing-of-this-name')).tally.failed).toBe(1)
  })
})

describe('a Playwright run', () => {
  it('counts passed, failed and skipped', async () => {
    const report = join(folder, 'playwright.json')
    const { tally } = await outcome({
      command: 'sh',
      args: ['-c', `PLAYWRIGHT_JSON_OUTPUT_FILE=${report} npx playwright test --reporter=json`],
      report,
      count: countPlaywright,
    })
    expect(tally).toEqual({ passed: 1, failed: 1, skipped: 1 })
  })

  it('counts a flaky test and an error outside any test as failed', () => {
    const stats = { expected: 4, unexpected: 0, flaky: 1, skipped: 0 }
    expect(countPlaywright(0, { stats, errors: [{}] })).toEqual({
      passed: 4,
      failed: 2,
      skipped: 0,
    })
  })
})

describe('a runner that crashes', () => {
  it.each([
    ['Vitest', countVitest],
    ['Playwright', countPlaywright],
  ])('%s: without a report it has failed, whatever its exit code', async (_, count) => {
    const report = join(folder, 'none.json')
    for (const code of [0, 1, 137])
      expect((await outcome({ ...script(`process.exit(${code})`), report, count })).tally).toEqual({
        passed: 0,
        failed: 1,
        skipped: 0,
      })
  })

  it('has failed when a report of an earlier run lies there, or half of one', async () => {
    const report = join(folder, 'vitest.json')
    await vitest('mixed')
    expect((await outcome({ ...script(''), report, count: countVitest })).tally.failed).toBe(1)
    const half = script(
      `require('node:fs').writeFileSync(${JSON.stringify(report)}, '{"numPassedTests": 3')`,
    )
    expect((await outcome({ ...half, report, count: countVitest })).tally).toEqual({
      passed: 0,
      failed: 1,
      skipped: 0,
    })
  })
})

it('closes with the sum of all, as one plain line', () => {
  const total = sum([
    { passed: 1, failed: 0, skipped: 2 },
    { passed: 10, failed: 3, skipped: 0 },
  ])
  expect(line(total)).toBe('11 passed, 3 failed, 2 skipped')
})
