import { expect, type Page } from '@playwright/test'
import { createSandbox, type Transaction } from 'qonversion-react/sandbox'
import { serve } from '../../scripts/serve.ts'
import { test } from './example.ts'

/** All that the sandbox that comes back knows. */
const purchase: Transaction = {
  customer_id: 'a',
  purchased_at: Date.UTC(1997, 0, 1) / 1000,
  price: 500,
  currency: 'USD',
  product_id: null,
  country: null,
  store: null,
  campaign: null,
}

const problem = (page: Page) => page.getByRole('alert')

/** What a page in trouble must still be: its own header, its controls, and not a line of a stack. */
async function expectNothingElseBroken(page: Page) {
  await expect(page.getByRole('heading', { name: 'Cohorts' })).toBeVisible()
  await expect(page.getByLabel('Project')).toBeEnabled()
  await expect(page.getByLabel('Metric')).toBeEnabled()
  await expect(page.locator('body')).not.toContainText(/\bat \S+ \(|\.tsx?:\d+|sk_/)
}

test('a wrong key is said in words, and the other project works on', async ({ page, start }) => {
  const { url } = await start((projects) =>
    projects.map((project) =>
      project.page.id === 'shop' ? { ...project, secretKey: 'sk_wrong_key' } : project,
    ),
  )
  await page.goto(`${url}/?project=shop`)
  await expect(problem(page).first()).toContainText(/Secret Key/)
  await expectNothingElseBroken(page)

  await page.getByLabel('Project').selectOption('Simulated subscriptions')
  await expect(page.getByRole('grid')).toBeVisible()
  await expect(problem(page)).toHaveCount(0)
})

test('a stopped sandbox is said in words, and asked again once it is back', async ({
  page,
  start,
}) => {
  const { url, projects } = await start()
  const shop = projects.find((project) => project.page.id === 'shop')!
  await page.goto(`${url}/?project=shop`)
  await expect(page.getByRole('rowheader', { name: 'January 1997' })).toBeVisible()
  await shop.close()
  await page.getByLabel('Cohorts by').selectOption('Quarter')
  await expect(problem(page).first()).toContainText('The server could not answer')
  await expectNothingElseBroken(page)

  const { handle } = createSandbox({
    seed: 1,
    now: new Date(shop.page.now!),
    transactions: [purchase],
    secretKey: shop.secretKey,
  })
  const again = await serve(handle, { port: Number(new URL(shop.upstream).port) })
  await page.getByRole('button', { name: 'Try again' }).click()
  await expect(page.getByRole('rowheader', { name: 'Q1 1997' })).toBeVisible()
  await expect(problem(page)).toHaveCount(0)
  await again.close()
})

test('a parameter nobody knows is named', async ({ page, start }) => {
  const { url } = await start()
  await page.route('**/api/qonversion/analytics/cohorts?*', (route) =>
    route.continue({ url: `${route.request().url()}&colour=red` }),
  )
  await page.goto(url)
  await expect(problem(page).first()).toContainText('colour')
  await expectNothingElseBroken(page)
})

test('a panel server that went away is said in words', async ({ page, start }) => {
  const { url } = await start()
  await page.route('**/api/projects', (route) => route.abort())
  await page.goto(url)
  await expect(problem(page)).toContainText('The panel’s server does not answer.')
  await page.unroute('**/api/projects')
  await page.getByRole('button', { name: 'Try again' }).click()
  await expect(page.getByRole('grid')).toBeVisible()
})

test('a project the server does not have is refused without a word about others', async ({
  start,
  request,
}) => {
  const { url } = await start()
  for (const headers of [{}, { 'x-project': 'other' }] as Record<string, string>[]) {
    const answer = await request.get(`${url}/api/qonversion/analytics/cohorts`, { headers })
    expect(answer.status()).toBe(403)
    expect(await answer.text()).not.toMatch(/shop|simulation|sk_/)
  }
})
