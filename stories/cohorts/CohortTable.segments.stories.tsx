import { expect, fn, userEvent, waitFor, within } from 'storybook/test'
import preview from '../../.storybook/preview.tsx'
import { CohortTable } from '../../src/resources/cohorts/CohortTable.tsx'
import type { CohortsInput } from '../../src/resources/cohorts/types.ts'
import { answered } from './answered.tsx'
import { ask, asOf, byMonths, byRenewals } from './answers.ts'
import { cellAt, copied } from './inUse.ts'

const meta = preview.meta({
  title: 'Cohorts/CohortTable segments and dates',
  component: CohortTable,
  args: { asOf, question: byMonths },
})

const ofSize = { metric: 'payers', view: 'percentOfSize' } as const

const byStore: CohortsInput = { ...byMonths, group_by: 'store' }

// Menus, charts and comparisons load on first use.
const LOADED = { timeout: 10_000 }

const annotations = [
  { date: '2026-03-10', label: 'Price rise' },
  { date: '2026-06-22', label: 'Outage', tone: 'error' },
  { date: '2026-09-01', label: 'Summer offer ends', tone: 'warning' },
  { date: '2024-01-01', label: 'Long ago' },
  { date: '31.12.2025', label: 'Mistyped' },
] as const

/** Segments, each with its own heading, size, totals and mean; its cohorts fold away, and all folded they are a table of segments. */
export const Segments = meta.story({
  ...answered(byStore),
  play: async ({ canvasElement, step }) => {
    const canvas = within(canvasElement)
    const grid = await canvas.findByRole('grid')
    const data = await ask(byStore)
    // By role every cell's name would be worked out each time.
    const headings = () => [...grid.querySelectorAll<HTMLElement>('[role=rowheader]')]
    const heading = (name: string) => headings().find((cell) => cell.textContent === name)!
    await step('a segment has its own size and totals', async () => {
      const all = heading('All')
      await expect(all).toHaveAttribute('aria-expanded', 'true')
      await expect(cellAt(grid, 1, 1)).toHaveTextContent(data.total!.users.toLocaleString('en-US'))
      await expect(cellAt(grid, 1, 2)).toHaveTextContent(
        data.total!.periods[0]!.revenue!.toLocaleString('en-US', {
          style: 'currency',
          currency: 'USD',
        }),
      )
    })
    await step('Enter folds it, and the focus stays', async () => {
      heading('All').focus()
      await userEvent.keyboard('{Enter}')
      await waitFor(() => expect(heading('All')).toHaveAttribute('aria-expanded', 'false'), LOADED)
      await expect(heading('All')).toHaveFocus()
      await userEvent.keyboard('{ArrowDown}')
      await expect(document.activeElement).toHaveTextContent(data.segments![0]!.label)
      await userEvent.keyboard(' ')
      await expect(document.activeElement).toHaveAttribute('aria-expanded', 'false')
    })
    await step('all folded they are a table of segments', async () => {
      await userEvent.click(canvas.getByRole('button', { name: 'Fold all' }))
      const names = headings().map((cell) => cell.textContent)
      await expect(names.slice(0, -2)).toEqual([
        'All',
        ...data.segments!.flatMap((segment) => [segment.label, 'Mean per member']),
      ])
      await expect(grid).toHaveAttribute('aria-rowcount', String(1 + names.length))
      await userEvent.click(canvas.getByRole('button', { name: 'Unfold all' }))
      await expect(heading('All')).toHaveAttribute('aria-expanded', 'true')
    })
    await step('a copied cohort is named with its segment', async () => {
      const [first] = data.segments!
      const { text } = await copied(() =>
        userEvent.click(canvas.getByRole('button', { name: 'Copy table' })),
      )
      await expect(text).toContain(`\r\n${first!.label} · `)
    })
  },
})

/** A period over all cohorts, by the heading of its column: is Month 1 getting better? */
export const ColumnOverCohorts = meta.story({
  ...answered(byMonths),
  args: { question: byMonths, ...ofSize, onColumnAction: fn() },
  play: async ({ canvasElement, args, step }) => {
    const canvas = within(canvasElement)
    const grid = await canvas.findByRole('grid')
    const data = await ask(byMonths)
    cellAt(grid, 0, 3).focus()
    await userEvent.keyboard('{Enter}')
    const chart = await canvas.findByRole('dialog', { name: 'Month 1 over cohorts' }, LOADED)
    await expect(args.onColumnAction).toHaveBeenCalledTimes(1)
    await step('its table holds the column', async () => {
      await userEvent.click(await within(chart).findByText('Data table'))
      const rows = within(chart).getAllByRole('row').slice(1)
      await expect(rows).toHaveLength(data.cohorts.length)
      const { users, periods } = data.cohorts[0]!
      const share = ((100 * periods[1]!.payers!) / users).toFixed(1)
      await expect(rows[0]).toHaveTextContent(`November 2025${share}%`)
      // October's Month 1 runs until the end of November.
      await expect(rows.at(-1)).toHaveTextContent(/^October 2026.*not final/)
    })
    await step('Escape closes it and gives the focus back', async () => {
      await userEvent.keyboard('{Escape}')
      await expect(canvas.queryByRole('dialog')).toBeNull()
      await expect(cellAt(grid, 0, 3)).toHaveFocus()
    })
  },
})

/** One date crosses every cohort at another column: what happened explains a diagonal of numbers. */
export const MarkedDates = meta.story({
  ...answered(byMonths),
  args: { question: byMonths, annotations },
  play: async ({ canvasElement, step }) => {
    const canvas = within(canvasElement)
    const grid = await canvas.findByRole('grid')
    await step(
      '10 March 2026 is Month 4 of November, Month 3 of December … Month 0 of March',
      async () => {
        await waitFor(() => expect(cellAt(grid, 1, 6)).toHaveAttribute('data-annotation'), LOADED)
        for (const [row, period] of [4, 3, 2, 1, 0].entries())
          await expect(cellAt(grid, row + 1, period + 2)).toHaveAttribute('data-annotation', 'info')
        await expect(cellAt(grid, 1, 6)).toHaveAttribute('data-flag', 'Price rise')
        await expect(cellAt(grid, 2, 5)).not.toHaveAttribute('data-flag')
        // 10 March is day 9 of 31, so the line stands in the second quarter.
        await expect(cellAt(grid, 1, 6)).toHaveAttribute('data-quarter', '1')
        const marks = grid.querySelectorAll('[data-annotation="error"]')
        // The cohorts of November to June, eight of them, were there in June.
        await expect(marks).toHaveLength(8)
      },
    )
    await step('what is written at its first cohort does not lie on the numbers', async () => {
      const text = document.createRange()
      for (const column of [5, 6, 7]) {
        const cell = cellAt(grid, 1, column)
        text.selectNodeContents(cell)
        const label = Number.parseFloat(getComputedStyle(cellAt(grid, 1, 6), '::before').lineHeight)
        await expect(label).toBeGreaterThan(9)
        const top = text.getBoundingClientRect().top - cell.getBoundingClientRect().top
        await expect(top).toBeGreaterThanOrEqual(label)
      }
    })
    await step('the tooltip says what happened', async () => {
      cellAt(grid, 5, 2).focus()
      await expect(await canvas.findByRole('tooltip')).toHaveTextContent('Mar 10, 2026: Price rise')
    })
    await step('the list below says all, also what is not in the table', async () => {
      const list = within(canvas.getByRole('list', { name: 'Events' })).getAllByRole('listitem')
      await expect(list.map((item) => item.textContent)).toEqual([
        'Jan 1, 2024: Long ago (outside of this table)',
        'Mar 10, 2026: Price rise',
        'Jun 22, 2026: Outage',
        'Sep 1, 2026: Summer offer ends',
        'Mistyped: “31.12.2025” is no date: write it as 2026-03-31.',
      ])
    })
    await step('they can be taken off', async () => {
      await userEvent.click(canvas.getByRole('checkbox', { name: 'Show events' }))
      await expect(grid.querySelector('[data-annotation]')).toBeNull()
      await expect(canvas.queryByRole('list', { name: 'Events' })).toBeNull()
      await userEvent.click(canvas.getByRole('checkbox', { name: 'Show events' }))
    })
  },
})

/** By renewals of several lengths nobody knows which payment was due on a day: said, not guessed. */
export const MarkedDatesByRenewals = meta.story({
  ...answered(byRenewals),
  args: { question: byRenewals, annotations },
  play: async ({ canvasElement }) => {
    const canvas = within(canvasElement)
    const grid = await canvas.findByRole('grid')
    await expect(await canvas.findByText(/^Events cannot be marked here/, {}, LOADED)).toBeVisible()
    await expect(grid.querySelector('[data-annotation]')).toBeNull()
  },
})

/** The same in German. */
export const InGerman = meta.story({
  ...answered(byStore),
  globals: { locale: 'de-DE' },
  args: { question: byStore, annotations },
  play: async ({ canvasElement }) => {
    const canvas = within(canvasElement)
    const grid = await canvas.findByRole('grid')
    await expect(cellAt(grid, 1, 0)).toHaveTextContent('Alle')
    await expect(await canvas.findByRole('list', { name: 'Ereignisse' }, LOADED)).toBeVisible()
    cellAt(grid, 2, 2).focus()
    const { text } = await copied(() => userEvent.keyboard('{Control>}c{/Control}'))
    const { revenue } = (await ask(byStore)).cohorts[0]!.periods[0]!
    await expect(text).toContain(`\t${String(revenue).replace('.', ',')}\r\n`)
    await expect(await canvas.findByText('1 Zahl kopiert.', {}, LOADED)).toBeVisible()
  },
})
