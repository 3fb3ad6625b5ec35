import { globSync, readFileSync } from 'node:fs'
import { availableParallelism } from 'node:os'
import { join } from 'node:path'
import { storybookTest } from '@storybook/addon-vitest/vitest-plugin'
import react from '@vitejs/plugin-react'
import { playwright } from '@vitest/browser-playwright'
import { defineConfig } from 'vitest/config'
import pkg from './package.json' with { type: 'json' }
import { chromiumLaunch } from './scripts/chromium.mjs'

// An object for each project: Vitest writes the project's name into it.
const browser = () => ({
  enabled: true,
  headless: true,
  screenshotFailures: false,
  provider: playwright({ launchOptions: chromiumLaunch() }),
  instances: [{ browser: 'chromium' as const }],
})

/** A busy machine is no failure: the longest counts take seconds on a free one. */
const PATIENCE = 120_000

/** What needs no browser takes the whole machine; Vitest's own choice leaves one core of two. */
const ALL_CORES = availableParallelism()

/**
 * Files that need no page and replace no module share the modules of their worker: most of their time was loading the same ones
 * again. What they stub is put back after each test. The others have a page or modules of their own.
 */
const TESTS = globSync('test/**/*.test.{ts,tsx}', {
  cwd: import.meta.dirname,
  exclude: ['**/node_modules', 'test/fixtures'],
})
  .filter((file) => !file.endsWith('.browser.test.tsx'))
  .toSorted()
const isApart = (file: string) => {
  const text = readFileSync(join(import.meta.dirname, file), 'utf8')
  return !text.startsWith('// @vitest-environment node') || text.includes('vi.mock(')
}

const OLDEST = 'test/fixtures/oldest-peers/node_modules'
const peers = Object.keys(pkg.peerDependencies)

/** What parts load late: made ready before the first test, or finding one would reload the page under it. */
const LATE = { include: ['@base-ui/react/combobox', '@visx/heatmap', 'papaparse'] }

/** Unit tests, the tests of the hooks once more on the oldest peers that the package allows, then what needs a browser: one after the other, so that a page never waits for a busy machine. */
export default defineConfig({
  test: {
    projects: [
      {
        plugins: [react()],
        test: {
          name: 'unit',
          maxWorkers: ALL_CORES,
          environment: 'node',
          isolate: false,
          include: TESTS.filter((file) => !isApart(file)),
          setupFiles: ['test/putBack.ts'],
          testTimeout: PATIENCE,
          hookTimeout: PATIENCE,
          typecheck: {
            enabled: true,
            include: ['test/types/**/*.test-d.ts'],
            tsconfig: './tsconfig.types.json',
          },
        },
      },
      {
        plugins: [react()],
        test: {
          name: 'unit apart',
          maxWorkers: ALL_CORES,
          environment: 'jsdom',
          include: TESTS.filter(isApart),
          setupFiles: ['test/setup.ts'],
          testTimeout: PATIENCE,
          hookTimeout: PATIENCE,
        },
      },
      {
        plugins: [react()],
        resolve: {
          alias: {
            ...Object.fromEntries(
              peers.map((name) => [name, join(import.meta.dirname, OLDEST, name)]),
            ),
            // Its other half is CommonJS, for which Node finds the newest React.
            '@testing-library/react': join(
              import.meta.dirname,
              'node_modules/@testing-library/react/dist/@testing-library/react.esm.js',
            ),
          },
        },
        test: {
          name: 'oldest peers',
          maxWorkers: ALL_CORES,
          environment: 'jsdom',
          include: ['test/react/**/*.test.{ts,tsx}', 'test/fixtures/oldest-peers/*.test.ts'],
          env: { VITE_PEERS: 'the oldest peers' },
          setupFiles: ['test/setup.ts'],
          testTimeout: PATIENCE,
          hookTimeout: PATIENCE,
          server: { deps: { inline: [/@testing-library/, /@tanstack/] } },
        },
      },
      {
        plugins: [react()],
        optimizeDeps: LATE,
        test: {
          name: 'browser',
          maxWorkers: 1,
          include: ['test/**/*.browser.test.tsx'],
          setupFiles: ['test/browserSetup.ts'],
          sequence: { groupOrder: 1 },
          browser: browser(),
        },
      },
      {
        plugins: [storybookTest({ configDir: '.storybook' })],
        optimizeDeps: LATE,
        test: { name: 'storybook', maxWorkers: 1, sequence: { groupOrder: 2 }, browser: browser() },
      },
    ],
  },
})
