import { StrictMode } from 'react'
import { flushSync } from 'react-dom'
import { createRoot, hydrateRoot, type Root } from 'react-dom/client'
import { renderToString } from 'react-dom/server'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { page, userEvent } from 'vitest/browser'
import { CohortTable, type CohortTableProps } from '../../../src/resources/cohorts/CohortTable.tsx'
import '../../../src/styles/index.css'
import { largeAnswer } from '../../../stories/cohorts/largeAnswer.ts'
import { figure, runs } from '../../figures.ts'
import { cellIn, placeOf } from '../../ui/gridPlaces.ts'

const NOW = Date.UTC(2026, 10, 21)
const SIZE = 365
const data = largeAnswer(SIZE)
/** Positions of the grid: a heading, the cohorts, total and mean; cohort and size before the periods. */
const LAST_ROW = SIZE + 2
const LAST_COLUMN = SIZE + 1

let root: Root | undefined
let host: HTMLElement

/** A box of 1,100 pixels, in which most of the table is out of sight. */
function box(direction: 'ltr' | 'rtl' = 'ltr'): HTMLElement {
  host = document.createElement('div')
  host.style.width = '1100px'
  host.dir = direction
  document.body.append(host)
  return host
}

const table = (props: Partial<CohortTableProps> = {}) => (
  <StrictMode>
    <CohortTable data={data} asOf={NOW} {...props} />
  </StrictMode>
)

function draw(props: Partial<CohortTableProps> = {}, direction?: 'ltr' | 'rtl'): HTMLElement {
  root = createRoot(box(direction))
  flushSync(() => root!.render(table(props)))
  return grid()
}

beforeEach(() => page.viewport(1280, 900))
afterEach(() => {
  root?.unmount()
  root = undefined
  host.remove()
})

const grid = () => host.querySelector<HTMLElement>('[role=grid]')!
const scroller = () => grid().parentElement!
const cellAt = (row: number, column: number) => cellIn(grid(), row, column)
const rowIndexes = () =>
  [...grid().querySelectorAll('[role=row]')].map((row) => Number(row.getAttribute('aria-rowindex')))

const frame = () => new Promise((resolve) => requestAnimationFrame(resolve))

async function scrollTo(left: number, top: number): Promise<void> {
  scroller().scrollTo({ left, top, behavior: 'instant' })
  // The scroll event comes at the head of the next frame, and draws in it.
  await frame()
  await frame()
}

/** The focused cell, and whether all of it can be seen between the sticky parts. */
function focused(): { at: [number, number]; isInSight: boolean } {
  const cell = document.activeElement as HTMLElement
  const { left, right, top, bottom } = cell.getBoundingClientRect()
  const corners = [
    [left + 2, top + 2],
    [right - 2, bottom - 2],
  ] as const
  return {
    at: placeOf(cell),
    isInSight: corners.every(([x, y]) => cell.contains(document.elementFromPoint(x, y))),
  }
}

const press = (keys: string) => userEvent.keyboard(keys)
const enter = (row: number, column: number) => cellAt(row, column)!.focus()

describe('a table of 365 × 365', () => {
  it('draws what is seen, wherever it is scrolled to, and counts all of it', async () => {
    draw({ density: 'compact' })
    expect(grid().getAttribute('aria-rowcount')).toBe(String(LAST_ROW + 1))
    expect(grid().getAttribute('aria-colcount')).toBe(String(LAST_COLUMN + 1))
    const most = []
    for (const [left, top] of [
      [0, 0],
      [3_000, 2_000],
      [99_999, 0],
      [0, 99_999],
      [99_999, 99_999],
      [12_345, 4_321],
    ] as const) {
      await scrollTo(left, top)
      most.push(grid().querySelectorAll('*').length)
      const { left: x, top: y, width, height } = scroller().getBoundingClientRect()
      // The middle, and just inside of each corner of what is not sticky.
      for (const [dx, dy] of [
        [0.5, 0.5],
        [0.25, 0.1],
        [0.97, 0.1],
        [0.25, 0.85],
        [0.97, 0.85],
      ] as const) {
        const seen = document.elementFromPoint(x + width * dx, y + height * dy)
        expect(seen?.getAttribute('role'), `${left} ${top} at ${dx} ${dy}`).toBe('gridcell')
      }
    }
    expect(Math.max(...most)).toBeLessThanOrEqual(1_200)
    figure('365 × 365: most elements in the grid', most.length, String(Math.max(...most)))
  })

  it('gives every cell and row its place among all', async () => {
    draw()
    await scrollTo(5_000, 3_000)
    const body = grid().querySelector('tbody')!.getBoundingClientRect()
    const leading = grid().querySelector<HTMLElement>('tbody .qv-grid-label')!.offsetWidth
    const size = grid().querySelector<HTMLElement>('tbody .qv-grid-size')!.offsetWidth
    for (const cell of grid().querySelectorAll('tbody .qv-grid-cell')) {
      const { left, top, width } = cell.getBoundingClientRect()
      const row = (top - body.top) / cell.parentElement!.offsetHeight
      const column = (left - body.left - leading - size) / width
      expect(placeOf(cell)).toEqual([1 + Math.round(row), 2 + Math.round(column)])
    }
    const rows = rowIndexes()
    expect(rows).toEqual(rows.toSorted((a, b) => a - b))
  })

  it('shows each number where the grid has it', async () => {
    draw({ metric: 'payers' })
    await scrollTo(4_000, 2_500)
    const cells = [...grid().querySelectorAll<HTMLElement>('tbody .qv-grid-cell')]
    expect(cells.length).toBeGreaterThan(100)
    for (const cell of cells) {
      const [row, column] = placeOf(cell)
      const payers = data.cohorts[row - 1]!.periods[column - 2]?.payers
      expect(cell.textContent).toBe(payers === undefined ? '' : payers!.toLocaleString('en-US'))
    }
  })

  it('keeps the focused cell while it is scrolled out of sight', async () => {
    draw()
    enter(3, 4)
    await scrollTo(9_000, 6_000)
    expect(focused().at).toEqual([3, 4])
    expect(rowIndexes().filter((index) => index <= 30)).toEqual([1, 4])
    await press('{ArrowRight}')
    expect(focused()).toEqual({ at: [3, 5], isInSight: true })
  })

  it.each(['ltr', 'rtl'] as const)(
    'is walked by arrow keys across the edges of the window (%s)',
    async (direction) => {
      draw({}, direction)
      enter(16, 12)
      const forward = direction === 'ltr' ? '{ArrowRight}' : '{ArrowLeft}'
      const back = direction === 'ltr' ? '{ArrowLeft}' : '{ArrowRight}'
      const count = Math.max(4, runs(200) / 4)
      let [row, column] = [16, 12]
      expect(cellAt(row, column + count), 'outside of the first window').toBeNull()
      expect(cellAt(row + count + 4, column), 'outside of the first window').toBeNull()
      const walk: [string, number, number][] = [
        [forward, 0, 1],
        ['{ArrowDown}', 1, 0],
        [back, 0, -1],
        ['{ArrowUp}', -1, 0],
      ]
      for (const [key, down, along] of walk) {
        for (let step = 0; step < count; step++) {
          await press(key)
          row += down
          column += along
          expect(focused()).toEqual({ at: [row, column], isInSight: true })
        }
      }
      expect(grid().querySelectorAll('[tabindex="0"]')).toHaveLength(1)
      figure(
        `arrow keys across window edges (${direction})`,
        4 * count,
        'focus right and in sight at each',
      )
    },
    90_000,
  )

  it('is crossed by Home, End, Page Up and Page Down, with Control over the whole', async () => {
    draw()
    enter(1, 2)
    const visits: [string, number, number][] = [
      ['{End}', 1, LAST_COLUMN],
      ['{PageDown}', 11, LAST_COLUMN],
      ['{Home}', 11, 0],
      ['{Control>}{End}{/Control}', LAST_ROW, LAST_COLUMN],
      ['{PageUp}', LAST_ROW - 10, LAST_COLUMN],
      ['{ArrowLeft}', LAST_ROW - 10, LAST_COLUMN - 1],
      ['{Control>}{Home}{/Control}', 0, 0],
      ['{PageDown}', 10, 0],
      ['{ArrowRight}{ArrowRight}', 10, 2],
      ['{PageUp}', 0, 2],
    ]
    for (const [keys, row, column] of visits) {
      await press(keys)
      expect(focused(), keys).toEqual({ at: [row, column], isInSight: true })
    }
  })

  it('is hydrated from 30 rows and 20 columns without a difference', async () => {
    const html = renderToString(table())
    expect(html).not.toContain('style=')
    figure('365 × 365: server HTML', 1, `${html.length} characters`)
    expect(html.length).toBeLessThan(200_000)
    box().innerHTML = html
    const first = [...grid().querySelectorAll('tbody [role=row]')]
    expect(first).toHaveLength(30)
    expect(first[0]!.querySelectorAll('.qv-grid-cell')).toHaveLength(20)
    const complaints: unknown[] = []
    root = hydrateRoot(host, table(), { onRecoverableError: (error) => complaints.push(error) })
    await expect.poll(() => grid().clientWidth).toBeGreaterThan(20_000)
    expect(complaints).toEqual([])
    expect(document.contains(first[0]!)).toBe(true)
  })
})

describe('a table of 60 × 60', () => {
  it('draws what is seen; all of it for print, and by request', async () => {
    draw({ data: largeAnswer(60) })
    const cells = () => grid().querySelectorAll('tbody [role=gridcell]').length
    const few = cells()
    window.dispatchEvent(new Event('beforeprint'))
    expect(cells()).toBe(60 * 61)
    window.dispatchEvent(new Event('afterprint'))
    await expect.poll(cells).toBe(few)
    flushSync(() => root!.render(table({ data: largeAnswer(60), windowed: false })))
    expect(cells()).toBe(60 * 61)
  })
})

describe('a table of 40 × 40', () => {
  it('is drawn whole, by the same markup', () => {
    draw({ data: largeAnswer(40) })
    expect(grid().querySelectorAll('tbody [role=row]')).toHaveLength(40)
    expect(grid().querySelectorAll('tbody .qv-grid-cell')).toHaveLength(1_600)
  })
})
