import { expect, fireEvent, fn, userEvent, waitFor, within } from 'storybook/test'
import { QueryClient } from '@tanstack/react-query'
import preview from '../../.storybook/preview.tsx'
import { NOW, shared } from '../../.storybook/withQonversion.tsx'
import type { Adapters } from '../../src/core/execute.ts'
import type { Fetcher } from '../../src/core/fetcher.ts'
import { QonversionProvider } from '../../src/react/QonversionProvider.tsx'
import { CohortPanel } from '../../src/resources/cohorts/CohortPanel.tsx'
import { ask, byMonths } from './answers.ts'

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
      filters: { product: ['premium_monthly'] },
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
    await step('two countries are chosen behind the fold', async () => {
      await userEvent.click(canvas.getByText('More options'))
      await userEvent.click(await canvas.findByRole('button', { name: 'Country All' }))
      await userEvent.click(await canvas.findByRole('checkbox', { name: 'Germany' }))
      await userEvent.click(canvas.getByRole('checkbox', { name: 'France' }))
      await waitFor(() =>
        expect(canvas.getByRole('grid')).toHaveAccessibleName(/Country: Germany, France/),
      )
      await expect(args.onViewChange).toHaveBeenLastCalledWith(
        expect.objectContaining({ metric: 'revenue', filters: { country: ['DE', 'FR'] } }),
        { filters: { country: ['DE', 'FR'] } },
      )
      await expect(canvas.getByText('1 changed')).toBeVisible()
    })
    await step('a view that the next metric does not have falls back to amounts', async () => {
      await userEvent.selectOptions(canvas.getByLabelText('Metric'), 'Payers')
      await userEvent.selectOptions(canvas.getByLabelText('Show as'), '% of cohort size')
      await expect(canvas.getByRole('grid')).toHaveAccessibleName(
        /^Paid in this period, % of cohort size/,
      )
      await userEvent.selectOptions(canvas.getByLabelText('Metric'), 'Revenue')
      await expect(canvas.getByRole('grid')).toHaveAccessibleName(/^Revenue ·/)
    })
    await step('the current month is included on request', async () => {
      await userEvent.click(canvas.getByLabelText('Include the current period'))
      await expect(await canvas.findByRole('rowheader', { name: 'November 2026' })).toBeVisible()
    })
    await step('a range that ends before it begins is refused in words', async () => {
      await userEvent.selectOptions(canvas.getByLabelText('Range'), 'Custom dates')
      const from = canvas.getByLabelText('From')
      await fireEvent.change(from, { target: { value: '2027-01-01' } })
      await expect(await canvas.findByText(/The range ends before it begins/)).toBeVisible()
    })
  },
})

/** A tooltip that is open while the metric changes says what the cell then shows. */
export const TooltipFollows = meta.story({
  play: async ({ canvasElement }) => {
    const canvas = within(canvasElement)
    const grid = await canvas.findByRole('grid')
    await userEvent.hover(grid.querySelector('[data-row="1"][data-column="2"]')!)
    await expect(canvas.getByRole('tooltip')).toHaveTextContent('Revenue:')
    await fireEvent.change(canvas.getByLabelText('Metric'), { target: { value: 'payers' } })
    const cell = canvas.getByRole('grid').querySelector('[data-row="1"][data-column="2"]')!
    await expect(canvas.getByRole('tooltip')).toHaveTextContent(
      `November 2025, Month 0: ${cell.textContent}.`,
    )
  },
})

/** What this vendor calls its rows, as no version of the library has seen it. */
const foreign: Fetcher = async (path, init) => {
  const answer = await shared().full(path, init)
  const body = (await answer.json()) as Record<string, unknown>
  if (!('cohorts' in body)) return Response.json(body)
  const { cohorts, ...rest } = body
  return Response.json({ ...rest, rows_v5: cohorts })
}

/** The host's reader of that layout, as the error's own words say to write it. */
const adapters: Adapters = {
  v4GetCohortAnalyticsData: (raw) => {
    const { rows_v5, ...rest } = raw as Record<string, unknown>
    return { ...rest, cohorts: rows_v5 }
  },
}

/** An answer in a layout this version does not know: nothing is drawn, and the message says what to write. */
export const UnknownLayout = meta.story({
  decorators: [
    (Story) => (
      <QonversionProvider
        fetcher={foreign}
        scope="foreign"
        now={NOW}
        queryClient={new QueryClient()}
      >
        <Story />
      </QonversionProvider>
    ),
  ],
  play: async ({ canvasElement }) => {
    const canvas = within(canvasElement)
    await expect(await canvas.findByText('The answer cannot be read')).toBeVisible()
    await expect(canvasElement).toHaveTextContent('adapters={{ v4GetCohortAnalyticsData: (raw) =>')
    await expect(canvas.queryByRole('grid')).toBeNull()
  },
})

/** The same answer, mended by one adapter, from the raw answer to the drawn cell. */
export const MendedByAdapter = meta.story({
  decorators: [
    (Story) => (
      <QonversionProvider
        fetcher={foreign}
        scope="foreign"
        now={NOW}
        adapters={adapters}
        queryClient={new QueryClient()}
      >
        <Story />
      </QonversionProvider>
    ),
  ],
  play: async ({ canvasElement }) => {
    const grid = await within(canvasElement).findByRole('grid')
    const expected = (await ask(byMonths)).cohorts[0]!
    const cell = grid.querySelector('[data-row="1"][data-column="2"]')!
    await expect(cell).toHaveTextContent(`$${expected.periods[0]!.revenue!.toFixed(2)}`)
  },
})
