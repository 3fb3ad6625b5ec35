import { createRoot, type Root } from 'react-dom/client'
import { afterEach, expect, test } from 'vitest'
import { userEvent } from 'vitest/browser'
import { HeatmapChart } from '../../../src/ui/charts/HeatmapChart.tsx'
import '../../../src/styles/index.css'

const names = (word: string, count: number) =>
  Array.from({ length: count }, (_, index) => `${word} ${index}`)

let root: Root | undefined
let host: HTMLElement | undefined

afterEach(() => {
  root?.unmount()
  host?.remove()
})

/** Draws more columns than a phone has room for. */
async function draw(dir: 'ltr' | 'rtl') {
  host = document.createElement('div')
  host.style.width = '358px'
  host.dir = dir
  host.className = 'qv-root'
  document.body.append(host)
  root = createRoot(host)
  root.render(
    <HeatmapChart
      rowLabels={names('Row', 20)}
      columnLabels={names('Day', 900)}
      fill={fill}
      text={text}
      describe={({ column }) => ({ sentence: `Day ${column}`, details: [] })}
      label="Revenue"
      corner="Row"
    />,
  )
  await expect.poll(() => host?.querySelector('.qv-heatmap-cells')).not.toBeNull()
  const plot = host.querySelector<HTMLElement>('.qv-chart-plot')!
  const box = (selector: string) => host!.querySelector(selector)!.getBoundingClientRect()
  return { plot, box }
}

const fill = () => 3
const text = () => ''

test.each(['ltr', 'rtl'] as const)(
  'row names stay where they are while the cells scroll (%s)',
  async (dir) => {
    const { plot, box } = await draw(dir)
    const side = dir === 'ltr' ? 1 : -1
    const before = box('.qv-heatmap-names text')
    const cells = box('.qv-heatmap-cells')
    plot.scrollLeft = side * 100
    expect(box('.qv-heatmap-cells').left).toBe(cells.left - side * 100)
    expect(box('.qv-heatmap-names text').left).toBe(before.left)
    // What is below them is covered: a name is nothing to read a cell at.
    const { left, top, height } = box('.qv-heatmap-names text')
    const shown = document.elementFromPoint(left + 2, top + height / 2)
    expect(shown?.closest('.qv-heatmap-names')).not.toBeNull()
  },
)

test.each(['ltr', 'rtl'] as const)(
  'the cell read by keyboard is never below the row names (%s)',
  async (dir) => {
    const { plot, box } = await draw(dir)
    plot.focus()
    await userEvent.keyboard('{ArrowDown}{End}')
    expect(Math.abs(plot.scrollLeft)).toBeGreaterThan(100)
    await userEvent.keyboard('{Home}')
    const [ring, beside] = [box('.qv-chart-ring'), box('.qv-heatmap-names')]
    const room = dir === 'ltr' ? ring.left - beside.right : beside.left - ring.right
    expect(room).toBeGreaterThanOrEqual(-2)
  },
)

test('a pointer over a row name reads nothing, whatever cells are below it', async () => {
  const { plot, box } = await draw('ltr')
  plot.scrollLeft = 100
  const { left, top } = box('.qv-heatmap-names')
  const point = (x: number) =>
    plot.dispatchEvent(
      new PointerEvent('pointermove', { bubbles: true, clientX: x, clientY: top + 60 }),
    )
  point(left + 5)
  expect(host!.querySelector('.qv-chart-ring')).toBeNull()
  point(box('.qv-heatmap-names').right + 50)
  await expect.poll(() => host!.querySelector('.qv-chart-ring')).not.toBeNull()
})
