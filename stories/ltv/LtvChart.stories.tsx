import { expect, fn, userEvent, waitFor, within } from 'storybook/test'
import preview from '../../.storybook/preview.tsx'
import { LtvChart } from '../../src/resources/ltv/LtvChart.tsx'
import { answered, cost } from './answered.tsx'
import { ask, askTrials, asOf, byCampaign, byDays, byRenewals, running } from './answers.ts'

const meta = preview.meta({
  title: 'Lifetime value/LtvChart',
  component: LtvChart,
  args: { asOf, question: byDays, onRefresh: fn() },
})

/** Net value per install of three months. From day 112 on not everybody is that old: dashed, with fewer customers below, until half of them are left. */
export const PerInstall = meta.story({
  ...answered(byDays),
  play: async ({ canvasElement, step }) => {
    const canvas = within(canvasElement)
    const answer = await ask(byDays)
    await step('the table holds D7, D30 and D90 of everybody', async () => {
      const row = canvas.getByRole('row', { name: /^All customers/ })
      const money = (age: number) => `$${answer.series[age]!.arpu!.toFixed(2)}`
      await expect(row).toHaveTextContent(`420${money(7)}${money(30)}${money(90)}`)
    })
    await step('the chart is read by keys', async () => {
      const chart = canvas.getByRole('application')
      await expect(chart).toHaveAccessibleName(/^Value per install \(ARPU\) · net of refunds/)
      chart.focus()
      await userEvent.keyboard('{Home}{End}')
      // Ages that half of the 420 have not reached are left out.
      const last = answer.series.findLast(({ users }) => users! >= 210)!
      await expect(await spoken(canvasElement)).toContain(`Day ${last.period}: `)
      await expect(await spoken(canvasElement)).toMatch(/Not final\. .*customers?, installed May 1/)
      await userEvent.keyboard('{Home}')
      await expect(await spoken(canvasElement)).toContain('Final. 420 customers, installed May 1')
    })
    await step('trial conversion is a share', async () => {
      const trials = await askTrials(byDays)
      const share = `${(trials.conversion_rate! * 100).toFixed(1)}%`
      await expect(canvas.getByRole('region', { name: 'Trial conversion' })).toHaveTextContent(
        share,
      )
    })
  },
})

/** What is spoken of the point that is read. */
const spoken = async (canvasElement: HTMLElement): Promise<string> => {
  const status = canvasElement.querySelector('.qv-chart [role="status"]')!
  await waitFor(() => expect(status).not.toBeEmptyDOMElement())
  return status.textContent
}

/** What an install cost, and the day from which it is earned back for good. */
export const PaidBack = meta.story({
  ...answered(byDays, { costs: cost(4.5) }),
  play: async ({ canvasElement }) => {
    const { series } = await ask(byDays)
    // By hand: the day after the last final one below the cost. Everybody was 110 days old, and settled, on 21 November.
    const below = series.findLast(({ period, arpu }) => period <= 111 && arpu! < 4.5)!
    const day = below.period + 1
    await expect(canvasElement).toHaveTextContent(`Paid back on day ${day}.`)
    await expect(canvasElement.querySelector('.qv-chart-svg')).toHaveTextContent(
      `Cost per install $4.50`,
    )
    await expect(canvasElement.querySelector('.qv-chart-svg')).toHaveTextContent(
      `Payback: Day ${day}`,
    )
  },
})

/** A cost that nothing known earns back: how much of it is, and no guess when it will be. */
export const NotPaidBack = meta.story({
  ...answered(byDays, { costs: cost(12) }),
  play: async ({ canvasElement }) => {
    await expect(canvasElement).toHaveTextContent(/Not within 111 days: 5\d\.\d% earned back\./)
  },
})

/** A curve for each campaign, with a cost of its own where the host gave one. */
export const Split = meta.story({
  ...answered(byCampaign, {
    costs: cost(3, { segmentRates: { organic: 0 } }),
  }),
  play: async ({ canvasElement }) => {
    const canvas = within(canvasElement)
    const { segments } = await ask(byCampaign)
    const table = within(canvas.getByRole('table', { name: /^Value by age/ }))
    await expect(table.getAllByRole('row')).toHaveLength(2 + segments.length)
    await expect(canvasElement).toHaveTextContent(/split by campaign/)
    await expect(canvasElement).toHaveTextContent(/All customers: Paid back on day \d+\./)
    for (const { label } of segments)
      await expect(table.getByRole('rowheader', { name: label })).toBeInTheDocument()
  },
})

/** Value per payer, beside a cost per payer. */
export const PerPayer = meta.story(
  answered(byDays, { measure: 'arppu', costs: { per: 'payer', currency: 'USD', rate: 20 } }),
)

/** Money that was spent by day, divided among the installs of the same days. */
export const SpendByDay = meta.story(
  answered(byDays, {
    costs: {
      per: 'install',
      currency: 'USD',
      spend: [
        { day: '2026-05-04', amount: 700 },
        { day: '2026-06-01', amount: 600 },
        { day: '2026-07-06', amount: 580 },
      ],
    },
  }),
)

/** Also ages that few customers have reached: they say more of these few than of time, and nothing of payback. */
export const AllAges = meta.story({
  ...answered(byDays, { allAges: true, costs: cost(4.5) }),
  play: async ({ canvasElement }) => {
    const { series } = await ask(byDays)
    const day = series.findLast(({ period, arpu }) => period <= 111 && arpu! < 4.5)!.period + 1
    await expect(series.at(-1)!.arpu).toBeLessThan(4.5)
    await expect(canvasElement).toHaveTextContent(`Paid back on day ${day}. `)
    await expect(canvasElement).not.toHaveTextContent('below it again')
  },
})

/** Money, gross. */
export const RevenueGross = meta.story(
  answered({ ...byDays, revenue_type: 'gross' }, { measure: 'revenue' }),
)

/** By renewals nothing says when the last payment is due: every number is provisional, and a sentence says so. */
export const ByRenewals = meta.story({
  ...answered(byRenewals, { costs: cost(6) }),
  play: async ({ canvasElement }) => {
    await expect(canvasElement).toHaveTextContent(/every number may still grow/)
    await expect(canvasElement).toHaveTextContent(/Paid back with payment \d+\. Not final\./)
    await expect(within(canvasElement).queryByRole('columnheader', { name: 'D7' })).toBeNull()
  },
})

/** A month that has not ended: customers still join, so nothing is final and no column is filled. */
export const RunningRange = meta.story({
  ...answered(running),
  play: async ({ canvasElement }) => {
    await expect(canvasElement).toHaveTextContent(/customers still join, so no age is final/)
    await expect(canvasElement).toHaveTextContent('D7 is final on Dec 9, 2026.')
    await expect(within(canvasElement).getByRole('cell', { name: 'Dec 9, 2026' })).toBeVisible()
    const row = within(canvasElement).getByRole('row', { name: /^All customers/ })
    await expect(row).not.toHaveTextContent('$')
  },
})

/** The API had no rate for what was asked and answered in US dollars: said, and the cost in euros is not compared. */
export const OtherCurrency = meta.story({
  ...answered(byDays),
  args: { question: { ...byDays, currency: 'EUR' }, costs: cost(4, { currency: 'EUR' }) },
  play: async ({ canvasElement }) => {
    await expect(canvasElement).toHaveTextContent('Amounts are in USD, not in EUR')
    await expect(canvasElement).toHaveTextContent('they are not compared')
    await expect(canvasElement).not.toHaveTextContent('Paid back')
  },
})

/** Amounts in a currency without minor units. The API's `measure` says usd all the same. */
export const Yen = meta.story(answered({ ...byDays, currency: 'JPY' }))

/** Test purchases carry a band that cannot be overlooked. */
export const SandboxEnvironment = meta.story(answered({ ...byDays, environment: 0 }))

/** An answer that does not leave out customers who are too young: its tail is too low, and that is said. */
export const CountingEveryone = meta.story({
  ...answered(byDays),
  loaders: [
    async () => {
      const data = await ask(byDays)
      const series = data.series.map((point) => ({
        period: point.period,
        revenue: point.revenue,
        arpu: (point.revenue ?? 0) / data.cohort_users,
        arppu: point.arppu,
        users: data.cohort_users,
      }))
      return { data: { ...data, series } }
    },
  ],
})
