import { expect, test, type Page } from '@playwright/test'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { ROOT } from '../../scripts/ensure.mjs'
import type { Served } from '../../scripts/serve.ts'
import { full } from '../figures.ts'
import { serveFolder } from './serveFolder.ts'

const built = join(ROOT, 'storybook-static')

interface Index {
  readonly entries: Record<
    string,
    { readonly type: string; readonly id: string; readonly title: string }
  >
}

const THEMES = ['light', 'dark'] as const

/** At full counts all pages; else every guide, and of the pages of stories, which have tests of their own, every third. */
function chosen(): string[] {
  const { entries } = JSON.parse(readFileSync(join(built, 'index.json'), 'utf8')) as Index
  const docs = Object.values(entries).filter(({ type }) => type === 'docs')
  const isGuide = ({ title }: { title: string }) => title.startsWith('Guides/')
  const ofStories = docs.filter((page) => !isGuide(page)).filter((_, at) => full || at % 3 === 0)
  return [...docs.filter(isGuide), ...ofStories].map(({ id }) => id)
}

/** Properties that nothing is said of: their type stands alone, where it has a sentence above it. */
const unsaid = (page: Page) =>
  page.evaluate(() =>
    [...document.querySelectorAll('.docblock-argstable tbody tr')].flatMap((row) => {
      const [name, said] = row.querySelectorAll('td')
      return said && said.children.length < 2 ? [name?.textContent] : []
    }),
  )

/** How far a narrow page is wider than its window, and names in its tables that stand on more lines than they have words. */
const cramped = (page: Page) =>
  page.evaluate(() => {
    const lines = (code: Element) => {
      const range = document.createRange()
      range.selectNodeContents(code)
      return new Set([...range.getClientRects()].map(({ top }) => Math.round(top))).size
    }
    return {
      page: document.documentElement.scrollWidth - window.innerWidth,
      broken: [...document.querySelectorAll('.sbdocs-content > table code')]
        .filter((code) => lines(code) > code.textContent.split(/[\s-]/).length)
        .map((code) => code.textContent),
    }
  })

test.describe.configure({ mode: 'parallel' })

let storybook: Served
test.beforeAll(async () => {
  storybook = await serveFolder(built)
})
test.afterAll(() => storybook.close())

for (const theme of THEMES)
  test(`docs pages of the built Storybook are drawn in ${theme}, without a complaint`, async ({
    page,
  }) => {
    // Each page in both themes at full counts; else the pages take turns.
    const docs = chosen().filter((_, at) => full || THEMES[at % THEMES.length] === theme)
    expect(docs.length).toBeGreaterThan(1)
    test.setTimeout(docs.length * 15_000)
    const complaints: string[] = []
    page.on('pageerror', (error) => complaints.push(error.message))
    page.on('console', (message) => {
      if (['error', 'warning'].includes(message.type())) complaints.push(message.text())
    })
    for (const id of docs) {
      await page.goto(`${storybook.url}/iframe.html?viewMode=docs&id=${id}&globals=theme:${theme}`)
      await expect(page.getByRole('heading', { level: 1 })).toBeVisible()
      await expect(
        page.locator('.sb-loader, .sb-preparing-docs').filter({ visible: true }),
      ).toHaveCount(0)
      await expect(page.locator('.sb-errordisplay').filter({ visible: true })).toHaveCount(0)
      const stories = page.locator('.docs-story')
      for (const story of await stories.all())
        await expect(story.locator('.qv-root').first()).toBeVisible()
      expect(complaints.map((text) => `${id}: ${text}`)).toEqual([])
      expect(await unsaid(page), `${id}: properties without a word`).toEqual([])
      await page.setViewportSize({ width: 390, height: 844 })
      expect(await cramped(page), id).toEqual({ page: 0, broken: [] })
      await page.setViewportSize({ width: 1280, height: 720 })
    }
  })
