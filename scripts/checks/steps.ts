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

/** Every check of the project, in the order they run: what ends in seconds first, then what is built, then what uses it. */
export const steps: readonly Step[] = [
  script('typecheck'),
  script('lint'),
  script('format:check'),
  script('build'),
  script('build:example'),
  script('build-storybook'),
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
