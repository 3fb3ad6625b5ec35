import type { ComponentProps } from 'react'
import { expect, fn, userEvent, waitFor, within } from 'storybook/test'
import preview from '../../.storybook/preview.tsx'
import { CohortHeatmap } from '../../src/resources/cohorts/CohortHeatmap.tsx'
import type { CohortsAnswer, CohortsInput } from '../../src/resources/cohorts/types.ts'
import { ask, asOf, byMonths, byRenewals } from './answers.ts'
import { daysOfDays } from './large.ts'

const meta = preview.meta({
  title: 'Cohorts/CohortHeatmap',
  component: CohortHeatmap,
  args: { asOf, question: byMonths, onActiveChange: fn(), onCellAction: fn() },
  argTypes: { question: { description: 'The question that the answer is of.' } },
})

type Args = ComponentProps<typeof CohortHeatmap>

/** A story over the sandbox's answer to a question. */
const answered = (question: CohortsInput) => ({
  args: { question },
  loaders: [async () => ({ data: await ask(question) })],
  render: (args: Args, { loaded }: { loaded: Record<string, unknown> }) => (
    <CohortHeatmap {...args} data={args.data ?? (loaded['data'] as CohortsAnswer)} />
  ),
})

/** Revenue of 12 monthly cohorts. Complete cells have the colour of their value; the running month is hatched; the future is empty. */
export const Revenue = meta.story(answered(byMonths))

/** A share of a cohort: the first month, which dwarfs the others, is left out of the scale. */
export const FirstMonthLeftOut = meta.story({
  ...answered(byMonths),
  args: {
    question: byMonths,
    metric: 'payers',
    view: 'percentOfSize',
    colour: { omitFirst: true },
  },
})

/** How far each cell is from the mean of its column: orange below, blue above. */
export const FromTheMean = meta.story({
  ...answered(byMonths),
  args: {
    question: byMonths,
    metric: 'payers',
    view: 'percentOfSize',
    colour: { scale: 'diverging' },
  },
})

const monthlyOnly: CohortsInput = { ...byRenewals, filter: { product: ['premium_monthly'] } }

/** The viridis ramp, rows by size. */
export const Viridis = meta.story({
  ...answered(monthlyOnly),
  args: {
    question: monthlyOnly,
    metric: 'payers',
    view: 'percentOfFirst',
    renewalLengths: ['month'],
    colour: { ramp: 'viridis' },
    sort: { by: 'size', descending: true },
  },
})

const byStore: CohortsInput = { ...byMonths, group_by: 'store' }

/** A split answer: all customers and each segment under their names, in one scale. One tab stop reads them all. */
export const Segments = meta.story({
  ...answered(byStore),
  args: { question: byStore, metric: 'payers', view: 'percentOfSize' },
  play: async ({ canvasElement, args }) => {
    const canvas = within(canvasElement)
    const plot = await canvas.findByRole('application')
    const [segment] = (await ask(byStore)).segments!
    plot.focus()
    await userEvent.keyboard('{ArrowRight}{PageDown}{ArrowDown}')
    await expect(canvas.getAllByRole('status')[0]).toHaveTextContent(
      /^October 2026, Month 0: [\d.]+%/,
    )
    await userEvent.keyboard('{ArrowDown}')
    await expect(canvas.getAllByRole('status')[0]).toHaveTextContent(
      new RegExp(`^${segment!.label} · November 2025, Month 0: [\\d.]+%`),
    )
    await expect(args.onActiveChange).toHaveBeenLastCalledWith({
      rowId: `${segment!.value}|${Date.UTC(2025, 10, 1) / 1000}`,
      column: 0,
    })
    await userEvent.keyboard('{Escape}')
  },
})

const weekly: CohortsInput = {
  ...byMonths,
  grouping: 'week',
  cohort_from: Date.UTC(2025, 10, 17) / 1000,
  cohort_to: Date.UTC(2026, 10, 16) / 1000,
}

/** 52 weeks by 52 weeks: no room for numbers, so the colours stand alone. */
export const FiftyTwoWeeks = meta.story(answered(weekly))

/** A year of days by days: 66,795 cells with a number, drawn as a dozen shapes. */
export const YearOfDays = meta.story({
  args: { data: daysOfDays(365), question: { mode: 'by_days', grouping: 'day' } },
  play: async ({ canvasElement, args, step }) => {
    const canvas = within(canvasElement)
    const plot = await canvas.findByRole('application')
    await step('few elements', async () => {
      await expect(plot.querySelectorAll('.qv-heatmap-cells').length).toBeLessThanOrEqual(12)
      await expect(canvasElement.querySelectorAll('*').length).toBeLessThan(1_200)
    })
    await step('every cell is read by keyboard', async () => {
      plot.focus()
      await userEvent.keyboard('{ArrowRight}{End}')
      await expect(args.onActiveChange).toHaveBeenLastCalledWith(
        expect.objectContaining({ column: 364 }),
      )
      await userEvent.keyboard('{ArrowDown}{ArrowDown}')
      await expect(canvas.getAllByRole('status')[0]).toHaveTextContent(/Not begun/)
      await userEvent.keyboard('{Escape}')
    })
  },
})

export const RightToLeft = meta.story({
  ...answered(byMonths),
  decorators: [
    (Story) => (
      <div dir="rtl">
        <Story />
      </div>
    ),
  ],
})

export const Dark = meta.story({ ...answered(byMonths), globals: { theme: 'dark' } })

export const German = meta.story({ ...answered(byMonths), globals: { locale: 'de-DE' } })

/** In a narrow place the numbers give way to the colours. */
export const Narrow = meta.story({
  ...answered(byMonths),
  decorators: [
    (Story) => (
      <div style={{ inlineSize: 350, maxInlineSize: '100%' }}>
        <Story />
      </div>
    ),
  ],
})

export const Loading = meta.story({
  play: async ({ canvasElement }) => {
    await expect(
      within(canvasElement).getByRole('status', { name: 'Loading cohorts' }),
    ).toBeVisible()
  },
})

/** Nobody fits the question: it is said why that may be. */
export const NobodyThere = meta.story({
  args: {
    question: { mode: 'by_days', grouping: 'day', filter: { country: ['AQ'] } },
    data: daysOfDays(0),
  },
})

export const Failed = meta.story({
  args: {
    onRefresh: fn(),
    problem: { kind: 'transport', message: 'fetch failed', details: [], retryAt: null },
  },
})

/** One tab stop: arrows read cell by cell in the words of the table; Enter acts on the cell. */
export const Keyboard = meta.story({
  ...answered(byMonths),
  play: async ({ canvasElement, args, step }) => {
    const canvas = within(canvasElement)
    const plot = await canvas.findByRole('application')
    const spoken = canvas.getAllByRole('status')[0]!
    plot.focus()
    await step('the first cell, then to the right and down', async () => {
      await userEvent.keyboard('{ArrowRight}')
      await expect(spoken).toHaveTextContent(/^November 2025, Month 0: \$[\d,.]+\. Complete\./)
      await userEvent.keyboard('{ArrowRight}{ArrowDown}')
      await expect(spoken).toHaveTextContent(/^December 2025, Month 1: /)
    })
    await step('the end of the row has not begun', async () => {
      await userEvent.keyboard('{End}')
      await expect(spoken).toHaveTextContent(/^December 2025, Month 12: –\. Not begun\./)
    })
    await step('Enter', async () => {
      await userEvent.keyboard('{Home}{Enter}')
      await expect(args.onCellAction).toHaveBeenCalledWith(
        expect.objectContaining({
          rowId: `|${Date.UTC(2025, 11, 1) / 1000}`,
          column: 0,
        }),
      )
    })
  },
})

/** The pointer reads the cell it is over; what the tooltip says is what the table's says. */
export const Hover = meta.story({
  ...answered(byMonths),
  play: async ({ canvasElement, args }) => {
    const plot = await within(canvasElement).findByRole('application')
    await waitFor(() =>
      expect(plot.querySelector('svg')!.viewBox.baseVal.width).toBe(Math.floor(plot.clientWidth)),
    )
    // Where its row and column are named: numbers stand in cells only where there is room for them.
    const nameOf = (text: string) => within(plot).getByText(text).getBoundingClientRect()
    const row = nameOf('November 2025')
    await userEvent.pointer({
      target: plot,
      coords: { clientX: nameOf('Month 0').x + 3, clientY: row.y + row.height / 2 },
    })
    await expect(args.onActiveChange).toHaveBeenLastCalledWith({
      rowId: `|${Date.UTC(2025, 10, 1) / 1000}`,
      column: 0,
    })
    await expect(canvasElement.querySelector('.qv-tooltip')).toHaveTextContent(
      /November 2025, Month 0: .*Complete/,
    )
  },
})
