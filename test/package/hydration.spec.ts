import { expect, test } from '@playwright/test'
import { spawnSync } from 'node:child_process'
import { figure, full } from '../figures.ts'
import type { Visit } from '../fixtures/app/tree.ts'
import { buildApp, createPackedApp, removeApp, type ReactLine } from './packedApp.ts'
import { open, plain } from './packedPage.ts'

const LOCALES = ['en-US', 'de-DE', 'ja-JP', 'ar-EG']
const ZONES = [
  'America/Los_Angeles',
  'America/Sao_Paulo',
  'Europe/Berlin',
  'Asia/Kolkata',
  'Asia/Tokyo',
  'Pacific/Auckland',
]
const ALL = [
  'CohortPanel',
  'CohortPanel on curves',
  'CohortPanel on its heat map',
  'CohortTable',
  'CohortHeatmap',
  'RetentionCurves',
  'LtvChart',
  'LtvPanel',
  'ExperimentResults',
  'ExperimentsPanel',
  'ExperimentsPanel on an experiment',
  'ExperimentsPanel on a new one',
  'ExperimentForm',
  'SampleSizePlanner',
] as const

/** Viewers of every zone and locale. At full counts all of them; else every zone and every locale, each zone once. */
const visits: readonly Visit[] = ZONES.flatMap((timeZone, zone) =>
  LOCALES.filter((_, index) => full || index === zone % LOCALES.length).map((locale) => ({
    locale,
    timeZone,
    parts: ALL,
  })),
)

const HOUR = 3_600_000

interface Rendered {
  readonly version: string
  readonly html: string
  /** What the server asked. */
  readonly asked: readonly string[]
  /** When it was done, in milliseconds since the epoch. */
  readonly at: number
  readonly data: { readonly visit: Visit }
}

for (const react of ['19', '18.3'] satisfies ReactLine[])
  test(`what a server in UTC renders is hydrated by React ${react} in 6 zones and 4 locales, without a complaint`, async ({
    browser,
  }) => {
    test.setTimeout(300_000)
    const app = createPackedApp(react)
    try {
      const { stdout, stderr } = spawnSync('node', ['render.ts', JSON.stringify(visits)], {
        cwd: app.folder,
        encoding: 'utf8',
        maxBuffer: 100e6,
        // With React's warnings, which a build in this process would have switched off.
        env: { ...plain, TZ: 'UTC', NODE_ENV: 'development' },
      })
      expect(stderr).toBe('')
      const pages = stdout
        .trim()
        .split('\n')
        .map((line) => JSON.parse(line) as Rendered)
      expect(pages).toHaveLength(visits.length)
      const built = await buildApp(app, 'development', ['hydrate'])
      const counts = new Map<string, number>()
      for (const [index, { version, html, asked, at, data }] of pages.entries()) {
        const { locale, timeZone, parts } = data.visit
        expect(version).toBe(app.installed.get('react'))
        expect(html).not.toContain('style=')
        expect(html, 'every answer is there').not.toMatch(/qv-skeleton|data-state="loading"/)
        expect(html).toMatch(/data-level="9"/)
        // What is loaded late in a browser: two panels, each with its picture, and two with an experiment.
        expect(html.match(/class="qv-sent"/g)).toHaveLength(4)
        expect(html).toMatch(locale === 'ar-EG' ? /[٠-٩]/ : /\d/)
        const state = JSON.stringify(data).replaceAll('<', '\\u003c')
        const context = await browser.newContext({ locale, timezoneId: timeZone })
        const page = await context.newPage()
        // Of two pages that stream or do not, one is opened while its answers are fresh, the other when they are no longer.
        const isFresh = index % 4 < 2
        await page.clock.setFixedTime(isFresh ? at : at + HOUR)
        const complaints = await open(page, built, 'hydrate.html', (text) =>
          text
            .replace('<!--html-->', () => html)
            .replace('id="state">', () => `id="state">${state}`),
        )
        // Hydrated: a key moves the reading.
        const grid = page.getByRole('grid').first()
        await expect(grid.locator('[tabindex="0"]')).toHaveCount(1)
        const first = await grid.locator('[tabindex="0"]').elementHandle()
        await first.press('ArrowDown')
        await expect(grid.locator('[tabindex="0"]')).toBeFocused()
        expect(await first.evaluate((cell) => cell === document.activeElement)).toBe(false)
        await expect(page.locator('.qv-sent')).toHaveCount(0)
        expect(await page.evaluate('flashes()'), 'skeletons in place of what was sent').toBe(0)
        if (isFresh) {
          const again = (await page.evaluate('asked')) as string[]
          expect(again.filter((path) => asked.includes(path))).toEqual([])
        }
        expect(complaints.map((text) => `${locale}, ${timeZone}: ${text}`)).toEqual([])
        for (const part of parts) counts.set(part, (counts.get(part) ?? 0) + 1)
        await context.close()
      }
      for (const [part, count] of counts)
        figure(`${part}: hydrations by React ${react}, zones × locales`, count, '0 complaints')
    } finally {
      removeApp(app)
    }
  })
