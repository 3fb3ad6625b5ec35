import { expect, fireEvent, fn, userEvent, waitFor, within } from 'storybook/test'
import { OwnBackend } from '../../.storybook/OwnBackend.tsx'
import preview from '../../.storybook/preview.tsx'
import { shared } from '../../.storybook/withQonversion.tsx'
import type { Fetcher } from '../../src/core/fetcher.ts'
import type { HostCosts } from '../../src/resources/ltv/ltvView.model.ts'
import { LtvPanel } from '../../src/resources/ltv/LtvPanel.tsx'
import type { LtvInput } from '../../src/resources/ltv/types.ts'
import { ask, byDays } from './answers.ts'
import { saysRateLimited, saysServerError } from '../problems.ts'

const meta = preview.meta({
  title: 'Lifetime value/LtvPanel',
  component: LtvPanel,
  args: { onViewChange: fn() },
})

/** Dropped in with nothing said: net value per install of the last 6 complete months. */
export const Default = meta.story()

/** A range old enough for a payback, with its cost, from a link. */
export const FromALink = meta.story({
  args: {
    view: {
      range: { from: '2026-05-01', through: '2026-07-31' },
      costs: { perInstall: '4.5' },
      split: 'campaign',
    },
  },
})

const summer = { range: { from: '2026-05-01', through: '2026-07-31' } }

/** When does a campaign pay back? Split, a cost, then one of its own for a campaign. */
export const WhenDoesItPayBack = meta.story({
  args: { initialView: summer },
  play: async ({ canvasElement, args, step }) => {
    const canvas = within(canvasElement)
    const { series } = await ask(byDays)
    const dayOf = (cost: number) =>
      series.findLast(({ period, arpu }) => period <= 111 && arpu! < cost)!.period + 1
    await canvas.findByRole('application')
    await step('the cost is drawn while it is typed, and told when it is done', async () => {
      const field = canvas.getByLabelText('Cost per install (USD)')
      await userEvent.type(field, '4.5')
      await expect(canvasElement).toHaveTextContent(`Paid back on day ${dayOf(4.5)}.`)
      await expect(args.onViewChange).not.toHaveBeenCalled()
      await userEvent.keyboard('{Enter}')
      await expect(args.onViewChange).toHaveBeenLastCalledWith(
        expect.objectContaining({ costs: { perInstall: 4.5 } }),
        { costs: { perInstall: 4.5 } },
      )
    })
    await step('split by campaign, each has its payback', async () => {
      await waitFor(() => canvas.getByRole('option', { name: 'Campaign' }))
      await userEvent.selectOptions(canvas.getByLabelText('Split by'), 'Campaign')
      await expect(await canvas.findByRole('button', { name: 'Organic' })).toBeVisible()
      await expect(canvasElement).toHaveTextContent(/split by Campaign/)
    })
    await step('one campaign cost something else', async () => {
      await userEvent.click(canvas.getByText('Costs by segment'))
      await userEvent.type(canvas.getByLabelText('TikTok Ads'), '1.5{Enter}')
      const row = within(canvas.getByRole('table', { name: /^Value by age/ })).getByRole('row', {
        name: /^TikTok Ads/,
      })
      await expect(row).toHaveTextContent('$1.50')
      await expect(args.onViewChange).toHaveBeenLastCalledWith(
        expect.objectContaining({ segmentCosts: { perInstall: { tiktok_ads: 1.5 } } }),
        expect.anything(),
      )
    })
    await step('in another currency the costs mean nothing, and are put away', async () => {
      await userEvent.click(canvas.getByText('More options'))
      await userEvent.selectOptions(canvas.getByLabelText('Currency'), 'EUR')
      await expect(canvas.getByLabelText('Cost per install (EUR)')).toHaveValue('')
    })
  },
})

/** A changed control asks a new question, keeps the old answer in view until the new one is there, and tells the host. */
export const ChangeTheQuestion = meta.story({
  args: { initialView: summer },
  play: async ({ canvasElement, args, step }) => {
    const canvas = within(canvasElement)
    const chart = () => canvas.getByRole('application')
    await canvas.findByRole('application')
    await step('value per payer asks for a cost per payer', async () => {
      await userEvent.selectOptions(canvas.getByLabelText('Metric'), 'ARPPU')
      await expect(chart()).toHaveAccessibleName(/^Value per payer \(ARPPU\)/)
      await expect(canvas.getByLabelText('Cost per payer (USD)')).toBeEnabled()
    })
    await step('revenue has no cost', async () => {
      await userEvent.selectOptions(canvas.getByLabelText('Metric'), 'Revenue')
      await expect(canvas.getByLabelText('Cost per install (USD)')).toBeDisabled()
    })
    await step('a country is chosen behind the fold', async () => {
      await userEvent.click(canvas.getByText('More options'))
      await userEvent.click(await canvas.findByRole('button', { name: 'Country All' }))
      await userEvent.click(await canvas.findByRole('checkbox', { name: 'United States' }))
      await waitFor(() => expect(chart()).toHaveAccessibleName(/Country: United States/))
      await expect(args.onViewChange).toHaveBeenLastCalledWith(
        expect.objectContaining({ filters: { country: ['US'] } }),
        { measure: 'revenue', filters: { country: ['US'] } },
      )
    })
    await step('by renewals', async () => {
      await userEvent.selectOptions(canvas.getByLabelText('Ages'), 'By renewals')
      await waitFor(() => expect(chart()).toHaveAccessibleName(/by renewals/))
    })
    await step('a range that ends before it begins is refused in words', async () => {
      await fireEvent.change(canvas.getByLabelText('From'), { target: { value: '2027-01-01' } })
      await expect(await canvas.findByText(/The range ends before it begins/)).toBeVisible()
    })
  },
})

const costsOf = (question: LtvInput): HostCosts => ({
  currency: question.currency ?? 'USD',
  spend: ['2026-05-04', '2026-06-01', '2026-07-06'].map((day) => ({ day, amount: 600 })),
})

/** The host knows what was spent: no cost needs to be typed. */
export const CostsOfTheHost = meta.story({
  args: { initialView: summer, costsOf },
  play: async ({ canvasElement }) => {
    // 1,800 dollars for 420 installs.
    const row = await within(canvasElement).findByRole('row', { name: /^All customers/ })
    await expect(row).toHaveTextContent('$4.29')
  },
})

/** What is no amount changes nothing, says so, and stays as it was written. */
export const NoAmount = meta.story({
  args: { initialView: { ...summer, costs: { perInstall: 4 } } },
  play: async ({ canvasElement, args }) => {
    const canvas = within(canvasElement)
    await canvas.findByRole('application')
    const field = canvas.getByLabelText('Cost per install (USD)')
    const frame = () => getComputedStyle(field).borderTopColor
    const plain = getComputedStyle(canvas.getByLabelText('Split by')).borderTopColor
    await expect(frame()).toBe(plain)
    await userEvent.clear(field)
    await expect(frame()).toBe(plain)
    await userEvent.type(field, '-3')
    await expect(frame()).not.toBe(plain)
    await expect(canvas.getByRole('alert')).toHaveTextContent('write a number of 0 or more')
    await userEvent.tab()
    await expect(field).toHaveValue('-3')
    await expect(canvas.getByRole('alert')).toBeVisible()
    await expect(args.onViewChange).not.toHaveBeenCalled()
  },
})

/** Two seconds between question and answer. */
export const Slow = meta.story({ globals: { network: 'slow' }, tags: ['!test'] })

/** A project in which nothing has happened yet. */
export const Empty = meta.story({
  globals: { network: 'empty' },
  play: async ({ canvasElement }) => {
    const canvas = within(canvasElement)
    await expect(await canvas.findByText('No lifetime value in this range')).toBeVisible()
    await expect(canvasElement).not.toHaveTextContent('NaN')
  },
})

/** Every answer is a 429 that asks to wait a minute. */
export const RateLimited = meta.story({
  globals: { network: '429' },
  play: saysRateLimited,
})

/** Every answer is a 500; the library has asked three times before it says so. */
export const ServerError = meta.story({
  globals: { network: '500' },
  play: saysServerError,
})

/** One call of the three is refused. */
const withoutTrials: Fetcher = (path, init) =>
  path.includes('trial-conversion')
    ? Promise.resolve(
        Response.json(
          { error: { type: 'auth', code: 'forbidden', message: 'No.' } },
          { status: 403 },
        ),
      )
    : shared().full(path, init)

/** The curves are there; trial conversion is not, and says so. */
export const InPart = meta.story({
  decorators: [
    (Story) => (
      <OwnBackend fetcher={withoutTrials} scope="without-trials">
        <Story />
      </OwnBackend>
    ),
  ],
  play: async ({ canvasElement }) => {
    const canvas = within(canvasElement)
    await canvas.findByRole('application')
    await expect(await canvas.findByText('Could not be loaded.')).toBeVisible()
  },
})

/** In German, in the dark. */
export const GermanDark = meta.story({
  args: { initialView: { ...summer, currency: 'EUR', costs: { perInstall: 4 } } },
  globals: { locale: 'de-DE', theme: 'dark' },
  play: async ({ canvasElement }) => {
    const canvas = within(canvasElement)
    await expect(await canvas.findByLabelText('Kosten je Installation (EUR)')).toHaveValue('4')
    await waitFor(() => expect(canvasElement).toHaveTextContent(/Amortisiert an Tag \d+\./))
  },
})

/** With a decimal comma in German, whatever the browser speaks. */
export const DecimalComma = meta.story({
  args: { initialView: { ...summer, currency: 'EUR' } },
  globals: { locale: 'de-DE' },
  play: async ({ canvasElement, args }) => {
    const canvas = within(canvasElement)
    const field = await canvas.findByLabelText('Kosten je Installation (EUR)')
    await userEvent.type(field, '2,5{Enter}')
    await expect(field).toHaveValue('2,5')
    await expect(args.onViewChange).toHaveBeenLastCalledWith(
      expect.objectContaining({ costs: { perInstall: 2.5 } }),
      expect.anything(),
    )
  },
})
