import { beforeEach, describe, expect, it, vi } from 'vitest'
import { page, userEvent } from 'vitest/browser'
import { CohortHeatmap } from '../../../src/resources/cohorts/CohortHeatmap.tsx'
import { CohortTable } from '../../../src/resources/cohorts/CohortTable.tsx'
import { RetentionCurves } from '../../../src/resources/cohorts/RetentionCurves.tsx'
import { LtvChart } from '../../../src/resources/ltv/LtvChart.tsx'
import '../../../src/styles/index.css'
import { january, noon } from '../ltv/answers.ts'
import { parkPointer } from '../../parkPointer.ts'
import { createStage, english, german, withForcedColors } from '../../stage.tsx'
import { cellIn } from '../../ui/gridPlaces.ts'
import { answer, at, row } from './answers.ts'

const stage = createStage()
const { draw } = stage

const find = (selector: string) => stage.host.querySelector<HTMLElement>(selector)!
const all = (selector: string) => [...stage.host.querySelectorAll<HTMLElement>(selector)]
const cellAt = (line: number, column: number) => cellIn(stage.host, line, column)!

/** Months of September 1997 on, of which the last still has members to come. */
const months = answer(
  ['1997-09-01', '1997-10-01', '1997-11-01', '1997-12-01'].map((label, index) =>
    row(
      label,
      100 + index,
      Array.from({ length: 4 - index }, (_, period) => [1_000 - 200 * period, 50, 60] as const),
    ),
  ),
  { cohort_from: at('1997-09-01'), cohort_to: at('1998-01-01') },
)
/** New Year's Day at noon: December is over, and late notices of it still count. */
const settling = at('1998-01-01T12:00:00Z') * 1000
/** The middle of December. */
const running = at('1997-12-15') * 1000

describe('where the system chooses the colours', () => {
  withForcedColors()

  /** How a cell differs from others beside its colours. */
  const marks = (cell: Element) => {
    const { fontStyle, textDecorationLine, textDecorationStyle } = getComputedStyle(cell)
    const line = textDecorationLine === 'none' ? 'plain' : textDecorationStyle
    return cell.textContent === '' ? 'empty' : `${fontStyle} ${line}`
  }

  it('each state of a number has a mark of its own, the same in the table and its legend', () => {
    const drawn = new Map<string, Set<string>>()
    const collect = () => {
      for (const cell of all('.qv-grid-cell, .qv-legend-sample')) {
        const state = cell.dataset['state']!
        drawn.set(state, (drawn.get(state) ?? new Set()).add(marks(cell)))
      }
    }
    draw(<CohortTable data={months} asOf={settling} />)
    collect()
    draw(<CohortTable data={months} asOf={running} />)
    collect()
    draw(<CohortTable data={{ ...months, mode: 'by_renewals' }} asOf={running} />)
    collect()
    expect(Object.fromEntries([...drawn].map(([state, found]) => [state, [...found]]))).toEqual({
      final: ['normal plain'],
      settling: ['normal dotted'],
      open: ['normal dashed'],
      provisional: ['italic dashed'],
      future: ['empty'],
    })
    // A ramp would explain colours that are not there.
    expect(getComputedStyle(find('.qv-legend-ramp')).display).toBe('none')
  })

  it('a selected cohort, a range and the focus are seen', async () => {
    draw(<CohortTable data={months} asOf={running} />)
    const box = (line: number) => getComputedStyle(cellAt(line, 0), '::before').content
    // Not by the pointer, which would stay there over what other tests draw.
    cellAt(1, 0).click()
    await expect.poll(() => box(1)).toContain('✓')
    expect(box(2)).not.toContain('✓')
    cellAt(1, 2).focus()
    await userEvent.keyboard('{Shift>}{ArrowRight}{/Shift}')
    await vi.waitFor(() => expect(all('[data-edge]')).toHaveLength(2))
    const edge = getComputedStyle(cellAt(1, 2), '::after')
    expect([edge.borderTopWidth, edge.borderLeftWidth]).toEqual(['2px', '2px'])
    const focus = getComputedStyle(cellAt(1, 3))
    expect([focus.outlineStyle, focus.outlineWidth]).toEqual(['solid', '2px'])
    expect(focus.outlineColor).not.toBe(focus.backgroundColor)
  })

  it('a heat map keeps the colours of its levels, and its legend the same ones', () => {
    draw(<CohortHeatmap data={months} asOf={running} />)
    const swatches = all('.qv-legend-swatch').map(
      (swatch) => getComputedStyle(swatch).backgroundColor,
    )
    expect(new Set(swatches).size).toBe(10)
    const fills = all('.qv-heatmap-cells[data-level]').map((cells) => [
      Number(cells.dataset['level']),
      getComputedStyle(cells).fill,
    ])
    expect(fills.length).toBeGreaterThan(1)
    expect(fills).toEqual(fills.map(([level]) => [level, swatches[Number(level)]]))
  })

  it('each line of curves has a marker of its own, and stands out from the page', () => {
    draw(<RetentionCurves data={months} asOf={running} />)
    const samples = all('.qv-chart-sample')
    expect(samples).toHaveLength(5)
    const markers = samples.map((sample) => sample.querySelector('.qv-chart-marker')!)
    expect(new Set(markers.map((marker) => marker.getAttribute('d'))).size).toBe(samples.length)
    for (const path of all('.qv-chart-path, .qv-chart-marker'))
      expect(getComputedStyle(path).stroke).toBe('rgb(0, 0, 0)')
  })
})

it('a number that is lacking is written in the ink of the page, not of a level', async () => {
  await page.viewport(1280, 900)
  // November paid nothing, which leaves nothing to compare December with.
  const none = answer(
    ['1997-09-01', '1997-10-01'].map((label, index) =>
      row(label, 100, [index === 0 ? [1_000, 50, 60] : [0, 0, 0], [500, 20, 20]]),
    ),
    { cohort_from: at('1997-09-01'), cohort_to: at('1997-11-01') },
  )
  for (const theme of ['light', 'dark'] as const) {
    const display = { ...english, theme }
    draw(
      <CohortHeatmap data={none} asOf={settling} metric="revenue" view="percentOfFirst" />,
      display,
    )
    const dashes = all('.qv-heatmap-text').filter(({ textContent }) => textContent === '–')
    expect(dashes.length).toBeGreaterThan(0)
    for (const dash of dashes)
      expect(getComputedStyle(dash).fill).toBe(getComputedStyle(dash.closest('.qv-root')!).color)
  }
})

describe('the pointer', () => {
  it('is out of the page when the next file begins', async () => {
    draw(<CohortTable data={months} asOf={running} />)
    await userEvent.hover(cellAt(1, 2))
    expect(document.querySelector('td:hover')).not.toBeNull()
    await parkPointer()
    await expect.poll(() => document.querySelector(':hover')).toBeNull()
  })
})

describe.each([
  ['English', english],
  ['German', german],
])('at 200% of 1280 × 900 pixels, in %s', (_, display) => {
  beforeEach(() => page.viewport(640, 450))

  /** Boxes of what is written or pressed, but for what scrolls in a box of its own. */
  const boxes = () =>
    all(
      '.qv-readback-text, .qv-actions > *, .qv-legend-ramp, .qv-legend-state, .qv-chart-toggle, .qv-chart-summary, .qv-grid-scroll, .qv-chart-plot, .qv-ltv-payback, .qv-ltv-note',
    )
      .map((part) => ({ part: part.className, box: part.getBoundingClientRect() }))
      .filter(({ box }) => box.width > 0)

  const refreshed = { data: months, asOf: running, onRefresh: () => undefined }
  const costs = { per: 'install', rate: 3, currency: 'EUR' } as const
  it.each([
    ['table', () => <CohortTable {...refreshed} />],
    ['heat map', () => <CohortHeatmap {...refreshed} />],
    ['curves', () => <RetentionCurves {...refreshed} />],
    ['lifetime value', () => <LtvChart data={january} asOf={noon * 1000} costs={costs} />],
  ])('nothing of the %s is cut or covers anything else', async (_name, chart) => {
    draw(chart(), display)
    const plot = stage.host.querySelector('.qv-chart-svg')
    if (plot) await expect.poll(() => plot.getBoundingClientRect().width).toBeLessThanOrEqual(640)
    expect(document.documentElement.scrollWidth).toBe(640)
    const found = boxes()
    expect(found.length).toBeGreaterThan(2)
    for (const { part, box } of found) {
      expect(box.right, part).toBeLessThanOrEqual(640)
      expect(box.left, part).toBeGreaterThanOrEqual(0)
    }
    for (const [index, a] of found.entries())
      for (const b of found.slice(index + 1)) {
        const across = Math.min(a.box.right, b.box.right) - Math.max(a.box.left, b.box.left)
        const down = Math.min(a.box.bottom, b.box.bottom) - Math.max(a.box.top, b.box.top)
        expect(Math.min(across, down), `${a.part} and ${b.part}`).toBeLessThan(1)
      }
    for (const text of all('.qv-legend-state, .qv-legend-stop, .qv-actions > *, .qv-chart-toggle'))
      expect(text.scrollWidth, text.textContent).toBeLessThanOrEqual(text.clientWidth + 1)
  })

  it('a long table shows its headings, summaries and some cohorts at once', () => {
    const long = answer(
      Array.from({ length: 60 }, (__, index) =>
        row(new Date(Date.UTC(1990, index)).toISOString().slice(0, 10), 100, [[1_000, 50, 60]]),
      ),
    )
    draw(<CohortTable data={long} asOf={running} />, display)
    const height = (selector: string) => find(selector).getBoundingClientRect().height
    expect(height('.qv-grid-scroll')).toBeLessThanOrEqual(450)
    const rest = height('.qv-grid-scroll') - height('thead') - height('tfoot')
    expect(rest).toBeGreaterThan(5 * height('tbody tr'))
  })
})

it('the longest numbers stand whole in cells and legend, and over nothing else', async () => {
  await page.viewport(1280, 900)
  const huge = answer([row('1997-09-01', 100, [[987_654_321_987.65, 50, 60]])])
  draw(
    <CohortTable
      data={{ ...huge, total: { users: 100, periods: huge.cohorts[0]!.periods } }}
      asOf={running}
    />,
  )
  for (const text of all('.qv-grid-cell, .qv-grid-total'))
    expect(text.scrollWidth, text.textContent).toBeLessThanOrEqual(text.clientWidth)
  const scale = find('.qv-legend-scale').getBoundingClientRect()
  for (const stop of all('.qv-legend-stop')) {
    const { left, right } = stop.getBoundingClientRect()
    expect(left).toBeGreaterThanOrEqual(scale.left)
    expect(right).toBeLessThanOrEqual(scale.right + 0.5)
  }
  const stops = all('.qv-legend-stop').map((stop) => stop.getBoundingClientRect())
  for (const [index, stop] of stops.slice(1).entries())
    expect(stop.left).toBeGreaterThan(stops[index]!.right)
  await page.viewport(390, 844)
  expect(document.documentElement.scrollWidth).toBe(390)
})

it('a long name of a segment shows from its beginning on, and is whole in its tooltip', async () => {
  await page.viewport(1280, 900)
  const label = 'an_extremely_long_campaign_name_without_any_space_of_the_fourth_quarter'
  const { cohorts, max_values } = months
  const segment = { value: 'long', label, users: 406, cohorts, total: null, max_values }
  draw(<CohortTable data={{ ...months, segments: [segment] }} asOf={running} />)
  const name = all('[aria-expanded]')[1]!
  const text = document.createRange()
  text.setStart(name.firstChild!, 0)
  text.setEnd(name.firstChild!, 2)
  expect(text.getBoundingClientRect().top).toBeGreaterThanOrEqual(name.getBoundingClientRect().top)
  name.focus()
  await expect.poll(() => find('[role=tooltip]').textContent).toBe(label)
})

it('where nothing differs from the mean, the legend names it in its middle', () => {
  const alike = answer([row('1997-09-01', 100, [[1_000, 50, 60]])])
  draw(<CohortTable data={alike} asOf={running} colour={{ scale: 'diverging' }} />)
  const scale = find('.qv-legend-levels').getBoundingClientRect()
  const [mean, ...more] = all('.qv-legend-stop').map((stop) => stop.getBoundingClientRect())
  expect(more).toEqual([])
  expect((mean!.left + mean!.right) / 2).toBeCloseTo((scale.left + scale.right) / 2, 0)
})

it('the numbers of the legend stand at the ends of its colours, from right to left too', () => {
  for (const direction of ['ltr', 'rtl'] as const) {
    stage.host.dir = direction
    draw(<CohortTable data={months} asOf={running} />)
    const scale = find('.qv-legend-levels').getBoundingClientRect()
    const [zero, middle, highest] = all('.qv-legend-stop').map((stop) =>
      stop.getBoundingClientRect(),
    )
    const start = direction === 'ltr' ? 'left' : 'right'
    const end = direction === 'ltr' ? 'right' : 'left'
    expect(zero![start]).toBeCloseTo(scale[start], 0)
    expect(highest![end]).toBeCloseTo(scale[end], 0)
    expect((middle!.left + middle!.right) / 2).toBeCloseTo((scale.left + scale.right) / 2, -1)
  }
})
