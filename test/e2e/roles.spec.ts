import { expect, type Page } from '@playwright/test'
import { full } from '../figures.ts'
import { flaws } from './axe.ts'
import { test } from './example.ts'
import { choose, tabTo } from './keyboard.ts'

const REASON = 'Your role reads only, and this would change the project.'

const addButton = (page: Page) => page.getByRole('button', { name: 'Add segment' })
const row = (page: Page, name: string) => page.getByRole('rowheader', { name, exact: true })

test('an admin adds a segment and takes it away, by keyboard', async ({ page, start }) => {
  const { url, complaints } = await start()
  await page.goto(`${url}/?page=segments`)
  await tabTo(page, page.getByLabel('Name'))
  await page.keyboard.type('Zürich')
  await choose(page, page.getByLabel('Platform'), 'Android')
  await tabTo(page, addButton(page))
  await page.keyboard.press('Enter')
  await expect(page.getByRole('status')).toHaveText('Added “Zürich”.')
  await expect(page.getByRole('row').filter({ has: row(page, 'Zürich') })).toContainText(
    'target platform is Android',
  )
  page.once('dialog', (dialog) => void dialog.accept())
  await tabTo(page, page.getByRole('button', { name: 'Remove Zürich' }))
  await page.keyboard.press('Space')
  await expect(row(page, 'Zürich')).toHaveCount(0)
  await expect(row(page, 'Never paid')).toBeVisible()
  expect(complaints).toEqual([])
})

test('an analyst reads the same, reaches the same controls, and learns why they do nothing', async ({
  page,
  start,
}) => {
  const { url, complaints } = await start()
  await page.goto(`${url}/?page=segments`)
  await expect(addButton(page)).not.toHaveAttribute('aria-disabled')
  await choose(page, page.getByLabel('View as'), 'Analyst')
  await expect(row(page, 'Never paid')).toBeVisible()
  for (const button of [addButton(page), page.getByRole('button', { name: 'Remove Never paid' })]) {
    await expect(button).toHaveAttribute('aria-disabled', 'true')
    await expect(button).toHaveAccessibleDescription(REASON)
    await tabTo(page, button)
    await expect(page.getByRole('tooltip').filter({ visible: true })).toHaveText(REASON)
    await page.keyboard.press('Enter')
    await page.keyboard.press('Escape')
    await expect(page.getByRole('tooltip').filter({ visible: true })).toHaveCount(0)
  }
  await expect(row(page, 'Never paid')).toBeVisible()
  expect(complaints).toEqual([])
})

test('the analyst’s page may ask what it likes: the server refuses', async ({ page, start }) => {
  const { url } = await start()
  await page.goto(`${url}/?page=segments&as=analyst`)
  await expect(row(page, 'Never paid')).toBeVisible()
  const ask = (role: string, method: string, path: string, body?: object) =>
    page.evaluate(
      async ([as, verb, address, sent]) => {
        const response = await fetch(`/api/qonversion${address}`, {
          method: verb,
          headers: {
            'content-type': 'application/json',
            'x-requested-with': 'a console',
            'x-project': 'simulation',
            'x-role': as,
          },
          ...(sent && { body: JSON.stringify(sent) }),
        })
        return [response.status, await response.text()]
      },
      [role, method, path, body] as const,
    )
  for (const [method, path, body] of [
    ['POST', '/segments', { name: 'Sneaked in' }],
    ['DELETE', '/segments/never-paid', undefined],
  ] as const)
    expect(await ask('analyst', method, path, body)).toEqual([403, expect.stringContaining(REASON)])
  expect(await ask('nobody', 'GET', '/segments')).toEqual([
    403,
    expect.stringContaining('Nobody is signed in.'),
  ])
  await page.reload()
  await expect(row(page, 'Never paid')).toBeVisible()
  await expect(row(page, 'Sneaked in')).toHaveCount(0)
})

test('who looks is in the address: a link and the back button keep it', async ({ page, start }) => {
  const { url } = await start()
  await page.goto(`${url}/?page=segments&as=analyst`)
  await expect(addButton(page)).toHaveAttribute('aria-disabled', 'true')
  await page.getByLabel('View as').selectOption('Admin')
  await expect(addButton(page)).not.toHaveAttribute('aria-disabled')
  await page.goBack()
  await expect(addButton(page)).toHaveAttribute('aria-disabled', 'true')
  await page.getByRole('link', { name: 'Cohorts' }).click()
  await expect(page.getByRole('grid')).toBeVisible()
  await expect(page.getByLabel('View as')).toHaveValue('analyst')
})

/** Every theme and every width; at full counts each in each. */
const LOOKS = [
  ['Light', 390],
  ['Dark', 1280],
  ...(full
    ? ([
        ['Dark', 390],
        ['Light', 1280],
      ] as const)
    : []),
] as const

for (const [theme, width] of LOOKS)
  test(`both roles in ${theme.toLowerCase()} at ${width} pixels: nothing sticks out and axe finds nothing`, async ({
    page,
    start,
  }, info) => {
    const { url } = await start()
    await page.setViewportSize({ width, height: 900 })
    for (const role of ['admin', 'analyst']) {
      await page.goto(`${url}/?page=segments&as=${role}`)
      await page.getByLabel('Theme').selectOption(theme)
      await expect(row(page, 'Never paid')).toBeVisible()
      if (role === 'analyst') {
        await expect(addButton(page)).toHaveAttribute('aria-disabled', 'true')
        await addButton(page).focus()
      }
      const wider = () => document.documentElement.scrollWidth - window.innerWidth
      expect(await page.evaluate(wider)).toBe(0)
      expect(await flaws(page)).toEqual([])
      await page.screenshot({ path: info.outputPath(`${role}.png`) })
    }
  })
