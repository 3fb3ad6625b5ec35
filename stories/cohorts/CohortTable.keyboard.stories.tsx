import { expect, fn, userEvent, waitFor, within } from 'storybook/test'
import preview from '../../.storybook/preview.tsx'
import { CohortTable } from '../../src/resources/cohorts/CohortTable.tsx'
import { answered } from './answered.tsx'
import { asOf, byMonths, weekly } from './answers.ts'
import { position } from './inUse.ts'
import { largeAnswer } from './largeAnswer.ts'

const meta = preview.meta({
  title: 'Cohorts/CohortTable by keyboard',
  component: CohortTable,
  args: { asOf, question: byMonths, onRefresh: fn(), onCellAction: fn() },
})

/** One tab stop; arrows, Home, End, with Control over the whole table; Enter acts; Escape puts the tooltip away. */
export const Keyboard = meta.story({
  ...answered(byMonths),
  play: async ({ canvasElement, args, step }) => {
    const canvas = within(canvasElement)
    const grid = await canvas.findByRole('grid')
    const at = position
    const last = [
      Number(grid.getAttribute('aria-rowcount')) - 1,
      Number(grid.getAttribute('aria-colcount')) - 1,
    ]
    await step('the grid is one tab stop', async () => {
      await expect(grid.querySelectorAll('[tabindex="0"]')).toHaveLength(1)
      const csv = canvas.getByRole('button', { name: 'Download CSV' })
      csv.focus()
      await userEvent.tab()
      await expect(at()).toEqual([1, 2])
    })
    await step('once it is entered, its description says how sure its numbers are', async () => {
      const about = document.getElementById(grid.getAttribute('aria-describedby')!)!
      const count = (state: string) =>
        grid.querySelectorAll(`.qv-grid-cell[data-state="${state}"]`).length
      await waitFor(() => expect(about).toHaveTextContent(`Complete ${count('final')}`))
      await expect(about).toHaveTextContent(`Still running ${count('open')}`)
      await expect(about).toHaveTextContent('Mean per member')
    })
    await step('arrows, Home and End move the focus', async () => {
      await userEvent.keyboard('{ArrowRight}{ArrowDown}{ArrowDown}')
      await expect(at()).toEqual([3, 3])
      await userEvent.keyboard('{ArrowUp}{ArrowLeft}')
      await expect(at()).toEqual([2, 2])
      await userEvent.keyboard('{End}')
      await expect(at()).toEqual([2, last[1]])
      await userEvent.keyboard('{Home}{ArrowLeft}')
      await expect(at()).toEqual([2, 0])
      await userEvent.keyboard('{Control>}{End}{/Control}')
      await expect(at()).toEqual(last)
      await userEvent.keyboard('{ArrowDown}{ArrowRight}')
      await expect(at()).toEqual(last)
      await userEvent.keyboard('{Control>}{Home}{/Control}')
      await expect(at()).toEqual([0, 0])
      await expect(grid.querySelectorAll('[tabindex="0"]')).toHaveLength(1)
    })
    await step('the tooltip explains the focused cell until Escape', async () => {
      await userEvent.keyboard('{ArrowDown}{ArrowRight}{ArrowRight}')
      const cell = document.activeElement as HTMLElement
      const tip = document.getElementById(cell.getAttribute('aria-describedby')!)!
      await waitFor(() => expect(tip).toBeVisible())
      await expect(tip).toHaveTextContent(`November 2025, Month 0: ${cell.textContent}. Complete.`)
      await userEvent.keyboard('{Escape}')
      await waitFor(() => expect(tip).not.toBeVisible())
    })
    await step('Enter acts on the number, on headings it does nothing', async () => {
      await userEvent.keyboard('{Enter}')
      await waitFor(() => expect(args.onCellAction).toHaveBeenCalledTimes(1))
      await expect(args.onCellAction).toHaveBeenCalledWith(
        expect.objectContaining({
          row: expect.objectContaining({ label: '2025-11-01' }),
          column: expect.objectContaining({ index: 0 }),
        }),
      )
      await userEvent.keyboard('{Home}{Enter}')
      await expect(args.onCellAction).toHaveBeenCalledTimes(1)
    })
  },
})

/** What the keyboard reaches is never under the sticky headings, and an open tooltip follows a changed metric. */
export const InView = meta.story({
  ...answered(weekly),
  decorators: [
    (Story) => (
      <div style={{ inlineSize: 480, maxInlineSize: '100%' }}>
        <Story />
      </div>
    ),
  ],
  play: async ({ canvasElement, step }) => {
    const grid = await within(canvasElement).findByRole('grid')
    grid.querySelector<HTMLElement>('[tabindex="0"]')!.focus()
    await step('from the last column back to the first', async () => {
      await userEvent.keyboard('{End}')
      for (let column = Number(grid.getAttribute('aria-colcount')) - 1; column > 2; column--) {
        await userEvent.keyboard('{ArrowLeft}')
        const cell = document.activeElement as HTMLElement
        const box = cell.getBoundingClientRect()
        await expect(document.elementFromPoint(box.left + 4, box.top + box.height / 2)).toBe(cell)
      }
    })
    await step('what sticks is in sight already: the focus there moves no number', async () => {
      const scroller = grid.parentElement!
      await userEvent.keyboard('{End}')
      const place = scroller.scrollLeft
      await expect(place).toBeGreaterThan(0)
      await userEvent.keyboard('{Home}{ArrowDown}{ArrowRight}{ArrowUp}')
      await expect(scroller.scrollLeft).toBe(place)
    })
  },
})

/** The refresh button asks again, and only once while an answer is on its way. */
export const Refresh = meta.story({
  ...answered(byMonths),
  play: async ({ canvasElement, args }) => {
    await userEvent.click(await within(canvasElement).findByRole('button', { name: 'Refresh' }))
    await expect(args.onRefresh).toHaveBeenCalledTimes(1)
  },
})

/** Any heading sorts by its own button, or by Shift+Enter: down, up, and back to the answer's order. */
export const Sorting = meta.story({
  ...answered(byMonths),
  play: async ({ canvasElement, step }) => {
    const canvas = within(canvasElement)
    const grid = await canvas.findByRole('grid')
    const sizes = () =>
      [...grid.querySelectorAll('tbody [aria-colindex="2"]')].map((cell) =>
        Number(cell.textContent.replaceAll(',', '')),
      )
    const given = sizes()
    const heading = canvas.getByRole('columnheader', { name: 'Installs' })
    await step('by the pointer', async () => {
      await userEvent.click(canvas.getByRole('button', { name: 'Sort by Installs' }))
      await expect(heading).toHaveAttribute('aria-sort', 'descending')
      await expect(sizes()).toEqual(given.toSorted((a, b) => b - a))
    })
    await step('by the keyboard', async () => {
      heading.focus()
      await userEvent.keyboard('{Shift>}{Enter}{/Shift}')
      await expect(heading).toHaveAttribute('aria-sort', 'ascending')
      await expect(sizes()).toEqual(given.toSorted((a, b) => a - b))
      await userEvent.keyboard('{Shift>}{Enter}{/Shift}')
      await expect(heading).not.toHaveAttribute('aria-sort')
      await expect(sizes()).toEqual(given)
    })
    await step('cohorts without a value come last, and each row keeps its numbers', async () => {
      await userEvent.click(canvas.getByRole('button', { name: 'Sort by Month 11' }))
      const rows = [...grid.querySelectorAll('tbody [role=row]')]
      const cells = rows.map((row) => row.querySelector('[aria-colindex="14"]')!.textContent)
      await expect(cells.slice(2).every((text) => text === '')).toBe(true)
      await expect(rows[0]!.querySelector('[role=rowheader]')).toHaveTextContent(
        /November 2025|December 2025/,
      )
    })
    await step('the button that was pressed is pressed again by Enter', async () => {
      await userEvent.keyboard('{Enter}')
      const sorted = canvas.getByRole('columnheader', { name: 'Month 11' })
      await expect(sorted).toHaveAttribute('aria-sort', 'ascending')
    })
  },
})

/** 365 cohorts of 365 days: only what is seen is drawn, and the keyboard reaches all of it. */
export const Large = meta.story({
  args: { data: largeAnswer(365), question: {}, density: 'compact' },
  play: async ({ canvasElement, step }) => {
    const grid = await within(canvasElement).findByRole('grid')
    const at = position
    await step('a thousandth of the cells is drawn', async () => {
      await expect(grid).toHaveAttribute('aria-rowcount', '368')
      await expect(grid).toHaveAttribute('aria-colcount', '367')
      await expect(grid.querySelectorAll('*').length).toBeLessThanOrEqual(1_200)
    })
    await step('from the first number to the last corner and back', async () => {
      grid.querySelector<HTMLElement>('[tabindex="0"]')!.focus()
      await userEvent.keyboard('{Control>}{End}{/Control}')
      await expect(at()).toEqual([367, 366])
      await userEvent.keyboard('{PageUp}{Home}')
      await expect(at()).toEqual([357, 0])
      await expect(document.activeElement).toBeVisible()
    })
  },
})
