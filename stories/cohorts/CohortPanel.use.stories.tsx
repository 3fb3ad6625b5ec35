import { expect, fireEvent, fn, userEvent, waitFor, within } from 'storybook/test'
import preview from '../../.storybook/preview.tsx'
import { CohortPanel } from '../../src/resources/cohorts/CohortPanel.tsx'

const meta = preview.meta({
  title: 'Cohorts/CohortPanel in use',
  component: CohortPanel,
  args: { onViewChange: fn() },
})

// What stands behind the fold, charts and answers to new questions come late.
const LOADED = { timeout: 10_000 }

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
    await userEvent.hover(grid.querySelector('[aria-rowindex="2"] [aria-colindex="3"]')!)
    await expect(await canvas.findByRole('tooltip', {}, LOADED)).toHaveTextContent('Revenue:')
    await fireEvent.change(canvas.getByLabelText('Metric'), { target: { value: 'payers' } })
    const cell = canvas.getByRole('grid').querySelector('[aria-rowindex="2"] [aria-colindex="3"]')!
    await expect(await canvas.findByRole('tooltip')).toHaveTextContent(
      `November 2025, Month 0: ${cell.textContent}.`,
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
      await canvas.findByRole('application', {}, LOADED)
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
    await step('products whose names begin alike are told apart', async () => {
      const names = canvasElement.querySelectorAll('tr[data-line="segment"] > th')
      await expect(names.length).toBeGreaterThan(1)
      for (const name of names) {
        await expect(name.scrollWidth).toBeLessThanOrEqual(name.clientWidth)
        await expect(name.scrollHeight).toBeLessThanOrEqual(name.clientHeight)
      }
    })
    await step('small cohorts are left out, and it is said how many', async () => {
      await userEvent.click(canvas.getByText('More options'))
      const least = await canvas.findByLabelText('Cohorts of at least', {}, LOADED)
      await userEvent.selectOptions(least, '50 members')
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
        .map((line) => line.querySelector('[aria-colindex="4"]')!.textContent)
        .slice(1)
        .map(Number.parseFloat)
        .filter((share) => !Number.isNaN(share))
      await expect(shares.length).toBeGreaterThan(1)
      await expect(shares).toEqual(shares.toSorted((a, b) => b - a))
    })
  },
})

/** Renewal lengths are mixed: the sentence that says so offers the split by product, which has a length for each. */
export const SplitFromTheSentence = meta.story({
  args: {
    productLengths: { premium_monthly: 'month', premium_yearly: 'year', premium_weekly: 'week' },
    initialView: { metric: 'payers', mode: 'by_renewals', definition: 'new_paying' },
  },
  play: async ({ canvasElement, args }) => {
    const canvas = within(canvasElement)
    const split = await canvas.findByRole('button', { name: 'Split by product' })
    await expect(split.closest('[role=note]')).toHaveTextContent(/this is no retention rate/)
    await userEvent.click(split)
    await expect(args.onViewChange).toHaveBeenLastCalledWith(
      expect.objectContaining({ split: 'product' }),
      expect.objectContaining({ split: 'product' }),
    )
    await waitFor(
      () => expect(canvas.getByRole('grid')).toHaveAccessibleName(/split by First product$/),
      LOADED,
    )
    await expect(canvas.getByLabelText('Split by')).toHaveValue('product')
    await expect(canvas.queryByRole('button', { name: 'Split by product' })).toBeNull()
  },
})
