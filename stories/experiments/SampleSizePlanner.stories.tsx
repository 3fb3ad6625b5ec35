import { expect, fn, userEvent, waitFor, within } from 'storybook/test'
import preview from '../../.storybook/preview.tsx'
import { NOW } from '../../.storybook/withQonversion.tsx'
import { SampleSizePlanner } from '../../src/resources/experiments/SampleSizePlanner.tsx'
import type { MetricBaseline } from '../../src/resources/experiments/planner.types.ts'

const sales: MetricBaseline = {
  metric: 'sales',
  baseline: { kind: 'mean', mean: 2, variance: 76 },
  payerShare: 0.1,
  users: 11_200,
  source: 'Of 11,200 installs, Sep 1 – 28, 2026, within 10 days.',
  assumption: 'Spread between payers: controls of “Paywall layout”.',
}
const baselines: readonly MetricBaseline[] = [
  {
    metric: 'user_to_paid',
    baseline: { kind: 'proportion', rate: 0.1 },
    users: 11_200,
    source: 'Of 11,200 installs, Sep 1 – 28, 2026, within 10 days.',
  },
  sales,
]

const meta = preview.meta({
  title: 'Experiments/SampleSizePlanner',
  component: SampleSizePlanner,
  args: {
    now: NOW.getTime(),
    baselines,
    usersPerDay: 400,
    usersPerDaySource: 'Installs a day of the last 28 days.',
    onUse: fn(),
    onViewChange: fn(),
  },
})

/** The project's own figures, the smallest effect of 10%, read at any time. */
export const Default = meta.story()

/**
 * Numbers that others give too. 3,841 users in each arm tell 10% from 12% at alpha 5% and power 80% in the textbooks' formula with
 * unpooled variances (Fleiss, Levin and Paik 2003, chapter 4, without their correction); the sequence takes about 1.7 times as many.
 */
export const PublishedNumbers = meta.story({
  args: { initialView: { effect: 0.2, engine: 'fixed' } },
  play: async ({ canvasElement, args, step }) => {
    const canvas = within(canvasElement)
    const result = within(canvas.getByRole('region', { name: 'What it takes' }))
    await step('fixed', async () => {
      // (1.959964 + 0.841621)² × (0.1 × 0.9 + 0.12 × 0.88) / 0.02² = 3,838.2 an arm
      await expect(result.getByText('7,677 users')).toBeVisible()
      // 7,677 / 400 = 19.2 days, and 10 days of the window: 30 days, 5 whole weeks.
      await expect(result.getByText('35 days')).toBeVisible()
      await expect(
        result.getByText(
          'From Nov 22, 2026, new users until Dec 11, 2026, the result on Dec 27, 2026 (UTC).',
        ),
      ).toBeVisible()
    })
    await step('at any time, with the fixed size beside it', async () => {
      await userEvent.selectOptions(canvas.getByLabelText('Read'), 'At any time (sequential)')
      await waitFor(() =>
        expect(result.getByText(/^A fixed test|A fixed test/)).toHaveTextContent(
          /takes 7,677 users: .* costs 1\.\d\d times/,
        ),
      )
    })
    await step('handed over', async () => {
      await userEvent.click(canvas.getByRole('button', { name: 'Use this plan' }))
      await expect(args.onUse).toHaveBeenLastCalledWith({
        plan: expect.objectContaining({
          engine: 'sequential',
          alpha: 0.05,
          minEffect: 0.2,
          outcomeWindow: 10,
          primary: expect.objectContaining({ id: 'user_to_paid' }),
        }),
        weights: [1, 1],
        share: 1,
      })
    })
  },
})

/** By keyboard: a table row plans for its effect, and half the traffic takes twice the days. */
export const ByKeyboard = meta.story({
  args: { initialView: { engine: 'fixed' } },
  play: async ({ canvasElement, args, step }) => {
    const canvas = within(canvasElement)
    const row = () => canvas.getByRole('button', { name: 'Plan for 20.0%' })
    await step('a row', async () => {
      row().focus()
      await userEvent.keyboard('{Enter}')
      await waitFor(() => expect(canvas.getByText('7,677 users')).toBeVisible())
      await expect(row()).toHaveAttribute('aria-pressed', 'true')
    })
    await step('half the traffic: 7,677 / 200 = 38.4 days and the window, 7 weeks', async () => {
      const share = canvas.getByLabelText('Traffic share (%)')
      await userEvent.clear(share)
      await userEvent.type(share, '50')
      await waitFor(() => expect(canvas.getByText('49 days')).toBeVisible())
    })
    await step('the other way round', async () => {
      await expect(
        canvas.getByText(/^5,600 users in that time: an effect of 2\d\.\d% or more/),
      ).toBeVisible()
    })
    await expect(args.onViewChange).toHaveBeenLastCalledWith(
      expect.objectContaining({ effect: 0.2, share: 0.5 }),
    )
  },
})

/** What cannot be is explained, never NaN. */
export const Impossible = meta.story({
  args: { initialView: { engine: 'fixed' } },
  play: async ({ canvasElement, step }) => {
    const canvas = within(canvasElement)
    const enter = async (label: string, text: string) => {
      const field = canvas.getByLabelText(label)
      await userEvent.clear(field)
      if (text) await userEvent.type(field, text)
    }
    await step('more than everybody', async () => {
      await enter('Smallest effect worth having (%)', '1000')
      await expect(
        canvas.getByLabelText('Smallest effect worth having (%)'),
      ).toHaveAccessibleDescription(/more than everybody/)
      await enter('Smallest effect worth having (%)', '20')
    })
    await step('no figure, then nobody', async () => {
      await enter('Users who do it (%)', '')
      await expect(canvas.getByText(/^Nothing can be planned yet/)).toBeVisible()
      await enter('Users who do it (%)', '0')
      await expect(
        canvas.getByText(/Write a percentage above 0 and below 100/, {
          selector: '.qv-field-error',
        }),
      ).toBeVisible()
      await userEvent.click(canvas.getByRole('button', { name: 'Take the project’s figures' }))
      await waitFor(() => expect(canvas.getByText('7,677 users')).toBeVisible())
    })
    await step('nobody to compare with', async () => {
      await enter('Weight of variant 1', '0')
      await expect(canvas.getByLabelText('Weight of the control')).toHaveAccessibleDescription(
        /need a weight above 0/,
      )
      await expect(canvas.queryByRole('button', { name: 'Use this plan' })).toBe(null)
    })
    await expect(canvasElement).not.toHaveTextContent(/NaN|Infinity|∞/)
  },
})

/** Money, with the spread between payers that the project shows, and four arms of which the control is the largest. */
export const MoneyAndArms = meta.story({
  args: {
    currency: 'EUR',
    initialView: { metric: 'sales', effect: 0.3, weights: [2, 1, 1, 1], engine: 'fixed' },
  },
})

/** Nothing is known of the project: everything is typed, and money says what it assumes. */
export const NothingKnown = meta.story({
  args: {
    baselines: [],
    usersPerDay: undefined,
    initialView: { metric: 'sales', engine: 'fixed' },
  },
  play: async ({ canvasElement }) => {
    const canvas = within(canvasElement)
    await expect(canvas.getByText(/^Nothing can be planned yet/)).toBeVisible()
    await userEvent.type(canvas.getByLabelText('Users who pay (%)'), '10')
    await userEvent.type(canvas.getByLabelText('Average per payer (USD)'), '20')
    await expect(await canvas.findByText(/^Assumed: every payer pays the same/)).toBeVisible()
    // Ten in a hundred pay 20: as many users as for 10% against 11% of them. 14,749 an arm by the same formula.
    await waitFor(() => expect(canvas.getByText(/^\d\d,\d{3} users$/)).toBeVisible())
    await expect(canvas.getByText('Write how many new users there are a day.')).toBeVisible()
  },
})

/** An effect so small that it takes years: said, with what to do. */
export const TooLong = meta.story({ args: { usersPerDay: 20, initialView: { effect: 0.05 } } })

/** The project's figures are on their way, or did not come. */
/** The project's figures are on their way: nothing is said to be missing yet. */
export const Loading = meta.story({
  args: { baselines: [], loading: true, usersPerDay: undefined },
  play: async ({ canvasElement }) => {
    const takes = within(canvasElement).getByRole('region', { name: 'What it takes' })
    await expect(takes).toHaveTextContent('Loading the project’s figures')
    await expect(takes).not.toHaveTextContent('Write')
  },
})

/** They could not be had: the viewer's own are asked for, and nobody says that the project has none. */
export const Failed = meta.story({
  args: {
    baselines: [],
    usersPerDay: undefined,
    onRetry: fn(),
    problem: { kind: 'server', message: 'Internal error.', details: [], retryAt: null },
  },
  play: async ({ canvasElement }) => {
    await expect(canvasElement).toHaveTextContent('none is known')
    await expect(canvasElement).not.toHaveTextContent('The project has no figure')
  },
})

/** In German, in the dark. */
export const GermanDark = meta.story({
  args: {
    currency: 'EUR',
    initialView: { metric: 'sales', effect: 0.2 },
    baselines: [
      {
        ...sales,
        source: 'Von 11.200 Installationen, 1.–28. Sept. 2026, binnen 10 Tagen.',
        assumption: 'Streuung unter Zahlenden: Kontrollen von „Paywall layout“.',
      },
    ],
    usersPerDaySource: 'Installationen je Tag der letzten 28 Tage.',
  },
  globals: { locale: 'de-DE', theme: 'dark' },
})

/** From right to left. */
export const RightToLeft = meta.story({ globals: { locale: 'ar-EG' } })
