import { expect, type Page } from '@playwright/test'
import type { OwnLog } from '../../examples/admin/experiments/ownLog.ts'
import type { OwnExperiments } from '../../examples/admin/experiments/routes.ts'
import type { Project } from '../../examples/admin/projects.ts'
import type { Messages } from '../../src/i18n/messages.ts'
import type { Experiment, ExperimentGroup } from '../../src/resources/experiments/types.ts'
import { test } from './example.ts'
import { tabTo } from './keyboard.ts'
import {
  groupedBy,
  liftOf,
  mostRise,
  recount,
  refundsOf,
  salesOf,
  shareOf,
  type Recount,
} from './recount.ts'
import { expectNoFlaw, looksOf, open, wordsOf, type Look } from './taskLooks.ts'

/* Two daily tasks around experiments, done on the example panel by keyboard alone. */

test.describe.configure({ timeout: 180_000 })

const PAYWALL = { name: 'Paywall layout', control: 'Paywall in use', arm: 'Short paywall' }
const PLANNED = 9000
const WINDOW = 10
const DAY = 86_400

/** Numbers as a look writes them. */
const numbersOf = ({ language }: Look) => {
  const locale = language === 'Deutsch' ? 'de-DE' : 'en-US'
  const format = (options: Intl.NumberFormatOptions) => {
    const written = new Intl.NumberFormat(locale, options)
    return (value: number) => written.format(value)
  }
  const one = { minimumFractionDigits: 1, maximumFractionDigits: 1 } as const
  const share = format({ style: 'percent', ...one })
  return {
    count: format({ maximumFractionDigits: 0 }),
    share,
    /** As it stands in a field. */
    typed: format({ maximumSignificantDigits: 3 }),
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
    // The real effect is found; what is worth the same is not called.
    await expect(list.getByRole('row', { name: PAYWALL.name })).toContainText(
      t('experiments.word.ship', { arm: PAYWALL.arm }),
    )
    await expect(list.getByRole('row', { name: 'Free week or pay at once' })).toContainText(
      t('experiments.word.keep-running'),
    )
    await tabTo(page, list.getByRole('button', { name: PAYWALL.name }))
    await page.keyboard.press('Enter')

    // Worked out from the log itself, by the formulas of the papers.
    const { id } = running.find(({ name }) => name === PAYWALL.name)!
    const groups = await ask<ExperimentGroup>(project, `/experiments/${id}/groups`)
    const counted = recount(project.ownLog!, id, own.results[id]!.asOf! / 1000, WINDOW)
    const [control, arm] = [PAYWALL.control, PAYWALL.arm].map((wanted) =>
      counted.get(groups.find(({ name }) => name === wanted)!.id)!,
    ) as [Recount, Recount]
    const users = control.users + arm.users
    const paid = liftOf(shareOf(arm), shareOf(control), users, PLANNED)
    const sales = liftOf(salesOf(arm), salesOf(control), users, PLANNED)
    const rangeOf = ({ low, high }: typeof paid) =>
      t('experiments.interval', { low: change(low), high: change(high) })
    // More pay for sure, and refunds are surely no more than 5 of 1,000 users more: the plan says ship.
    expect(paid.low).toBeGreaterThan(0)
    expect(mostRise(refundsOf(arm), refundsOf(control), users, PLANNED)).toBeLessThan(0.005)
    const exposed = groups.map(
      (group) => project.ownLog!.exposures().filter(({ arm: of }) => of === group.id).length,
    )
    // Up to how many were expected.
    const cameInto = (name: string, came: number) =>
      t('experiments.split.arm', { arm: name, n: count(came) }).split('{expected}')[0]!
    const [metric, refunds] = [
      t('experimentMetrics.user_to_paid'),
      t('experimentMetrics.refunds'),
    ] as const
    await expect(page.getByRole('heading', { name: PAYWALL.name })).toBeVisible()
    const title = `${t('experimentResults.metrics')}: ${PAYWALL.name}`
    await expect(page.getByRole('table', { name: title, exact: true })).toBeVisible()
    expect(
      outOfOrder(await saidOn(page), [
        t('experimentResults.health.good'),
        t('experimentResults.split.good'),
        cameInto(PAYWALL.control, exposed[0]!),
        cameInto(PAYWALL.arm, exposed[1]!),
        t('experimentResults.users', { n: count(exposed[0]! + exposed[1]!) }),
        t('experimentResults.maturity.detail', {
          n: count(users),
          of: count(exposed[0]! + exposed[1]!),
          window: '10',
        }),
        t('experiments.word.ship', { arm: PAYWALL.arm }),
        t('experiments.reason.better', { arm: PAYWALL.arm, metric, value: change(paid.value) }),
        t('experiments.reason.guardrail-safe', { arm: PAYWALL.arm, metric: refunds }),
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
        t('experimentResults.ofUsers', { n: count(arm.refunded), of: count(arm.users) }),
        t('experimentResults.guard.safe'),
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
    const { count, change, typed } = numbersOf(look)
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
    const field = (key: keyof Messages) => planner.getByLabel(t(key), { exact: true })
    // The project's own figures, counted again from its log.
    const { rate, perDay } = figuresOf(project.ownLog!)
    await expect(field('samplePlanner.value')).toHaveValue(typed(rate * 100))
    await expect(field('samplePlanner.usersPerDay')).toHaveValue(typed(perDay))

    await tabTo(page, field('samplePlanner.effect'))
    await page.keyboard.type('20')
    const fixed = fixedUsers(rate, 0.2)
    await expect(planner.getByRole('row', { name: change(0.2).slice(1) })).toContainText(
      count(fixed),
    )
    const result = planner.getByRole('region', { name: t('samplePlanner.result') })
    // Of the whole number that was typed: its first digit alone has a plan as well.
    await expect(result).toContainText(count(fixed))
    const [users, days] = (await result.locator('strong').allInnerTexts()).map((text) =>
      Number(text.replaceAll(/\D/g, '')),
    ) as [number, number]
    expect(users / fixed).toBeGreaterThan(1.6)
    expect(users / fixed).toBeLessThan(1.75)
    // Days in which users come, then their window, in whole weeks.
    expect(days).toBe(Math.ceil((Math.ceil(users / perDay) + WINDOW) / 7) * 7)
    await expectNoFlaw(page, example)
    await tabTo(page, planner.getByRole('button', { name: t('samplePlanner.use') }))
    await page.keyboard.press('Enter')
    await expect(form.getByText(t('experimentForm.plan.taken'))).toBeVisible()
    await tabTo(page, form.getByRole('button', { name: t('experimentForm.save.create') }))
    await page.keyboard.press('Enter')

    // It stands as a draft with its groups, and the panel's own server keeps its plan.
    await expect(page.getByRole('heading', { name: 'Annual first' })).toBeVisible()
    await expect(page.getByText(t('experimentList.status.draft'), { exact: true })).toBeVisible()
    const made = (await ask<Experiment>(project, '/experiments')).find(
      ({ alias_id: alias }) => alias === 'annual_first',
    )!
    expect(made).toMatchObject({ status: 'draft', primary_metric: 'user_to_paid' })
    const groups = await ask<ExperimentGroup>(project, `/experiments/${made.id}/groups`)
    const [monthly, annual] = groups
    expect(groups.map(({ name }) => name)).toEqual(['Monthly first', 'Annual first'])
    expect([monthly?.is_control, annual?.is_control]).toEqual([true, false])
    expect(monthly?.weight).toBe(annual?.weight)
    await expect
      .poll(async () => (await kept(example.url))[made.id])
      .toMatchObject({
        engine: 'sequential',
        plannedUsers: users,
        outcomeWindow: WINDOW,
        minEffect: 0.2,
      })
    expect(example.complaints).toEqual([])
  })

/** What an admin is told of the plans that the panel's own server keeps. */
const kept = async (url: string): Promise<OwnExperiments['plans']> => {
  const headers = { 'x-project': 'simulation', 'x-role': 'admin' }
  const response = await fetch(`${url}/api/experiments`, { headers })
  return ((await response.json()) as OwnExperiments).plans
}

/** The share of users who pay within so many calendar days, of those who came in eight weeks and have had them, and how many come in a day of the last four. */
function figuresOf(log: OwnLog): { readonly rate: number; readonly perDay: number } {
  const today = Math.floor(Date.now() / 1000 / DAY) * DAY
  const rows = log.log().filter(({ environment }) => environment === 1)
  const installs = rows.filter(({ type }) => type === 'install')
  const between = (from: number, to: number) =>
    installs.filter(({ at }) => at >= today - from * DAY && at < today - to * DAY)
  const paid = groupedBy(
    rows.filter(({ price, refund_of: of }) => price !== null && of === null),
    ({ customer_id: id }) => id,
  )
  const asked = between(56 + WINDOW, WINDOW)
  const payers = asked.filter(({ customer_id: id, at }) =>
    paid.get(id)?.some((row) => dayOf(row.at) - dayOf(at) < WINDOW),
  )
  return { rate: payers.length / asked.length, perDay: between(28, 0).length / 28 }
}

const dayOf = (at: number): number => Math.floor(at / DAY)

/** Users in two arms that a test looked at once takes, at 5% and a power of 80% (Chow, Shao and Wang 2008, chapter 4). */
function fixedUsers(rate: number, effect: number): number {
  const [of5, of80] = [1.959963984540054, 0.8416212335729143]
  const later = rate * (1 + effect)
  const spread = rate * (1 - rate) + later * (1 - later)
  return Math.ceil((2 * (of5 + of80) ** 2 * spread) / (later - rate) ** 2)
}
