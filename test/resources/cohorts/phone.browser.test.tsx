import type { ReactNode } from 'react'
import { beforeEach, describe, expect, it, onTestFinished } from 'vitest'
import { page } from 'vitest/browser'
import { CohortTable } from '../../../src/resources/cohorts/CohortTable.tsx'
import '../../../src/styles/index.css'
import { AnchoredPopover } from '../../../src/ui/AnchoredPopover.tsx'
import { createStage } from '../../stage.tsx'
import { cellIn } from '../../ui/gridPlaces.ts'
import { answer, at, row } from './answers.ts'

const stage = createStage()
const { draw } = stage

const cellAt = (line: number, column: number) => cellIn(stage.host, line, column)!
/** Box of what is written in an element, also where it is cut. */
const textOf = (element: Element) => {
  const range = document.createRange()
  range.selectNodeContents(element)
  return range.getBoundingClientRect()
}

/** The middle of December. */
const running = at('1997-12-15') * 1000
const twoMonths = answer([
  row('1997-09-01', 100, [
    [1_000, 50, 60],
    [800, 40, 50],
  ]),
])

describe('on a phone', () => {
  beforeEach(() => page.viewport(390, 844))

  it.each(['comfortable', 'compact'] as const)(
    'a cohort has a box to touch beside its whole name (%s)',
    async (density) => {
      const long = answer([row('1997-09-01', 100, [[1_000, 50, 60]])])
      draw(<CohortTable data={long} asOf={running} density={density} />)
      const name = cellAt(1, 0)
      expect(name.textContent).toBe('September 1997')
      expect(textOf(name).right).toBeLessThanOrEqual(name.getBoundingClientRect().right)
      const box = getComputedStyle(name, '::before')
      expect(box.display).toBe('inline-block')
      expect(Number.parseFloat(box.inlineSize)).toBeGreaterThanOrEqual(11)
      // WCAG 2.2, target size.
      expect(name.getBoundingClientRect().height).toBeGreaterThanOrEqual(24)
      name.click()
      await expect.poll(() => name.getAttribute('aria-selected')).toBe('true')
      expect(getComputedStyle(name, '::before').content).toContain('✓')
    },
  )

  it.each(['comfortable', 'compact'] as const)(
    'cohorts of many millions have room beside it, also set apart as small (%s)',
    (density) => {
      const many = answer([row('1997-09-01', 88_888_888, [[1_000, 50, 60]])])
      draw(<CohortTable data={many} asOf={running} density={density} minSize={90_000_000} />)
      const size = cellAt(1, 1)
      expect(size.textContent).toBe('88,888,888')
      expect(getComputedStyle(size, '::before').content).toContain('○')
      // A circle and a space before the number.
      const circle = 1.5 * Number.parseFloat(getComputedStyle(size).fontSize)
      expect(textOf(size).left - circle).toBeGreaterThanOrEqual(textOf(cellAt(1, 0)).right)
      expect(textOf(size).right).toBeLessThanOrEqual(size.getBoundingClientRect().right)
    },
  )

  it('the mark of a sorted column covers no letter of its heading', () => {
    draw(<CohortTable data={twoMonths} asOf={running} sort={{ by: 1, descending: true }} />)
    const button = stage.host.querySelector('.qv-grid-sort[data-order]')!
    // A triangle of 10 pixels' type is no wider than 8, and stands 2 from the edge.
    const end = button.getBoundingClientRect().left + 2 + 8
    expect(textOf(button.previousElementSibling!).left).toBeGreaterThanOrEqual(end)
    expect(getComputedStyle(button).backgroundColor).toBe('rgba(0, 0, 0, 0)')
    expect(getComputedStyle(button).textAlign).toBe('start')
  })

  /** What is open by a box of 100 by 30 pixels in the middle of the page; `height` is that of what it holds. */
  function openBy(height: number): { number: DOMRect; opened: DOMRect } {
    const box = { position: 'fixed', left: 145, top: 400, width: 100, height: 30 } as const
    const inPage = (popover: ReactNode) => draw(<i style={box}>{popover}</i>)
    inPage(null)
    const anchor = stage.host.querySelector('i')!
    inPage(
      <AnchoredPopover anchor={anchor} label="Actions" onClose={() => {}}>
        <div style={{ height }} />
      </AnchoredPopover>,
    )
    const [number, opened] = [anchor, stage.host.querySelector('[role=dialog]')!].map((element) =>
      element.getBoundingClientRect(),
    )
    return { number: number!, opened: opened! }
  }

  it('what opens by a number begins where the number does, also from right to left', () => {
    // The direction of the page, and no other, is the one of what stands over it.
    document.documentElement.dir = 'rtl'
    onTestFinished(() => document.documentElement.removeAttribute('dir'))
    const { number, opened } = openBy(60)
    expect([opened.right, opened.top]).toEqual([number.right, number.bottom + 4])
  })

  it.each([500, 5_000])('what has no room beside it stays in the window (%i pixels)', (height) => {
    const { opened } = openBy(height)
    expect(opened.left).toBe(145)
    expect(opened.top).toBeGreaterThanOrEqual(4)
    expect(opened.bottom).toBeLessThanOrEqual(840)
  })
})
