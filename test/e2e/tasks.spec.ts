import { expect, type Page } from '@playwright/test'
import Papa from 'papaparse'
import type { CohortsAnswer } from '../../src/resources/cohorts/types.ts'
import type { LtvAnswer } from '../../src/resources/ltv/types.ts'
import type { Messages } from '../../src/i18n/messages.ts'
import { test } from './example.ts'
import { choose, tabTo } from './keyboard.ts'
import { expectNoFlaw, looksOf, open, wordsOf } from './taskLooks.ts'

/* Three daily tasks of somebody in growth or marketing, done on the example panel by keyboard alone. */

/** The answer about those whose first product is the monthly one. */
const monthlyAnswer = async (page: Page) => {
  const response = await page.waitForResponse(/\/analytics\/cohorts\?.*premium_monthly/)
  return (await response.json()) as CohortsAnswer
}

// A hundred keys and a dozen answers, on a machine that does other things too.
test.describe.configure({ timeout: 180_000 })

for (const look of looksOf(0))
  test(`is a cohort better than the one before? (${look.language}, ${look.theme})`, async ({
    page,
    start,
  }) => {
    const t = wordsOf(look)
    const example = await start()
    await open(page, example, look, 'cohorts')
    const field = (key: keyof Messages) => page.getByLabel(t(key), { exact: true })

    await choose(page, field('controls.metric'), t('controls.metric.payers'))
    await tabTo(page, page.locator('summary', { hasText: t('toolbar.more') }))
    await page.keyboard.press('Enter')
    await choose(page, field('controls.mode'), t('controls.mode.by_renewals'))
    await choose(page, field('controls.definition'), t('cohorts.size.new_paying'))
    await choose(page, field('controls.revenue'), t('controls.revenue.net'))
    const answered = monthlyAnswer(page)
    await tabTo(
      page,
      page.getByRole('button', { name: `First product ${t('controls.filter.any')}` }),
    )
    await page.keyboard.press('Enter')
    const monthly = page.getByRole('checkbox', { name: 'Premium monthly' })
    await tabTo(page, monthly)
    await page.keyboard.press('Space')
    const { cohorts } = await answered
    await page.keyboard.press('Escape')
    await choose(page, field('controls.view'), t('cohorts.view.percentOfFirst'), 'Shift+Tab')

    // The two newest cohorts whose second month is over for everybody, refunds and late notices included.
    const grid = page.getByRole('grid')
    await expect(grid).toHaveAccessibleName(/Premium monthly/)
    await tabTo(page, grid.locator('[aria-rowindex="2"] [aria-colindex="3"]'))
    await page.keyboard.press('ArrowRight')
    const row = 8
    await page.keyboard.press('Home')
    for (let down = 1; down < row; down++) await page.keyboard.press('ArrowDown')
    await page.keyboard.press('Space')
    await page.keyboard.press('ArrowUp')
    await page.keyboard.press('Space')
    await page.keyboard.press('ArrowRight')
    await page.keyboard.press('ArrowRight')
    await page.keyboard.press('ArrowRight')

    // Worked out from the answer, not by the library.
    const share = (at: number) => {
      const [first, second] = cohorts[at - 1]!.periods
      return { part: second!.payers! / first!.payers!, of: first!.payers! }
    }
    const [newer, older] = [share(row), share(row - 1)]
    const points = (newer.part - older.part) * 100
    const number = new Intl.NumberFormat(look.language === 'Deutsch' ? 'de-DE' : 'en-US', {
      minimumFractionDigits: 1,
      maximumFractionDigits: 1,
    })
    // What would be written as 0.0 is said to be less than the least that is written.
    const isTiny = Math.abs(points) < 0.05
    const key = points === 0 ? 'equal' : points < 0 ? 'lower' : 'higher'
    const said = t(`compare.${key}`, {
      column: t('cohorts.column.month', { n: '2' }),
      points: isTiny
        ? t('compare.under', { points: number.format(0.1) })
        : number.format(Math.abs(points)),
    }).split(' (')[0]!
    const sentence = page.getByRole('status').filter({ hasText: said })
    await expect(sentence).toContainText(new RegExp(`\\b${newer.of}\\b.*\\b${older.of}\\b`))

    await tabTo(page, page.getByRole('radio', { name: t('controls.display.table') }), 'Shift+Tab')
    await page.keyboard.press('ArrowRight')
    await expect(page.getByRole('application')).toBeVisible()
    await expect(page).toHaveURL(/cohorts\.display=curves/)
    await expectNoFlaw(page, example)
  })

for (const look of looksOf(1))
  test(`when does a campaign pay back? (${look.language}, ${look.theme})`, async ({
    page,
    start,
  }) => {
    const t = wordsOf(look)
    const example = await start()
    await open(page, example, look, 'ltv')
    const answered = page.waitForResponse(/\/analytics\/ltv\?.*campaign/)
    await choose(page, page.getByLabel(t('controls.split'), { exact: true }), 'Campaign')
    const { segments } = (await (await answered).json()) as LtvAnswer
    const cost = page.getByLabel(`${t('ltv.cost.install')} (USD)`)
    await tabTo(page, cost)
    await page.keyboard.type('1')
    await page.keyboard.press('Enter')
    const table = page.getByRole('table', { name: new RegExp(t('ltv.table')) }).first()
    const organic = table.getByRole('row').filter({ hasText: 'Organic' })
    // The first day from which the value stays at the cost or above, by the answer itself.
    const { series } = segments.find(({ value }) => value === 'organic')!
    const below = series.findLast(({ arpu }) => arpu !== null && arpu < 1)!.period
    await expect(organic).toContainText(t('ltv.payback.at.by_days', { n: String(below + 1) }))
    await expect(page).toHaveURL(/ltv\.costs\.perInstall=1/)
    await expectNoFlaw(page, example)
  })

for (const look of looksOf(2))
  test(`which product loses people at the first renewal? (${look.language}, ${look.theme})`, async ({
    page,
    start,
  }) => {
    const t = wordsOf(look)
    const example = await start()
    await open(page, example, look, 'cohorts')
    const field = (key: keyof Messages) => page.getByLabel(t(key), { exact: true })

    await choose(page, field('controls.metric'), t('controls.metric.payers'))
    await choose(page, field('controls.grouping'), t('controls.grouping.quarter'))
    await choose(page, field('controls.split'), 'First product')
    await tabTo(page, page.locator('summary', { hasText: t('toolbar.more') }))
    await page.keyboard.press('Enter')
    await choose(page, field('controls.mode'), t('controls.mode.by_renewals'))
    await choose(page, field('controls.definition'), t('cohorts.size.new_paying'))
    await choose(page, field('controls.minSize'), t('controls.minSize.n', { n: '100' }))
    await choose(page, field('controls.view'), t('cohorts.view.percentOfFirst'), 'Shift+Tab')

    const grid = page.getByRole('grid')
    await expect(grid.getByRole('rowheader', { name: /Premium yearly/ })).toBeVisible()
    await tabTo(page, grid.locator('[tabindex="0"]'))
    await page.keyboard.press('Control+Home')
    for (let right = 0; right < 3; right++) await page.keyboard.press('ArrowRight')
    await page.keyboard.press('Shift+Enter')
    await expect(grid.getByRole('columnheader', { name: 'P2', exact: true })).toHaveAttribute(
      'aria-sort',
      'descending',
    )
    await page.keyboard.press('Shift+Enter')
    await expect(page).toHaveURL(/cohorts\.sort\.by=1&cohorts\.sort\.descending=false/)
    // By the browser's own selectors: over a thousand rows those of the test runner take ten seconds.
    const sizes = await grid.evaluate((table) =>
      [...table.querySelectorAll('tr:has([aria-selected]) [aria-colindex="2"]')].map(
        ({ textContent }) => textContent,
      ),
    )
    expect(sizes.length).toBeGreaterThan(0)
    expect(sizes.every((size) => Number(size.replaceAll(/\D/g, '')) >= 100)).toBe(true)

    const csv = page.getByRole('button', { name: t('action.csv') })
    await tabTo(page, csv, 'Shift+Tab')
    const downloading = page.waitForEvent('download')
    await page.keyboard.press('Enter')
    const stream = await (await downloading).createReadStream()
    const text = (await stream.toArray()).join('')
    const { data, meta } = Papa.parse<Record<string, string>>(text.replace(/^\uFEFF/, ''), {
      header: true,
    })
    expect(meta.fields).toEqual(
      expect.arrayContaining(['cohort', 'segment', 'size', 'value', 'unit', 'state']),
    )
    expect(new Set(data.map(({ state }) => state)).has('final')).toBe(true)
    await expectNoFlaw(page, example)
  })
