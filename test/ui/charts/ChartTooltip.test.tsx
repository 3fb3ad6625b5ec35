import { fireEvent, render } from '@testing-library/react'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { ChartTooltip } from '../../../src/ui/charts/ChartTooltip.tsx'

const TIP = { width: 260, height: 100 }

/** Draws a tooltip of 260 by 100 pixels about a point of 4 by 4 in a window; returns its box. */
function placed(point: { x: number; y: number }, window: { width: number; height: number }) {
  vi.stubGlobal('innerWidth', window.width)
  vi.stubGlobal('innerHeight', window.height)
  const anchor = Object.assign(document.createElement('i'), {
    getBoundingClientRect: () => new DOMRect(point.x, point.y, 4, 4),
  })
  const { container } = render(<ChartTooltip anchor={{ current: anchor }}>Said</ChartTooltip>)
  return boxOf(container)
}

function boxOf(container: HTMLElement) {
  const { style } = container.querySelector<HTMLElement>('.qv-tooltip')!
  const [left, top] = [Number.parseFloat(style.left), Number.parseFloat(style.top)]
  return { left, top, right: left + TIP.width, bottom: top + TIP.height }
}

beforeEach(() => {
  vi.spyOn(HTMLElement.prototype, 'getBoundingClientRect').mockReturnValue(
    new DOMRect(0, 0, TIP.width, TIP.height),
  )
})
afterEach(() => {
  vi.restoreAllMocks()
  vi.unstubAllGlobals()
})

const wide = { width: 1280, height: 900 }
const phone = { width: 390, height: 800 }

test('stands to the right of what is read, to the left at the end of a wide window', () => {
  expect(placed({ x: 600, y: 400 }, wide).left).toBeGreaterThan(604)
  expect(placed({ x: 1200, y: 400 }, wide).right).toBeLessThan(1200)
})

test.each([
  ['at the beginning', 124],
  ['in the middle', 190],
  ['at the end', 250],
])('covers nothing that is read in a narrow window, %s', (_, x) => {
  const below = placed({ x, y: 400 }, phone)
  expect(below.top).toBeGreaterThan(404)
  expect(below.left).toBeGreaterThanOrEqual(0)
  expect(below.right).toBeLessThanOrEqual(390)
  const above = placed({ x, y: 760 }, phone)
  expect(above.bottom).toBeLessThan(760)
})

test.each(['resize', 'scroll'])('goes with what it is about: %s', (event) => {
  vi.stubGlobal('innerWidth', 1280)
  vi.stubGlobal('innerHeight', 900)
  const box = vi.fn(() => new DOMRect(900, 400, 4, 4))
  const anchor = Object.assign(document.createElement('i'), { getBoundingClientRect: box })
  const { container } = render(<ChartTooltip anchor={{ current: anchor }}>Said</ChartTooltip>)
  expect(boxOf(container).left).toBeGreaterThan(904)
  vi.stubGlobal('innerWidth', 390)
  box.mockReturnValue(new DOMRect(300, 200, 4, 4))
  fireEvent(event === 'resize' ? window : document, new Event(event))
  const { right, top } = boxOf(container)
  expect(right).toBeLessThanOrEqual(390)
  expect(top).toBeLessThan(400)
})
