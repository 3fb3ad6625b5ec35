import { beforeEach, describe, expect, it } from 'vitest'
import { page } from 'vitest/browser'
import '../../../src/styles/index.css'
import { createStage, english, german, withForcedColors } from '../../stage.tsx'
import * as components from './components.tsx'

const stage = createStage()
const { draw } = stage
// As every page has it.
beforeEach(() => void (stage.host.style.padding = '8px'))

const all = (selector: string) => [...stage.host.querySelectorAll<HTMLElement>(selector)]
const find = (selector: string) => all(selector)[0]!

describe('where the system chooses the colours', () => {
  withForcedColors()

  it('each status, health and result of the list has its word, and each result and health a sign', () => {
    draw(components.list())
    const signs = (of: 'health' | 'word') =>
      new Map(
        all(`[data-${of}]`).map((mark) => [
          mark.dataset[of],
          getComputedStyle(mark, '::before').content.split(' ')[0],
        ]),
      )
    const [health, words] = [signs('health'), signs('word')]
    expect(new Set(health.keys())).toEqual(new Set(['healthy', 'unhealthy', 'warned']))
    expect(new Set(health.values()).size).toBe(3)
    expect(words.size).toBe(6)
    expect(new Set(words.values()).size).toBe(6)
    expect([...health.values(), ...words.values()]).not.toContain('none')
    expect(all('[data-status]').map(({ textContent }) => textContent)).toContain('Paused')
    // What sorts says so by a sign as well.
    expect(getComputedStyle(find('[data-order]'), '::after').content).toContain('▼')
  })

  it('the choice, the progress and what is told of results stand out', () => {
    draw(components.resultsPage())
    const paint = (element: Element) => getComputedStyle(element).backgroundColor
    expect(paint(find('.qv-segment[data-chosen]'))).not.toBe(
      paint(find('.qv-segment:not([data-chosen])')),
    )
    for (const bar of all('.qv-progress'))
      expect(getComputedStyle(bar).borderColor).toBe('rgb(0, 0, 0)')
    for (const line of all('.qv-interval-range, .qv-interval-value, .qv-interval-zero'))
      expect(getComputedStyle(line).stroke).toBe('rgb(0, 0, 0)')
    for (const icon of all('.qv-state-icon'))
      expect(getComputedStyle(icon).stroke).toBe('rgb(0, 0, 0)')
    // A filled mark is told, a hollow one is not; the word beside each says the same.
    const fills = (tone: string) =>
      all(`.qv-interval[data-tone='${tone}'] .qv-interval-value`).map(
        (mark) => getComputedStyle(mark).fill,
      )
    expect(new Set(fills('good'))).toEqual(new Set(['rgb(0, 0, 0)']))
    expect(new Set(fills('open'))).toEqual(new Set(['rgb(255, 255, 255)']))
    expect(getComputedStyle(find('.qv-results-decision')).borderBlockStartStyle).toBe('solid')
  })

  it('the chosen effect of the planner has a sign, and so has a field that is refused', () => {
    draw(components.planner())
    const chosen = find('[aria-pressed=true]')
    expect(chosen.textContent + getComputedStyle(chosen, '::before').content).toContain('✓')
    draw(components.refused())
    const field = find('[aria-invalid=true]') as HTMLInputElement
    expect(
      document.getElementById(field.getAttribute('aria-describedby')!.split(' ')[0]!)!.textContent,
    ).toMatch(/^must be/)
  })
})

/** Whether two boxes share more than a pixel either way. */
const overlap = (a: DOMRect, b: DOMRect): boolean =>
  Math.min(a.right, b.right) - Math.max(a.left, b.left) > 1 &&
  Math.min(a.bottom, b.bottom) - Math.max(a.top, b.top) > 1

interface Line {
  readonly text: string
  readonly box: DOMRect
  readonly element: Element
}

/** Only spoken, or a choice that is not opened. */
const isUnseen = (element: Element): boolean =>
  element.matches('option') ||
  !element.checkVisibility({ visibilityProperty: true, opacityProperty: true }) ||
  (element !== stage.host && getComputedStyle(element).clipPath !== 'none') ||
  (element !== stage.host && isUnseen(element.parentElement!))

/** Every line of writing that is seen, with its box. */
function lines(): Line[] {
  const walker = document.createTreeWalker(stage.host, NodeFilter.SHOW_TEXT)
  const found: Line[] = []
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    const element = node.parentElement!
    const text = node.textContent!.trim()
    if (text === '' || isUnseen(element)) continue
    const range = document.createRange()
    range.selectNodeContents(node)
    for (const box of range.getClientRects()) if (box.width > 1) found.push({ text, box, element })
  }
  return found
}

describe.each([
  ['English', english],
  ['German', german],
] as const)('at twice the size of 1280 × 900 pixels, in %s', (_language, viewer) => {
  beforeEach(() => page.viewport(640, 450))

  it.each([
    ['list', components.list],
    ['results', components.resultsPage],
    ['form', components.form],
    ['planner', components.planner],
    ['actions', () => components.actions('active')],
  ])('nothing of the %s is cut or covers anything else', async (_, component) => {
    draw(component(), viewer)
    const plot = stage.host.querySelector('.qv-chart-svg')
    if (plot) await expect.poll(() => plot.getBoundingClientRect().width).toBeLessThanOrEqual(640)
    expect(document.documentElement.scrollWidth).toBe(640)
    const found = lines()
    expect(found.length).toBeGreaterThan(3)
    for (const { text, box, element } of found) {
      expect(box.left, text).toBeGreaterThanOrEqual(0)
      expect(box.right, text).toBeLessThanOrEqual(640)
      // Reasons of the list end after three lines by design: opened, the experiment says the rest.
      if (!element.matches('.qv-experiments-reason, svg *'))
        expect(element.scrollWidth, text).toBeLessThanOrEqual(element.clientWidth + 1)
    }
    const covered = found.flatMap((a, index) =>
      found
        .slice(index + 1)
        .flatMap((b) => (overlap(a.box, b.box) ? [`${a.text} | ${b.text}`] : [])),
    )
    expect(covered).toEqual([])
  })

  it('a dialog stands whole in the window, whatever it says', async () => {
    draw(components.actions('draft'), viewer)
    find('.qv-experiment-buttons button').click()
    await expect.poll(() => all('dialog')).toHaveLength(1)
    const dialog = find('dialog')
    const { top, bottom, left, right } = dialog.getBoundingClientRect()
    expect(Math.min(top, left)).toBeGreaterThanOrEqual(0)
    expect([bottom <= innerHeight, right <= innerWidth]).toEqual([true, true])
    // What it says may be scrolled, in its own box; its buttons are reached by that too.
    const isWhole = dialog.scrollHeight <= dialog.clientHeight
    expect(isWhole || getComputedStyle(dialog).overflowY === 'auto').toBe(true)
  })
})

it('on a phone, the numbers of every axis stand beside each other within their table', async () => {
  await page.viewport(390, 844)
  draw(components.rareGuardrail())
  const axes = all('.qv-interval-axis')
  expect(axes.length).toBeGreaterThan(1)
  for (const axis of axes) {
    const table = axis.closest('table')!.getBoundingClientRect()
    const labels = [...axis.querySelectorAll('text')].map((text) => text.getBoundingClientRect())
    expect(labels.length).toBeGreaterThan(1)
    for (const [index, { left, right }] of labels.entries()) {
      expect(left).toBeGreaterThanOrEqual(labels[index - 1]?.right ?? table.left)
      expect(right).toBeLessThanOrEqual(table.right)
    }
  }
})

it.each([
  ['English', english],
  ['German', german],
] as const)('the list fits its host at every width, in %s', async (_language, viewer) => {
  await page.viewport(1100, 844)
  draw(components.list(), viewer)
  const sticksOut = (width: number): boolean => {
    stage.host.style.inlineSize = `${width}px`
    const { right } = stage.host.getBoundingClientRect()
    return lines().some(({ box }) => box.right > right)
  }
  const widths = Array.from({ length: 18 }, (_, index) => 320 + 40 * index)
  expect(widths.filter(sticksOut)).toEqual([])
  stage.host.style.removeProperty('inline-size')
})

it('headings of results that are only spoken take no room on a phone', async () => {
  await page.viewport(320, 844)
  draw(components.resultsPage(), german)
  const spoken = all('.qv-results-head')
  expect(spoken.length).toBeGreaterThan(0)
  expect(spoken.map((head) => head.getBoundingClientRect().width)).toEqual(spoken.map(() => 1))
})
