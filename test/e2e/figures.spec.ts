import { expect, type Page } from '@playwright/test'
import { test } from './example.ts'

/** Figures of the shop's purchases that SQL computes from the file. */
const BY_DAYS = {
  Revenue: ['781', '$28,592.70', '$7,003.73', '$4,241.64'],
  Payers: ['781', '781', '124', '95'],
  Payments: ['781', '885', '180', '131'],
}
const BY_RENEWALS = {
  Revenue: ['781', '$25,211.29', '$13,537.30', '$8,903.33'],
  Payers: ['781', '781', '376', '251'],
}

/** The size and the first three periods of a cohort, as a person reads them. */
const row = async (page: Page, cohort: string) => {
  const header = page.getByRole('rowheader', { name: cohort, exact: true })
  const cells = page.getByRole('row').filter({ has: header }).getByRole('gridcell')
  return (await cells.allInnerTexts()).slice(0, 4)
}

test('after the switch to the shop the page shows its months with the figures of its purchases', async ({
  page,
  start,
}) => {
  const { url, complaints } = await start()
  await page.goto(url)
  const grid = page.getByRole('grid')
  await expect(grid).toHaveAccessibleName(/^Revenue · gross · USD · Installs by month/)
  await page.getByText('More options').click()
  await expect(page.getByRole('button', { name: 'Country All' })).toBeVisible()

  await page.getByLabel('Project').selectOption('Real shop')
  await expect(grid).toHaveAccessibleName(/Jan 1, 1997 – Jun 30, 1998/)
  await expect(page.getByText(/Data up to Jun 30, 1998/)).toBeVisible()
  await page.getByText('More options').click()
  await expect(page.getByRole('button', { name: 'Country All' })).toHaveCount(0)
  await expect.poll(() => row(page, 'January 1997')).toEqual(BY_DAYS.Revenue)
  expect((await row(page, 'February 1997'))[0]).toBe('857')
  expect((await row(page, 'March 1997'))[0]).toBe('719')
  await expect(page.getByRole('rowheader')).toHaveText([
    'January 1997',
    'February 1997',
    'March 1997',
    'Total',
    'Mean per member',
  ])

  for (const [metric, figures] of Object.entries(BY_DAYS)) {
    await page.getByLabel('Metric').selectOption(metric)
    await expect.poll(() => row(page, 'January 1997')).toEqual(figures)
  }
  await page.getByLabel('Columns').selectOption('By renewal')
  for (const [metric, figures] of Object.entries(BY_RENEWALS)) {
    await page.getByLabel('Metric').selectOption(metric)
    await expect.poll(() => row(page, 'January 1997')).toEqual(figures)
  }
  expect(complaints).toEqual([])
})

test('the address keeps the project and the view, back and forward through them', async ({
  page,
  start,
}) => {
  const { url } = await start()
  await page.goto(url)
  await page.getByLabel('Project').selectOption('Real shop')
  const grid = page.getByRole('grid')
  await expect(grid).toHaveAccessibleName(/^Revenue · gross/)
  await page.getByLabel('Metric').selectOption('Payers')
  await page.getByLabel('Cohorts by').selectOption('Quarter')
  await expect(page).toHaveURL(/\?project=shop&cohorts\.metric=payers&cohorts\.grouping=quarter$/)

  await page.reload()
  await expect(page.getByRole('rowheader', { name: 'Q1 1997' })).toBeVisible()
  await expect(grid).toHaveAccessibleName(/^Paid in this period/)

  await page.goBack()
  await expect(page.getByRole('rowheader', { name: 'January 1997' })).toBeVisible()
  await expect(page.getByLabel('Metric')).toHaveValue('payers')
  await page.goForward()
  await expect(page.getByLabel('Cohorts by')).toHaveValue('quarter')

  await page.getByRole('link', { name: 'Lifetime value' }).click()
  await expect(page.getByRole('heading', { level: 1, name: 'Lifetime value' })).toBeVisible()
  await expect(page).toHaveURL(/\?project=shop&page=ltv$/)
})

test('a broken address shows what it can and everything else as at first', async ({
  page,
  start,
}) => {
  const { url, complaints } = await start()
  await page.goto(
    `${url}/?project=shop&cohorts.metric=payers&cohorts.view=%E0%A4%A&cohorts.range=soon&cohorts.x.y.z.a=1&cohorts.filters.=2`,
  )
  await expect(page.getByRole('grid')).toHaveAccessibleName(/^Paid in this period · Installs/)
  await expect(page.getByRole('rowheader', { name: 'January 1997' })).toBeVisible()
  expect(complaints).toEqual([])
})
