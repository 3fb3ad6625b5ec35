import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { page } from 'vitest/browser'
import { CohortTable } from '../../../src/resources/cohorts/CohortTable.tsx'
import { rowId } from '../../../src/resources/cohorts/grid.lines.model.ts'
import '../../../src/styles/index.css'
import { createStage } from '../../stage.tsx'
import { at, shop } from './answers.ts'

let above: HTMLElement

beforeEach(() => {
  above = document.body.appendChild(document.createElement('div'))
})
afterEach(() => above.remove())
const stage = createStage()

const { cohorts } = shop()
const chosen = cohorts.slice(0, 2).map((row) => rowId({ start: row.cohort_start }))

/** What is loaded and what moves takes longer on a busy machine. */
const eventually = (check: () => void) => vi.waitFor(check, { timeout: 15_000 })

/** Draws the table and waits for the comparison above it, which would move it later. */
async function draw(): Promise<void> {
  stage.draw(
    <CohortTable
      data={shop()}
      asOf={at('1998-01-01') * 1000}
      metric="payers"
      view="percentOfSize"
      selectedRows={chosen}
    />,
  )
  await eventually(() => expect(find('.qv-chosen-text').textContent).toContain('told apart'))
}

const find = (selector: string) => stage.host.querySelector<HTMLElement>(selector)!
const cellAt = (row: number, column: number) =>
  find(`[aria-rowindex="${row + 1}"] [aria-colindex="${column + 1}"]`)
const boxOf = (element: Element) => element.getBoundingClientRect()
const overlap = (a: DOMRect, b: DOMRect) =>
  a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom

async function tooltipOf(cell: HTMLElement): Promise<HTMLElement> {
  cell.dispatchEvent(new PointerEvent('pointerover', { bubbles: true }))
  const tip = find('[role=tooltip]')
  await eventually(() => expect(tip.matches(':popover-open')).toBe(true))
  return tip
}

describe('the tooltip', () => {
  it('covers neither its cell nor the comparison above the table, on a phone too', async () => {
    await page.viewport(390, 700)
    await draw()
    const comparison = find('.qv-chosen-text')
    // Scrolled so that the first row is the last thing in the window: below there is no room, and above is the comparison.
    const cell = cellAt(1, 2)
    above.style.height = `${700 - boxOf(cell).bottom - 8}px`
    const tip = await tooltipOf(cell)
    expect(boxOf(cell).bottom).toBeGreaterThan(650)
    expect(boxOf(tip).top).toBeGreaterThanOrEqual(0)
    expect(boxOf(tip).bottom).toBeLessThanOrEqual(700)
    expect(overlap(boxOf(tip), boxOf(comparison))).toBe(false)
    expect(overlap(boxOf(tip), boxOf(cell))).toBe(false)
  })

  it('stands below its cell where there is room', async () => {
    await page.viewport(1280, 900)
    await draw()
    const tip = await tooltipOf(cellAt(1, 2))
    await eventually(() => expect(boxOf(tip).top - boxOf(cellAt(1, 2)).bottom).toBeCloseTo(6, 0))
  })

  it('goes with its cell when what stands above the table grows', async () => {
    await page.viewport(1280, 900)
    await draw()
    const cell = cellAt(1, 2)
    const tip = await tooltipOf(cell)
    const distance = () => boxOf(tip).top - boxOf(cell).bottom
    await eventually(() => expect(distance()).toBeCloseTo(6, 0))
    const before = boxOf(tip).top
    above.style.height = '90px'
    await eventually(() => expect(boxOf(tip).top).toBeCloseTo(before + 90, 0))
    expect(distance()).toBeCloseTo(6, 0)
    // And once more: it is watched again from its new place on.
    await new Promise((resolve) => requestAnimationFrame(resolve))
    above.style.height = '40px'
    await eventually(() => expect(distance()).toBeCloseTo(6, 0))
    expect(boxOf(tip).top).toBeCloseTo(before + 40, 0)
  })
})
