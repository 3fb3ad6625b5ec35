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
      filters: { product: ['premium_monthly'] },
    },
    renewalLengths: ['month'],
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
      <div className="story-narrow" style={{ inlineSize: 358, maxInlineSize: '100%' }}>
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
      canvasElement.querySelector<HTMLElement>('[aria-rowindex="6"] [aria-colindex="7"]')!.focus()
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
