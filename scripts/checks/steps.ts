import type { Step } from './run.ts'
import {
  oneCheck,
  playwrightTally,
  vitestTally,
  type PlaywrightReport,
  type VitestReport,
} from './tally.ts'

const script = (name: string, ...args: string[]): Step => ({
  name,
  command: 'npm',
  args: ['run', '--silent', name, ...args],
  count: oneCheck,
})

/** A key that stands in the environment of every build, as a host's may: a test looks that no build holds it. */
export const CANARY = 'sk_canary_0123456789'

/** A script that builds something, beside a key. */
const build = (name: string): Step => ({
  ...script(name),
  command: 'env',
  args: [`QONVERSION_SECRET_KEY=${CANARY}`, 'npm', 'run', '--silent', name],
})

/** Every check of the project, in the order they run: what ends in seconds first, then what is built, then what uses it. */
export const steps: readonly Step[] = [
  script('typecheck'),
  script('lint'),
  script('format:check'),
  build('build'),
  build('build:example'),
  build('build-storybook'),
  script('check:package'),
  script('size'),
  {
    name: 'vitest',
    command: 'npx',
    args: [
      'vitest',
      'run',
      '--reporter=default',
      '--reporter=json',
      '--outputFile.json=test-results/vitest.json',
    ],
    report: 'test-results/vitest.json',
    count: (code, report) => vitestTally(report as VitestReport | null, code),
  },
  {
    name: 'playwright',
    command: 'npx',
    args: ['playwright', 'test'],
    report: 'test-results/playwright.json',
    count: (code, report) => playwrightTally(report as PlaywrightReport | null, code),
  },
]
