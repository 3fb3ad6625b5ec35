import { expect, fn, userEvent, waitFor, within } from 'storybook/test'
import preview from '../../.storybook/preview.tsx'
import { CohortPanel } from '../../src/resources/cohorts/CohortPanel.tsx'

const meta = preview.meta({
  title: 'Cohorts/CohortPanel',
  component: CohortPanel,
  args: { onViewChange: fn() },
})

/** Dropped in with nothing said: revenue of the last 12 complete months. The toolbar changes theme, locale, zone and network. */
export const Default = meta.story()

/** A host's own first view. */
export const PayersByWeek = meta.story({
  args: { initialView: { metric: 'payers', view: 'percentOfSize', grouping: 'week' } },
})

/** Renewals of one product, whose length the host knows. */
export const MonthlyRenewals = meta.story({
  args: {
    initialView: {
      metric: 'payers',
      view: 'percentOfSize',
      mode: 'by_renewals',
      definition: 'new_paying',
      filters: { product: 'premium_monthly' },
    },
    renewalLengths: ['month'],
  },
})

/** Two seconds between question and answer. */
export const Slow = meta.story({ globals: { network: 'slow' }, tags: ['!test'] })

/** A project in which nothing has happened yet. */
export const Empty = meta.story({
  globals: { network: 'empty' },
  play: async ({ canvasElement }) => {
    await expect(await within(canvasElement).findByText('No cohort in this range')).toBeVisible()
    await expect(canvasElement).not.toHaveTextContent('NaN')
    await expect(canvasElement).not.toHaveTextContent('0.0%')
  },
})

/** Every answer is a 429 that asks to wait a minute. */
export const RateLimited = meta.story({
  globals: { network: '429' },
  play: async ({ canvasElement }) => {
    const canvas = within(canvasElement)
    await expect(await canvas.findByText('Too many requests')).toBeVisible()
    await expect(canvas.getByRole('button', { name: 'Try again' })).toBeEnabled()
  },
})

/** Every answer is a 500; the library has asked three times before it says so. */
export const ServerError = meta.story({
  globals: { network: '500' },
  play: async ({ canvasElement }) => {
    const problem = await within(canvasElement).findByText(
      'The server could not answer',
      {},
      { timeout: 6_000 },
    )
    await expect(problem).toBeVisible()
  },
})

/** A changed control asks a new question, keeps the old answer in view until the new one is there, and tells the host. */
export const ChangeTheQuestion = meta.story({
  play: async ({ canvasElement, args, step }) => {
    const canvas = within(canvasElement)
    await canvas.findByRole('grid')
    await step('a country is chosen', async () => {
      await userEvent.selectOptions(await canvas.findByLabelText('Country'), 'Germany')
      await waitFor(() => expect(canvas.getByRole('grid')).toHaveAccessibleName(/country: DE/))
      await expect(args.onViewChange).toHaveBeenLastCalledWith(
        expect.objectContaining({ filters: { country: 'DE' } }),
      )
    })
    await step('shares are offered for payers only', async () => {
      await expect(canvas.queryByLabelText('Show as')).toBeNull()
      await userEvent.selectOptions(canvas.getByLabelText('Metric'), 'Paid in this period')
      await userEvent.selectOptions(canvas.getByLabelText('Show as'), '% of cohort size')
      await expect(canvas.getByRole('grid')).toHaveAccessibleName(
        /^Paid in this period, % of cohort size/,
      )
      await userEvent.selectOptions(canvas.getByLabelText('Metric'), 'Revenue')
      await expect(canvas.getByRole('grid')).toHaveAccessibleName(/^Revenue, Amounts/)
    })
    await step('a range that ends before it begins is refused in words', async () => {
      const from = canvas.getByLabelText('From')
      await userEvent.clear(from)
      await userEvent.type(from, '2027-01-01')
      await expect(await canvas.findByText(/The range ends before it begins/)).toBeVisible()
    })
  },
})
