import { expect, fn, userEvent, waitFor, within } from 'storybook/test'
import preview from '../../.storybook/preview.tsx'
import { LineChart } from '../../src/ui/charts/LineChart.tsx'
import { Root } from '../../src/ui/Root.tsx'
import { daily, line, retention, withInterval } from './lines.ts'

const percent = (y: number) => `${Math.round(y * 100)}%`
const dollars = (y: number) => (y < 0 ? `-$${Math.abs(y).toFixed(2)}` : `$${y.toFixed(2)}`)

const meta = preview.meta({
  title: 'Charts/LineChart',
  component: LineChart,
  args: {
    series: retention,
    xLabel: 'Months since joining',
    yLabel: 'Still paying, % of cohort size',
    formatX: (x: number) => `Month ${x}`,
    formatY: percent,
    label: 'Retention of eight monthly cohorts',
    onActiveChange: fn(),
    onPointAction: fn(),
  },
  decorators: [
    (Story) => (
      <Root>
        <Story />
      </Root>
    ),
  ],
})

/** Eight lines: each has a colour, a marker and its name at its end. The last point of each may still move: dashed and hollow. */
export const EightLines = meta.story()

/** The interval around a mean is a band of its colour. */
export const UncertaintyBand = meta.story({ args: { series: withInterval } })

/** A day for each point: only the ends are marked. A horizontal and a vertical line mark cost and payback. */
export const DaysWithMarks = meta.story({
  args: {
    series: daily,
    xLabel: 'Days since install',
    yLabel: 'Revenue per install (USD)',
    formatX: (x: number) => `Day ${x}`,
    formatY: dollars,
    label: 'Revenue per install over a year',
    marks: [
      { id: 'cost', axis: 'y', at: 3.2, label: 'Cost per install $3.20', short: '$3.20' },
      { id: 'payback', axis: 'x', at: 85, label: 'Paid back on day 85' },
    ],
  },
})

/** Where no number is known the line breaks; a point alone keeps its marker. */
export const Gaps = meta.story({
  args: { series: [line('With gaps', [0.9, 0.7, null, 0.5, null, null, 0.4, 0.38])] },
})

/** One point stands in the middle of its axis. */
export const SinglePoint = meta.story({ args: { series: [line('One', [0.4])] } })

/** The same value everywhere. */
export const Constant = meta.story({
  args: { series: [line('Five', [5, 5, 5, 5])], formatY: dollars, yLabel: 'Revenue', yZero: false },
})

/** Refunds can make money negative: the zero line shows. */
export const Negative = meta.story({
  args: { series: [line('Net', [12, 4, -3, -6, 2])], formatY: dollars, yLabel: 'Net revenue' },
})

/** Nothing to draw is said. */
export const EmptyChart = meta.story({ args: { series: [] } })

/** More lines than colours: the first eight are drawn, the legend chooses others. */
export const ManyLines = meta.story({
  args: {
    series: Array.from({ length: 12 }, (_, index) =>
      line(`Product ${index + 1}`, [1, 0.8 - index * 0.04, 0.7 - index * 0.045]),
    ),
  },
  play: async ({ canvasElement, step }) => {
    const canvas = within(canvasElement)
    const toggle = (name: string) => canvas.getByRole('button', { name })
    const drawn = () => canvasElement.querySelectorAll('.qv-chart-svg > .qv-chart-line').length
    await step('eight are drawn, a ninth is barred', async () => {
      await expect(drawn()).toBe(8)
      await expect(toggle('Product 9')).toHaveAttribute('aria-disabled', 'true')
      await userEvent.click(toggle('Product 9'))
      await expect(drawn()).toBe(8)
    })
    await step('one hidden makes room for another', async () => {
      await userEvent.click(toggle('Product 2'))
      await expect(drawn()).toBe(7)
      await userEvent.click(toggle('Product 9'))
      await expect(drawn()).toBe(8)
      await expect(toggle('Product 9')).toHaveAttribute('aria-pressed', 'true')
    })
    await step('the table has them all', async () => {
      await userEvent.click(canvas.getByText('Data table'))
      await expect(canvas.getAllByRole('columnheader')).toHaveLength(13)
    })
  },
})

/** Read from right to left, the axes are turned around. */
export const RightToLeft = meta.story({
  args: { series: retention.slice(0, 4) },
  decorators: [
    (Story) => (
      <div dir="rtl">
        <Story />
      </div>
    ),
  ],
  play: async ({ canvasElement }) => {
    const plot = within(canvasElement).getByRole('application')
    await waitFor(() =>
      expect(plot.querySelector('.qv-chart-tick')).toHaveAttribute('text-anchor', 'start'),
    )
    plot.focus()
    await userEvent.keyboard('{ArrowLeft}{ArrowLeft}')
    await expect(await within(canvasElement).findByText(/March 2026, Month 1/)).toBeInTheDocument()
  },
})

export const Dark = meta.story({ globals: { theme: 'dark' } })

/** Half as wide: fewer ticks, and the names only in the legend. */
export const Narrow = meta.story({
  decorators: [
    (Story) => (
      <div style={{ inlineSize: 340, maxInlineSize: '100%' }}>
        <Story />
      </div>
    ),
  ],
})

/** One tab stop; arrows along and between the lines; what is read is spoken and shown. */
export const Keyboard = meta.story({
  play: async ({ canvasElement, args, step }) => {
    const canvas = within(canvasElement)
    const plot = canvas.getByRole('application', { name: 'Retention of eight monthly cohorts' })
    const spoken = canvas.getByRole('status')
    plot.focus()
    const press = (keys: string) => userEvent.keyboard(keys)
    await step('the first key reads the first point', async () => {
      await press('{ArrowRight}')
      await expect(spoken).toHaveTextContent('March 2026, Month 0: 100%.')
      await expect(args.onActiveChange).toHaveBeenLastCalledWith({ series: 'March', index: 0 })
    })
    await step(
      'right and left along the line, End to its last point, which is not final',
      async () => {
        await press('{ArrowRight}{ArrowRight}{ArrowLeft}')
        await expect(spoken).toHaveTextContent('March 2026, Month 1: 71%.')
        await press('{End}')
        await expect(spoken).toHaveTextContent('March 2026, Month 8: 33%, not final.')
      },
    )
    await step('down to the next line, at its nearest month', async () => {
      await press('{ArrowDown}')
      await expect(spoken).toHaveTextContent('April 2026, Month 7: 39%, not final.')
      await press('{ArrowUp}{Home}')
      await expect(spoken).toHaveTextContent('March 2026, Month 0: 100%.')
    })
    await step('Enter acts on the point', async () => {
      await press('{Enter}')
      await expect(args.onPointAction).toHaveBeenCalledWith(
        { series: 'March', index: 0 },
        expect.any(SVGElement),
      )
    })
    await step('Escape stops reading', async () => {
      await press('{Escape}')
      await expect(args.onActiveChange).toHaveBeenLastCalledWith(null)
      await expect(spoken).toBeEmptyDOMElement()
    })
  },
})

/** The pointer reads the nearest point; the readout has every line at that x. */
export const Hover = meta.story({
  args: { series: retention.slice(0, 2) },
  play: async ({ canvasElement, args }) => {
    const plot = within(canvasElement).getByRole('application')
    // Drawn for its own width: a unit is a pixel.
    await waitFor(() =>
      expect(plot.querySelector('svg')!.viewBox.baseVal.width).toBe(Math.floor(plot.clientWidth)),
    )
    const marker = plot.querySelectorAll('.qv-chart-marker')[3]!.getBoundingClientRect()
    await userEvent.pointer({
      target: plot,
      coords: { clientX: marker.x + 4, clientY: marker.y + 4 },
    })
    await expect(args.onActiveChange).toHaveBeenLastCalledWith({ series: 'March', index: 3 })
    const tip = canvasElement.querySelector('.qv-tooltip')!
    await expect(tip).toHaveTextContent('Month 3')
    await expect(tip).toHaveTextContent('March 202649%')
    await expect(tip).toHaveTextContent('April 202653%')
  },
})
