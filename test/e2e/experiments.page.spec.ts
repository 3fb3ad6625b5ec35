import { expect } from '@playwright/test'
import { test } from './example.ts'
import { wordsOf } from './taskLooks.ts'

/* Who may do what on the page of experiments, and how it fits a phone. */

test('an analyst reads the same; neither the page nor the server lets one write', async ({
  page,
  start,
}) => {
  const { url, complaints } = await start()
  await page.goto(`${url}/?page=experiments&as=analyst`)
  const create = page.getByRole('button', { name: 'New experiment' })
  await expect(create).toHaveAttribute('aria-disabled', 'true')
  await page.getByRole('button', { name: 'Paywall layout' }).click()
  for (const name of ['Pause', 'Finish'])
    await expect(page.getByRole('button', { name, exact: true })).toHaveAccessibleDescription(
      /Your role reads only/,
    )
  expect(complaints).toEqual([])
  const id = new URL(page.url()).searchParams.get('experiments.experiment')!
  const refused = await page.evaluate(
    (calls) =>
      Promise.all(
        calls.map(async ([method, path, sent]) => {
          const headers = {
            'content-type': 'application/json',
            'x-requested-with': 'a console',
            'x-project': 'simulation',
            'x-role': 'analyst',
          }
          const init = { method, headers, body: JSON.stringify(sent) }
          const response = await fetch(path, init)
          return [response.status, /Your role reads only/.test(await response.text())]
        }),
      ),
    [
      ['POST', `/api/qonversion/experiments/${id}/status`, { status: 'paused' }],
      ['POST', '/api/qonversion/experiments', { name: 'Sneaked in', alias_id: 'sneaked' }],
      ['PUT', `/api/experiments/${id}/plan`, { engine: 'fixed' }],
    ] as const,
  )
  expect(refused).toEqual([
    [403, true],
    [403, true],
    [403, true],
  ])
})

test('at 390 pixels nothing sticks out, in the list, the results and the form', async ({
  page,
  start,
}, info) => {
  const { url, complaints } = await start()
  await page.setViewportSize({ width: 390, height: 900 })
  await page.goto(`${url}/?page=experiments`)
  await page.getByLabel('Theme').selectOption('Dark')
  await page.getByLabel('Language').selectOption('Deutsch')
  const t = wordsOf({ language: 'Deutsch', theme: 'Dark' })
  const expectNoOverflow = async (name: string) => {
    const wider = () => document.documentElement.scrollWidth - window.innerWidth
    expect(await page.evaluate(wider)).toBe(0)
    await page.screenshot({ path: info.outputPath(`${name}.png`), fullPage: true })
  }
  const paywall = page.getByRole('button', { name: 'Paywall layout' })
  await expect(paywall).toBeVisible()
  await expectNoOverflow('list')
  await paywall.click()
  await expect(page.getByRole('application')).toBeVisible()
  await expectNoOverflow('results')
  await page.getByRole('button', { name: t('experimentPanel.back') }).click()
  await page.getByRole('button', { name: t('experimentList.create') }).click()
  await page.locator('summary', { hasText: t('experimentForm.plan.planner') }).click()
  await expect(page.getByRole('button', { name: t('samplePlanner.use') })).toBeVisible()
  await expectNoOverflow('form')
  expect(complaints).toEqual([])
})
