import { expect, fireEvent, fn, userEvent, waitFor, within } from 'storybook/test'
import type { Decorator } from '@storybook/react-vite'
import { QueryClient } from '@tanstack/react-query'
import preview from '../../.storybook/preview.tsx'
import { NOW, shared } from '../../.storybook/withQonversion.tsx'
import type { Adapters } from '../../src/core/execute.ts'
import type { Fetcher } from '../../src/core/fetcher.ts'
import { QonversionProvider } from '../../src/react/QonversionProvider.tsx'
import { CohortPanel } from '../../src/resources/cohorts/CohortPanel.tsx'
import { ask, byMonths } from './answers.ts'

/** A story over a backend of its own, asked from nothing. */
const over =
  (fetcher: Fetcher): Decorator =>
  (Story, { id }) => (
    <QonversionProvider fetcher={fetcher} scope={id} now={NOW} queryClient={new QueryClient()}>
      <Story />
    </QonversionProvider>
  )

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
      { timeout: 10_000 },
    )
    await expect(problem).toBeVisible()
  },
})

const isMeta = (path: string) => path.endsWith('/cohorts/meta')
const refusal = (status: number, code: string, message: string) =>
  Response.json({ error: { type: 'request', code, message } }, { status })

/** The viewer has no right to this data. */
export const Forbidden = meta.story({
  decorators: [over(async () => refusal(403, 'forbidden', 'Viewers may not read cohorts.'))],
  play: async ({ canvasElement }) => {
    const canvas = within(canvasElement)
    await expect(await canvas.findByText('You may not see this')).toBeVisible()
    await expect(canvas.queryByRole('grid')).toBeNull()
  },
})

/** The choices of the project never come: the table does not wait for them. */
export const ChoicesHang = meta.story({
  decorators: [
    over((path, init) => (isMeta(path) ? new Promise(() => undefined) : shared().full(path, init))),
  ],
  play: async ({ canvasElement }) => {
    await expect(await within(canvasElement).findByRole('grid')).toBeVisible()
  },
})

/** Only a part came: the choices of the project failed, the documented ones are offered, and the page says so. */
export const ChoicesFail = meta.story({
  decorators: [
    over(async (path, init) =>
      isMeta(path) ? refusal(404, 'not_found', 'No such thing.') : shared().full(path, init),
    ),
  ],
  play: async ({ canvasElement }) => {
    const canvas = within(canvasElement)
    await expect(await canvas.findByRole('grid')).toBeVisible()
    await expect(await canvas.findByText(/those shown are the documented ones/)).toBeVisible()
  },
})

/** A backend that can be told to hold its answers back, or to fail, until it is told otherwise. */
function switchable() {
  let open = () => undefined as void
  const backend = { answer: 'at once' as 'at once' | 'held' | 'failing', release: () => open() }
  const fetcher: Fetcher = async (path, init) => {
    if (isMeta(path) || backend.answer === 'at once') return shared().full(path, init)
    if (backend.answer === 'failing') return refusal(403, 'forbidden', 'Not yet.')
    await new Promise<void>((resolve) => (open = resolve))
    return shared().full(path, init)
  }
  return { backend, fetcher }
}

const held = switchable()

/** While the answer to a changed question is on its way, the old one stays in view, dimmed, with its own question above it. */
export const StaleWhileRefreshing = meta.story({
  decorators: [over(held.fetcher)],
  beforeEach: () => {
    held.backend.answer = 'at once'
  },
  play: async ({ canvasElement }) => {
    const canvas = within(canvasElement)
    const grid = await canvas.findByRole('grid')
    held.backend.answer = 'held'
    await userEvent.selectOptions(canvas.getByLabelText('Cohorts by'), 'Week')
    await expect(await canvas.findByRole('button', { name: 'Refreshing…' })).toBeVisible()
    await expect(grid).toHaveAccessibleName(/Installs by month/)
    await expect(grid.closest('[data-stale]')).not.toBeNull()
    held.backend.release()
    await waitFor(() => expect(canvas.getByRole('grid')).toHaveAccessibleName(/Installs by week/))
  },
})

const failing = switchable()

/** “Try again” by keyboard: whoever pressed it does not lose their place when the notice goes away. */
export const TryAgainKeepsThePlace = meta.story({
  decorators: [over(failing.fetcher)],
  beforeEach: () => {
    failing.backend.answer = 'failing'
  },
  play: async ({ canvasElement }) => {
    const canvas = within(canvasElement)
    const again = await canvas.findByRole('button', { name: 'Try again' })
    failing.backend.answer = 'held'
    again.focus()
    await userEvent.keyboard('{Enter}')
    await expect(await canvas.findByRole('button', { name: 'Refreshing…' })).toHaveFocus()
    failing.backend.release()
    await expect(await canvas.findByRole('grid')).toBeVisible()
    await waitFor(() => expect(canvas.getByRole('button', { name: 'Refresh' })).toHaveFocus())
  },
})

/** Kept by the host as plain data, of which some parts are of another version: those fall back, the others hold. */
export const KeptByTheHost = meta.story({
  args: {
    view: {
      metric: 'payers',
      view: 'percentOfSize',
      grouping: 'fortnight',
      range: 'soon',
      split: '',
    },
  },
  play: async ({ canvasElement, args }) => {
    const canvas = within(canvasElement)
    const grid = await canvas.findByRole('grid')
    await expect(grid).toHaveAccessibleName(/^Paid in this period, % of cohort size · .* by month/)
    await userEvent.selectOptions(canvas.getByLabelText('Metric'), 'ARPU')
    await expect(args.onViewChange).toHaveBeenLastCalledWith(
      expect.objectContaining({ metric: 'arpu', view: 'absolute', grouping: 'month' }),
      { metric: 'arpu' },
    )
    // Until the host gives it back, nothing has changed.
    await expect(grid).toHaveAccessibleName(/^Paid in this period/)
  },
})

/** Payers by renewal in German: a share that may mislead stands behind its sentence. */
export const German = meta.story({
  globals: { locale: 'de-DE' },
  args: { initialView: { metric: 'payers', mode: 'by_renewals', currency: 'EUR' } },
  play: async ({ canvasElement }) => {
    const canvas = within(canvasElement)
    await canvas.findByRole('grid')
    const careful = canvas.getByRole('group', { name: /Vorsicht: Die Laufzeiten sind gemischt/ })
    await userEvent.selectOptions(
      canvas.getByLabelText('Zeigen als'),
      within(careful).getAllByRole('option')[0]!,
    )
    await expect(canvas.getByRole('grid')).toHaveAccessibleName(/% des ersten Zeitraums/)
    await expect(canvas.getByText(/Das ist keine Bleiberate/)).toBeVisible()
  },
})

/** In dark. */
export const Dark = meta.story({ globals: { theme: 'dark' } })

/** Right to left. */
export const RightToLeft = meta.story({ globals: { locale: 'ar-EG' } })

/** As wide as a phone. */
export const Narrow = meta.story({
  decorators: [
    (Story) => (
      <div className="story-narrow" style={{ inlineSize: 358 }}>
        <Story />
      </div>
    ),
  ],
  play: async ({ canvasElement }) => {
    const canvas = within(canvasElement)
    await canvas.findByRole('grid')
    await userEvent.click(canvas.getByText('More options'))
    const box = canvasElement.querySelector('.story-narrow')!
    await expect(box.scrollWidth).toBeLessThanOrEqual(box.clientWidth)
  },
})

/** Curves above the table: the rows that are ticked there are the lines here. */
export const Curves = meta.story({
  args: { initialView: { display: 'curves', metric: 'payers', view: 'percentOfSize' } },
  play: async ({ canvasElement, args, step }) => {
    const canvas = within(canvasElement)
    // What draws curves is loaded with the first of them.
    await canvas.findByRole('application', {}, { timeout: 10_000 })
    await userEvent.click(await canvas.findByRole('rowheader', { name: /March 2026/ }))
    const selected = [`|${Date.UTC(2026, 2) / 1000}`]
    await waitFor(() =>
      expect(args.onViewChange).toHaveBeenLastCalledWith(
        expect.objectContaining({ selected }),
        expect.anything(),
      ),
    )
    await expect(await canvas.findByRole('button', { name: 'March 2026' })).toBeVisible()
    await expect(canvas.queryByRole('button', { name: 'April 2026' })).toBeNull()
    await step('the number read in the chart is marked in the table', async () => {
      canvas.getByRole('application').focus()
      await userEvent.keyboard('{ArrowRight}')
      await waitFor(() => expect(canvasElement.querySelectorAll('[data-linked]')).toHaveLength(1))
    })
    await step('the number read in the table is ringed in the chart', async () => {
      const ring = () => canvasElement.querySelector('.qv-chart-ring')?.getAttribute('cx')
      const before = ring()
      canvasElement.querySelector<HTMLElement>('[data-row="5"][data-column="6"]')!.focus()
      await waitFor(() => expect(ring()).not.toBe(before))
      await expect(Number(ring())).toBeGreaterThan(0)
    })
  },
})

/** The heat map in the table's place. */
export const HeatMap = meta.story({
  args: { initialView: { display: 'heatmap' } },
  play: async ({ canvasElement }) => {
    // What draws it is loaded with the first of them.
    await waitFor(
      () => expect(canvasElement.querySelector('.qv-cohort-heatmap svg')).not.toBeNull(),
      { timeout: 10_000 },
    )
  },
})

/** Is a cohort better than the one before? Two rows are chosen by keyboard, the sentence says it, and the curves show it. */
export const BetterThanTheOneBefore = meta.story({
  args: {
    productLengths: { premium_monthly: 'month', premium_yearly: 'year' },
    initialView: {
      metric: 'payers',
      view: 'percentOfFirst',
      mode: 'by_renewals',
      definition: 'new_paying',
      revenueType: 'net',
      grouping: 'quarter',
      filters: { product: ['premium_monthly'] },
    },
  },
  play: async ({ canvasElement, step }) => {
    const canvas = within(canvasElement)
    const grid = await canvas.findByRole('grid')
    await step('two cohorts are ticked', async () => {
      grid.querySelector<HTMLElement>('[tabindex="0"]')!.focus()
      await userEvent.keyboard('{ArrowDown}{ArrowDown}{Home} {ArrowUp} {ArrowRight}{ArrowRight}')
      await userEvent.keyboard('{ArrowRight}')
    })
    await step(
      'the sentence says by how much, of how many, and what chance leaves open',
      async () => {
        await waitFor(() =>
          expect(canvasElement).toHaveTextContent(
            /Month 2: [\d.]+ points (higher|lower) \(−?[\d.]+ to −?[\d.]+\), \d+ against \d+: (not )?told apart/,
          ),
        )
      },
    )
    await step('their curves are drawn, with the mean', async () => {
      await userEvent.click(canvas.getByRole('radio', { name: 'Curves' }))
      await canvas.findByRole('application', {}, { timeout: 10_000 })
      await expect(canvas.getAllByRole('button', { name: /^(Mean|Q\d \d{4})$/ })).toHaveLength(3)
    })
  },
})

/** Which product loses people at the first renewal? Split, small cohorts left out, sorted by P2, by keyboard. */
export const WhichProductLosesPeople = meta.story({
  args: {
    initialView: {
      metric: 'payers',
      mode: 'by_renewals',
      definition: 'new_paying',
      grouping: 'year',
      range: { last: 1, unit: 'year', current: true },
    },
  },
  play: async ({ canvasElement, args, step }) => {
    const canvas = within(canvasElement)
    await canvas.findByRole('grid')
    await step('split by product, as a share of the first payment', async () => {
      await canvas.findByRole('option', { name: 'First product' })
      await userEvent.selectOptions(canvas.getByLabelText('Show as'), '% of first period')
      await userEvent.selectOptions(canvas.getByLabelText('Split by'), 'First product')
      await expect(await canvas.findByRole('rowheader', { name: /Premium yearly/ })).toBeVisible()
      await expect(canvas.getByText(/this is no retention rate\.$/)).toBeVisible()
    })
    await step('small cohorts are left out, and it is said how many', async () => {
      await userEvent.click(canvas.getByText('More options'))
      await userEvent.selectOptions(canvas.getByLabelText('Cohorts of at least'), '50 members')
      await expect(
        await canvas.findByText(/with fewer than 50 members (is|are) not shown/),
      ).toBeVisible()
    })
    await step('sorted by the second payment', async () => {
      const heading = canvas.getByRole('columnheader', { name: 'P2' })
      heading.focus()
      await userEvent.keyboard('{Shift>}{Enter}{/Shift}')
      await expect(heading).toHaveAttribute('aria-sort', 'descending')
      await expect(args.onViewChange).toHaveBeenLastCalledWith(
        expect.objectContaining({ sort: { by: 1, descending: true }, minSize: 50 }),
        expect.anything(),
      )
      const shares = [...canvasElement.querySelectorAll('tr[data-line="segment"]')]
        .map((line) => line.querySelector('[data-column="3"]')!.textContent)
        .slice(1)
        .map(Number.parseFloat)
        .filter((share) => !Number.isNaN(share))
      await expect(shares.length).toBeGreaterThan(1)
      await expect(shares).toEqual(shares.toSorted((a, b) => b - a))
    })
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
    await expect(await canvas.findByRole('tooltip')).toHaveTextContent('Revenue:')
    await fireEvent.change(canvas.getByLabelText('Metric'), { target: { value: 'payers' } })
    const cell = canvas.getByRole('grid').querySelector('[data-row="1"][data-column="2"]')!
    await expect(await canvas.findByRole('tooltip')).toHaveTextContent(
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
