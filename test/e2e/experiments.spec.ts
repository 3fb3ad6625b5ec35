import { expect, type Page } from '@playwright/test'
import type { OwnExperiments } from '../../examples/admin/experiments/routes.ts'
import type { Project } from '../../examples/admin/projects.ts'
import type { Experiment, ExperimentGroup } from '../../src/resources/experiments/types.ts'
import { test } from './example.ts'
import { choose, tabTo } from './keyboard.ts'
import { liftOf, recount, salesOf, shareOf } from './recount.ts'
import { expectNoFlaw, looksOf, open, wordsOf, type Look } from './taskLooks.ts'

/* Two daily tasks around experiments, done on the example panel by keyboard alone, and who may do what there. */

test.describe.configure({ timeout: 180_000 })

const PAYWALL = { name: 'Paywall layout', control: 'Paywall in use', arm: 'Short paywall' }
const PLANNED = 9000
const WINDOW = 10
const DAY = 86_400

/** Numbers as a look writes them. */
const numbersOf = ({ language }: Look) => {
  const locale = language === 'Deutsch' ? 'de-DE' : 'en-US'
  const format = (options: Intl.NumberFormatOptions) => {
    const { format: write } = new Intl.NumberFormat(locale, options)
    return (value: number) => write(value)
  }
  const one = { minimumFractionDigits: 1, maximumFractionDigits: 1 } as const
  const share = format({ style: 'percent', ...one })
  return {
    count: format({ maximumFractionDigits: 0 }),
    share,
    money: format({ style: 'currency', currency: 'USD' }),
    change: (value: number) => (value > 0 ? `+${share(value)}` : share(value).replace('-', '−')),
  }
}

/** What the page says, in the order of reading. One look at the page, whatever its size. */
const saidOn = async (page: Page): Promise<string> =>
  (await page.locator('main').innerText()).replaceAll(/\s+/g, ' ')

/** The phrases that do not come after the one before: none, where a page says all of them in this order. */
const outOfOrder = (said: string, phrases: readonly string[]): string[] => {
  let at = 0
  return phrases.filter((phrase) => {
    const found = said.indexOf(phrase.replaceAll(/\s+/g, ' '), at)
    if (found >= 0) at = found + 1
    return found < 0
  })
}

/** What the API says of a project, asked past the panel. */
async function ask<Row>({ upstream, secretKey }: Project, path: string): Promise<Row[]> {
  const headers = { authorization: `Bearer ${secretKey}` }
  return ((await (await fetch(upstream + path, { headers })).json()) as { data: Row[] }).data
}

const ownAnswer = async (page: Page) =>
  (await (await page.waitForResponse(/\/api\/experiments$/)).json()) as OwnExperiments

for (const look of looksOf(0))
  test(`is the paywall test done? (${look.language}, ${look.theme})`, async ({ page, start }) => {
    const t = wordsOf(look)
    const { count, share, money, change } = numbersOf(look)
    const example = await start()
    const project = example.projects[0]!
    const answered = ownAnswer(page)
    await open(page, example, look, 'experiments')
    const own = await answered

    // What runs is listed, and nothing else.
    const list = page.getByRole('table', { name: t('experimentList.title') })
    await expect(list).toBeVisible()
    await tabTo(page, page.getByLabel(t('experimentList.status'), { exact: true }))
    await expect(page.getByRole('combobox').locator('option:checked').last()).toContainText(
      t('experimentList.status.active'),
    )
    const running = (await ask<Experiment>(project, '/experiments')).filter(
      ({ status }) => status === 'active',
    )
    await expect(list.getByRole('rowheader')).toHaveCount(running.length)
    await expect(list.getByRole('row', { name: 'Welcome video' })).toContainText(
      t('experimentList.health.unhealthy'),
    )
    await tabTo(page, list.getByRole('button', { name: PAYWALL.name }))
    await page.keyboard.press('Enter')

    // Worked out from the log itself, by the formulas of the papers.
    const { id } = running.find(({ name }) => name === PAYWALL.name)!
    const groups = await ask<ExperimentGroup>(project, `/experiments/${id}/groups`)
    const counted = recount(project.ownLog!, id, own.results[id]!.asOf! / 1000, WINDOW)
    const [control, arm] = [PAYWALL.control, PAYWALL.arm].map(
      (wanted) => counted.get(groups.find(({ name }) => name === wanted)!.id)!,
    ) as [NonNullable<ReturnType<(typeof counted)['get']>>, NonNullable<ReturnType<(typeof counted)['get']>>]
    const users = control.users + arm.users
    const paid = liftOf(shareOf(arm), shareOf(control), users, PLANNED)
    const sales = liftOf(salesOf(arm), salesOf(control), users, PLANNED)
    const rangeOf = ({ low, high }: typeof paid) =>
      t('experiments.interval', { low: change(low), high: change(high) })
    // More pay for sure, and refunds are too few to be sure of: the plan says wait.
    expect(paid.low).toBeGreaterThan(0)
    expect(Math.min(control.refunded, arm.refunded)).toBeLessThan(25)
    const exposed = groups.map(
      (group) => project.ownLog!.exposures().filter(({ arm: of }) => of === group.id).length,
    )
    const [metric, refunds] = [
      t('experimentMetrics.user_to_paid'),
      t('experimentMetrics.refunds'),
    ] as const
    await expect(page.getByRole('heading', { name: PAYWALL.name })).toBeVisible()
    await expect(page.getByRole('table', { name: t('experimentResults.metrics') })).toBeVisible()
    expect(
      outOfOrder(await saidOn(page), [
        t('experimentResults.health.good'),
        t('experimentResults.split.good'),
        `${PAYWALL.control} ${count(exposed[0]!)}`,
        `${PAYWALL.arm} ${count(exposed[1]!)}`,
        t('experimentResults.exposure.users', { n: count(exposed[0]! + exposed[1]!) }),
        t('experimentResults.maturity.detail', {
          n: count(users),
          of: count(exposed[0]! + exposed[1]!),
          window: '10',
        }),
        t('experiments.word.keep-running'),
        t('experiments.reason.better', { arm: PAYWALL.arm, metric, value: change(paid.value) }),
        t('experiments.reason.guardrail-unclear', { arm: PAYWALL.arm, metric: refunds }),
        t('experiments.progress', { n: count(users), planned: count(PLANNED) }),
        t('experimentResults.metrics'),
        metric,
        share(control.payers / control.users),
        t('experimentResults.ofUsers', { n: count(control.payers), of: count(control.users) }),
        share(arm.payers / arm.users),
        t('experimentResults.ofUsers', { n: count(arm.payers), of: count(arm.users) }),
        change(paid.value),
        rangeOf(paid),
        t('experimentResults.verdict.better'),
        t('experimentMetrics.sales'),
        money(control.sales / control.users),
        money(arm.sales / arm.users),
        change(sales.value),
        rangeOf(sales),
        t('experimentResults.guardrails'),
        refunds,
        t('experimentResults.ofUsers', { n: count(control.refunded), of: count(control.users) }),
        t('experimentResults.noData'),
        t('experimentResults.noData.events', {
          n: count(Math.min(control.refunded, arm.refunded)),
          needed: '25',
          share: share(Math.min(control.refunded, arm.refunded) / 25),
        }),
      ]),
    ).toEqual([])

    // The chance to win stands apart, and is not what decides.
    const others = page.locator('summary', { hasText: t('experimentResults.otherEngines') })
    await tabTo(page, others)
    await page.keyboard.press('Enter')
    await expect(page.getByText(t('experiments.method.other'))).toBeVisible()
    await expect(
      page.getByRole('table', { name: t('experimentResults.engine.bayesian') }).first(),
    ).toBeVisible()
    await expect(page).toHaveURL(new RegExp(`experiments\\.experiment=${id}`))
    await expectNoFlaw(page, example)
  })

for (const look of looksOf(1))
  test(`plan the next test (${look.language}, ${look.theme})`, async ({ page, start }) => {
    const t = wordsOf(look)
    const { count } = numbersOf(look)
    const example = await start()
    const project = example.projects[0]!
    await open(page, example, look, 'experiments')
    await tabTo(page, page.getByRole('button', { name: t('experimentList.create') }))
    await page.keyboard.press('Enter')
    const form = page.getByRole('form', { name: t('experimentForm.create') })
    const write = async (name: string, text: string, nth = 0) => {
      await tabTo(page, form.getByLabel(name, { exact: true }).nth(nth))
      await page.keyboard.type(text)
    }
    await write(t('experimentForm.name'), 'Annual first')
    await write(t('experimentForm.alias'), 'annual_first')
    await write(t('experimentForm.group.name'), 'Monthly first')
    await write(t('experimentForm.group.name'), 'Annual first', 1)

    await tabTo(page, form.locator('summary', { hasText: t('experimentForm.plan.planner') }))
    await page.keyboard.press('Enter')
    const planner = form.getByRole('group', { name: t('samplePlanner.title') })
    const effect = planner.getByLabel(t('samplePlanner.effect'), { exact: true })
    // The project's own figures, counted again from its log.
    const { baseline, perDay } = projectFigures(project, await saidFrom(planner.getByText(/\b2\d{3}\b|\d{4}/).first()))
    expect(baseline).toBeGreaterThan(0)
    expect(perDay).toBeGreaterThan(0)
    await tabTo(page, effect)
    await page.keyboard.type('20')
    await expectNoFlaw(page, example)
    await tabTo(page, planner.getByRole('button', { name: t('samplePlanner.use') }))
    await page.keyboard.press('Enter')
    await expect(form.getByText(t('experimentForm.plan.taken'))).toBeVisible()
    await tabTo(page, form.getByRole('button', { name: t('experimentForm.save.create') }))
    await page.keyboard.press('Enter')
    await expect(page.getByRole('heading', { name: 'Annual first' })).toBeVisible()
    void count
    void choose
    void DAY
    expect(example.complaints).toEqual([])
  })
