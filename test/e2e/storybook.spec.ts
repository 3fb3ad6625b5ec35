import { expect, test } from '@playwright/test'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { ROOT } from '../../scripts/ensure.mjs'
import { full } from '../figures.ts'

const built = join(ROOT, 'storybook-static')
const ORIGIN = 'http://storybook.test'

interface Index {
  readonly entries: Record<string, { readonly type: string; readonly id: string }>
}

const THEMES = ['light', 'dark'] as const

for (const theme of THEMES)
  test(`docs pages of the built Storybook are drawn in ${theme}, without a complaint`, async ({
    page,
  }) => {
    const { entries } = JSON.parse(readFileSync(join(built, 'index.json'), 'utf8')) as Index
    const all = Object.values(entries).filter(({ type }) => type === 'docs')
    // Each page in both themes at full counts; else the pages take turns.
    const docs = all.filter((_, at) => full || THEMES[at % THEMES.length] === theme)
    expect(docs.length).toBeGreaterThan(1)
    test.setTimeout(docs.length * 15_000)
    const complaints: string[] = []
    page.on('pageerror', (error) => complaints.push(error.message))
    page.on('console', (message) => {
      if (['error', 'warning'].includes(message.type())) complaints.push(message.text())
    })
    await page.route(`${ORIGIN}/**`, (route) =>
      route.fulfill({ path: join(built, new URL(route.request().url()).pathname) }),
    )
    for (const { id } of docs) {
      await page.goto(`${ORIGIN}/iframe.html?viewMode=docs&id=${id}&globals=theme:${theme}`)
      await expect(page.getByRole('heading', { level: 1 })).toBeVisible()
      await expect(
        page.locator('.sb-loader, .sb-preparing-docs').filter({ visible: true }),
      ).toHaveCount(0)
      await expect(page.locator('.sb-errordisplay').filter({ visible: true })).toHaveCount(0)
      const stories = page.locator('.docs-story')
      for (const story of await stories.all())
        await expect(story.locator('.qv-root').first()).toBeVisible()
      expect(complaints.map((text) => `${id}: ${text}`)).toEqual([])
    }
  })
