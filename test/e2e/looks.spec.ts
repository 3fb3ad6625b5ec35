import { expect, type Page } from '@playwright/test'
import { full } from '../figures.ts'
import { flaws } from './axe.ts'
import { test } from './example.ts'

const WIDTHS = [1280, 390] as const
/** Every theme and every width; at full counts each in each. */
const LOOKS = [
  ['Light', 1280],
  ['Dark', 390],
  ...(full
    ? ([
        ['Dark', 1280],
        ['Light', 390],
      ] as const)
    : []),
] as const

/** How far the page is wider than its window, and the elements of the panel that stick out of it. */
const overflow = (page: Page) =>
  page.evaluate(() => ({
    page: document.documentElement.scrollWidth - window.innerWidth,
    sticking: [...document.querySelectorAll('header *, main > *, .qv-root > *')]
      .filter((part) => part.getBoundingClientRect().right > window.innerWidth + 0.5)
      .map((part) => part.className),
  }))

for (const [theme, width] of LOOKS)
  test(`in ${theme.toLowerCase()} at ${width} pixels nothing sticks out and axe finds nothing`, async ({
    page,
    start,
  }, info) => {
    const { url, complaints } = await start()
    await page.setViewportSize({ width, height: 900 })
    for (const project of ['simulation', 'shop']) {
      await page.goto(`${url}/?project=${project}`)
      await page.getByLabel('Theme').selectOption(theme)
      await expect(page.getByRole('grid')).toBeVisible()
      await expect(page.locator('.qv-root').first()).toHaveAttribute(
        'data-theme',
        theme.toLowerCase(),
      )
      expect(await overflow(page)).toEqual({ page: 0, sticking: [] })
      expect(await flaws(page)).toEqual([])
      await page.screenshot({ path: info.outputPath(`${project}.png`), fullPage: true })
    }
    expect(complaints).toEqual([])
  })

for (const width of WIDTHS)
  test(`nothing jumps at ${width} pixels while the answers load`, async ({ page, start }) => {
    const { url } = await start()
    await page.setViewportSize({ width, height: 900 })
    let answer = () => {}
    const held = new Promise<void>((resolve) => (answer = resolve))
    await page.route('**/api/qonversion/**', async (route) => {
      await held
      await route.continue()
    })
    await page.goto(url)
    await expect(page.getByRole('status').first()).toBeVisible()
    const question = page.getByRole('group', { name: 'Question' })
    const before = await question.boundingBox()
    answer()
    await expect(page.getByRole('grid')).toBeVisible()
    expect(await question.boundingBox()).toEqual(before)
  })

test('the table waits for no choice of the project, and does not move when they come', async ({
  page,
  start,
}) => {
  const { url } = await start()
  await page.setViewportSize({ width: 390, height: 900 })
  let answer = () => {}
  const held = new Promise<void>((resolve) => (answer = resolve))
  await page.route('**/cohorts/meta', async (route) => {
    await held
    await route.continue()
  })
  await page.goto(url)
  const grid = page.getByRole('grid')
  await expect(grid).toBeVisible()
  const before = await grid.boundingBox()
  answer()
  await expect(page.getByLabel('Split by').getByRole('option')).not.toHaveCount(1)
  expect(await grid.boundingBox()).toEqual(before)
})
