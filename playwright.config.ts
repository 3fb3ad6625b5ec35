import { defineConfig } from '@playwright/test'
import { chromiumLaunch } from './scripts/chromium.mjs'

/** Checks of what was built: the packed package in an app of its own, and the example panel from end to end. */
export default defineConfig({
  outputDir: 'test-results/playwright',
  reporter: [['list'], ['json', { outputFile: 'test-results/playwright.json' }]],
  forbidOnly: true,
  timeout: 60_000,
  expect: { timeout: 15_000 },
  workers: 2,
  projects: [
    { name: 'package', testDir: 'test/package' },
    { name: 'example', testDir: 'test/e2e' },
  ],
  use: {
    launchOptions: chromiumLaunch(),
    locale: 'en-US',
    timezoneId: 'UTC',
    colorScheme: 'light',
    screenshot: 'only-on-failure',
  },
})
