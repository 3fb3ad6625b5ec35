import { useState } from 'react'
import { expect, fireEvent, fn, userEvent, waitFor, within } from 'storybook/test'
import preview from '../../.storybook/preview.tsx'
import { CohortTable } from '../../src/resources/cohorts/CohortTable.tsx'
import type { CohortsInput } from '../../src/resources/cohorts/types.ts'
import { answered, answerOf, type Loaded, type TableArgs } from './answered.tsx'
import { ask, asOf, byMonths } from './answers.ts'
import { cellAt, copied, position, selectedCells } from './inUse.ts'

const meta = preview.meta({
  title: 'Cohorts/CohortTable in use',
  component: CohortTable,
  args: { asOf, question: byMonths },
})

const ofSize = { metric: 'payers', view: 'percentOfSize' } as const

const byDays: CohortsInput = {
  ...byMonths,
  grouping: 'day',
  cohort_from: Date.UTC(2026, 6, 1) / 1000,
}

// Menus, charts and comparisons load on first use.
const LOADED = { timeout: 10_000 }

/** A rectangle of numbers: drag, Shift with a click or the arrows, Control+A for all, Control+C to copy, Escape to clear. */
export const Ranges = meta.story({
  ...answered(byMonths),
  play: async ({ canvasElement, step }) => {
    const canvas = within(canvasElement)
    const grid = await canvas.findByRole('grid')
    const data = await ask(byMonths)
    const revenue = (cohort: number, period: number) =>
      String(data.cohorts[cohort]!.periods[period]!.revenue)
    await step('drag from one number to another', async () => {
      const [from, to] = [cellAt(grid, 2, 3), cellAt(grid, 3, 4)]
      to.scrollIntoView({ block: 'nearest', inline: 'nearest' })
      const box = to.getBoundingClientRect()
      const over = { clientX: box.x + 5, clientY: box.y + 5, buttons: 1 }
      await fireEvent.mouseDown(from, { buttons: 1 })
      // A pointer goes on moving while what follows it is loaded.
      await waitFor(async () => {
        await fireEvent.mouseMove(to, over)
        await expect(grid).toHaveAttribute('data-selecting')
      }, LOADED)
      await fireEvent.mouseUp(to)
      await expect(selectedCells(grid)).toEqual(['2.3', '2.4', '3.3', '3.4'])
      await expect(document.activeElement).toBe(to)
    })
    await step('the arrows go on with Shift, and without it the range ends', async () => {
      await userEvent.keyboard('{Shift>}{ArrowDown}{ArrowLeft}{/Shift}')
      await expect(selectedCells(grid)).toEqual(['2.3', '3.3', '4.3'])
      await userEvent.keyboard('{ArrowLeft}')
      await expect(selectedCells(grid)).toEqual([])
      await expect(position()).toEqual([4, 2])
    })
    await step('Shift with a click', async () => {
      await fireEvent.mouseDown(cellAt(grid, 1, 2))
      cellAt(grid, 1, 2).focus()
      await fireEvent.mouseDown(cellAt(grid, 2, 3), { shiftKey: true })
      await fireEvent.mouseUp(cellAt(grid, 2, 3))
      await expect(selectedCells(grid)).toEqual(['1.2', '1.3', '2.2', '2.3'])
    })
    await step('Control+C copies with the headings, numbers as numbers', async () => {
      const { text, html } = await copied(() => userEvent.keyboard('{Control>}c{/Control}'))
      const lines = text.split('\r\n').map((line) => line.split('\t'))
      await expect(lines.slice(0, 3)).toEqual([
        ['Month', 'Installs', 'Month 0', 'Month 1'],
        ['November 2025', String(data.cohorts[0]!.users), revenue(0, 0), revenue(0, 1)],
        ['December 2025', String(data.cohorts[1]!.users), revenue(1, 0), revenue(1, 1)],
      ])
      const table = new DOMParser().parseFromString(html, 'text/html')
      await expect([...table.querySelectorAll('tbody td')].map((td) => td.textContent)).toEqual(
        lines.slice(1, 3).flatMap((line) => line.slice(1)),
      )
      await expect(await canvas.findByText('4 numbers copied.', {}, LOADED)).toBeVisible()
    })
    await step('Control+A takes all numbers, Escape none', async () => {
      await userEvent.keyboard('{Control>}a{/Control}')
      await expect(cellAt(grid, 14, 14)).toHaveAttribute('aria-selected', 'true')
      await expect(cellAt(grid, 1, 0)).toHaveAttribute('aria-selected', 'false')
      await userEvent.keyboard('{Escape}')
      await expect(selectedCells(grid)).toEqual([])
    })
    await step('the button copies the whole table; what is not complete is named', async () => {
      const button = canvas.getByRole('button', { name: 'Copy table' })
      const { text } = await copied(() => userEvent.click(button))
      await expect(text).toContain('\r\nRevenue · gross · USD')
      await expect(text).toContain('\r\nStill running: November 2025 Month 12, ')
      const october = text.split('\r\n').find((line) => line.startsWith('October 2026'))!
      // Month 0 is complete, Month 1 runs, and nothing has begun after it.
      await expect(october.split('\t').slice(4)).toEqual(Array.from({ length: 11 }, () => ''))
    })
    await step('a range ends where its positions hold other cells', async () => {
      cellAt(grid, 1, 2).focus()
      await userEvent.keyboard('{Control>}a{/Control}')
      await expect(selectedCells(grid)).not.toEqual([])
      await userEvent.click(canvas.getByRole('button', { name: 'Sort by Installs' }))
      await waitFor(() => expect(selectedCells(grid)).toEqual([]))
    })
  },
})

/** Of a table of 123 × 144 days only a part is drawn; a range holds, and copies, all of it. */
export const RangeOfLargeTable = meta.story({
  ...answered(byDays),
  play: async ({ canvasElement }) => {
    const grid = await within(canvasElement).findByRole('grid')
    const data = await ask(byDays)
    cellAt(grid, 1, 2).focus()
    await userEvent.keyboard('{Control>}a{/Control}')
    await userEvent.keyboard('{Control>}{Shift>}{End}{/Shift}{/Control}')
    await waitFor(() => expect(selectedCells(grid).length).toBeGreaterThan(100))
    await expect(selectedCells(grid).length).toBeLessThan(2_000)
    const { text } = await copied(() => userEvent.keyboard('{Control>}c{/Control}'))
    const lines = text.split('\r\n').map((line) => line.split('\t'))
    await expect(lines[0]).toHaveLength(2 + data.period_labels.length)
    const revenues = data.cohorts.map((row) => row.periods.map((cell) => cell?.revenue ?? null))
    for (const [index, row] of revenues.entries()) {
      const numbers = lines[index + 1]!.slice(2, 2 + row.length).map((field) => Number(field))
      // Twelve digits: a binary fraction may end in other ones.
      await expect(numbers.map((value) => value.toPrecision(12))).toEqual(
        row.map((value) => (value ?? 0).toPrecision(12)),
      )
    }
  },
})

/** Two chosen cohorts give an answer: how much higher, what chance leaves possible, of how many people. */
export const ChosenCohorts = meta.story({
  ...answered(byMonths),
  args: { question: byMonths, ...ofSize, onSelectedRowsChange: fn() },
  play: async ({ canvasElement, args, step }) => {
    const canvas = within(canvasElement)
    const grid = await canvas.findByRole('grid')
    const [november, december] = (await ask(byMonths)).cohorts
    const id = (row: { cohort_start: number }) => `|${row.cohort_start}`
    await step('a click on the heading of a row, and the space bar', async () => {
      await userEvent.click(cellAt(grid, 1, 0))
      await waitFor(
        () => expect(cellAt(grid, 1, 0)).toHaveAttribute('aria-selected', 'true'),
        LOADED,
      )
      await expect(args.onSelectedRowsChange).toHaveBeenLastCalledWith([id(november!)])
      await userEvent.keyboard('{ArrowDown} ')
      await expect(args.onSelectedRowsChange).toHaveBeenLastCalledWith([
        id(november!),
        id(december!),
      ])
    })
    await step('the answer is of the column in use', async () => {
      await userEvent.keyboard('{ArrowRight}{ArrowRight}{ArrowRight}{ArrowRight}')
      const [a, b] = [november!, december!].map((row) => row.periods[2]!.payers! / row.users)
      const points = Math.abs((a! - b!) * 100).toFixed(1)
      const answer = await canvas.findByText(
        new RegExp(
          `^Month 2: ${points} points (higher|lower) \\(.+ to .+\\), 90 against 100: not told apart`,
        ),
        {},
        LOADED,
      )
      await expect(answer).toBeVisible()
    })
    await step('a third cohort ends the comparison, the button all', async () => {
      await userEvent.click(cellAt(grid, 3, 0))
      await expect(canvas.getByText('3 cohorts selected.')).toBeVisible()
      await userEvent.click(canvas.getByRole('button', { name: 'Clear selection' }))
      await expect(args.onSelectedRowsChange).toHaveBeenLastCalledWith([])
      await expect(canvas.queryByText(/selected/)).toBeNull()
    })
  },
})

function Controlled(args: TableArgs) {
  const [rows, setRows] = useState<readonly string[]>(args.selectedRows ?? [])
  return <CohortTable {...args} selectedRows={rows.slice(-1)} onSelectedRowsChange={setRows} />
}

/** The host holds the selection: here it keeps only the last cohort. */
export const ChosenByHost = meta.story({
  ...answered(byMonths),
  render: (args: TableArgs, context: Loaded) => <Controlled {...args} data={answerOf(context)} />,
  play: async ({ canvasElement }) => {
    const grid = await within(canvasElement).findByRole('grid')
    await userEvent.click(cellAt(grid, 1, 0))
    await userEvent.click(cellAt(grid, 2, 0))
    await waitFor(() => expect(cellAt(grid, 2, 0)).toHaveAttribute('aria-selected', 'true'), LOADED)
    await expect(cellAt(grid, 1, 0)).toHaveAttribute('aria-selected', 'false')
  },
})

/** The menu of a number: a click, Enter, Shift+F10 or the right button opens it, Escape gives the focus back. */
export const CellMenu = meta.story({
  ...answered(byMonths),
  args: {
    question: byMonths,
    onCellAction: fn(),
    cellMenu: ({ row }) => [
      { label: 'Show the payers', onSelect: () => location.assign(`#payers-${row.label}`) },
      { label: 'Export the members', onSelect: () => location.assign(`#members-${row.label}`) },
    ],
  },
  play: async ({ canvasElement, args, step }) => {
    const canvas = within(canvasElement)
    const grid = await canvas.findByRole('grid')
    cellAt(grid, 2, 3).focus()
    await step('Enter opens it, arrows go round, Escape gives the focus back', async () => {
      await userEvent.keyboard('{Enter}')
      const menu = await canvas.findByRole(
        'menu',
        { name: /Actions: December 2025, Month 1/ },
        LOADED,
      )
      await expect(args.onCellAction).toHaveBeenCalledTimes(1)
      const [first, last] = within(menu).getAllByRole('menuitem')
      await expect(first).toHaveFocus()
      await userEvent.keyboard('{ArrowUp}')
      await expect(last).toHaveFocus()
      await userEvent.keyboard('s')
      await expect(first).toHaveFocus()
      await userEvent.keyboard('{Escape}')
      await expect(canvas.queryByRole('menu')).toBeNull()
      await expect(cellAt(grid, 2, 3)).toHaveFocus()
    })
    await step('Shift+F10 opens it without the action of the cell', async () => {
      await userEvent.keyboard('{Shift>}{F10}{/Shift}')
      await expect(await canvas.findByRole('menu', {}, LOADED)).toBeVisible()
      await expect(args.onCellAction).toHaveBeenCalledTimes(1)
      await userEvent.keyboard('{End}{Enter}')
      await expect(location.hash).toBe('#members-2025-12-01')
      await expect(cellAt(grid, 2, 3)).toHaveFocus()
    })
    await step('a press elsewhere closes it', async () => {
      await userEvent.click(cellAt(grid, 3, 3))
      await expect(await canvas.findByRole('menu', {}, LOADED)).toBeVisible()
      await userEvent.click(canvas.getByText(/^Data up to/))
      await waitFor(() => expect(canvas.queryByRole('menu')).toBeNull())
    })
  },
})

/** Anything can stand in the popover of a number. */
export const CellPopover = meta.story({
  ...answered(byMonths),
  args: {
    question: byMonths,
    cellMenu: ({ row, cell }) => (
      <p>
        {cell.text} of {row.size} people. <a href="#members">Show them</a>
      </p>
    ),
  },
  play: async ({ canvasElement }) => {
    const canvas = within(canvasElement)
    const grid = await canvas.findByRole('grid')
    cellAt(grid, 1, 2).focus()
    await userEvent.keyboard(' ')
    const popover = await canvas.findByRole('dialog', {}, LOADED)
    await expect(within(popover).getByRole('link', { name: 'Show them' })).toHaveFocus()
    await userEvent.keyboard('{Escape}')
    await expect(cellAt(grid, 1, 2)).toHaveFocus()
  },
})
