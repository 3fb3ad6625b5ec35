import { expect, within } from 'storybook/test'
import preview from '../../.storybook/preview.tsx'
import { CohortLegend } from '../../src/resources/cohorts/CohortLegend.tsx'
import { buildCohortGrid } from '../../src/resources/cohorts/grid.build.model.ts'
import {
  createHeat,
  DEFAULT_COLOUR,
  type ColourOptions,
} from '../../src/resources/cohorts/grid.colour.model.ts'
import type { Reading } from '../../src/resources/cohorts/grid.types.ts'
import type { CohortsAnswer } from '../../src/resources/cohorts/types.ts'
import { Root } from '../../src/ui/Root.tsx'

const revenue: Reading = { metric: 'revenue', view: 'absolute' }
const share: Reading = { metric: 'payers', view: 'percentOfSize' }

/** Five months of a small shop, seen in the last of them: complete, settling and running cells. */
const grid = buildCohortGrid(
  cohortsOf([
    [
      781,
      [
        [28_592.7, 781],
        [7_003.73, 124],
        [4_241.64, 95],
        [2_100.1, 61],
        [240, 9],
      ],
    ],
    [
      857,
      [
        [31_000, 857],
        [8_000, 160],
        [3_900, 80],
        [310, 12],
      ],
    ],
    [
      719,
      [
        [27_000, 719],
        [6_100, 98],
        [260, 8],
      ],
    ],
    [
      540,
      [
        [21_250.5, 540],
        [410, 15],
      ],
    ],
    [40, [[1_250, 40]]],
  ]),
  { now: Date.parse('2026-11-01T12:00:00Z') / 1000 },
)

const meta = preview.meta({
  title: 'Cohorts/CohortLegend',
  component: CohortLegend,
  args: { reading: revenue, model: { grid, heat: createHeat([grid], revenue) } },
  decorators: (Story) => (
    <Root>
      <Story />
    </Root>
  ),
})

/** The legend of a reading under some colours. */
const explaining = (reading: Reading, colour: Partial<ColourOptions> = {}) => ({
  args: {
    reading,
    model: { grid, heat: createHeat([grid], reading, { ...DEFAULT_COLOUR, ...colour }) },
  },
})

/** One scale for the whole table, from zero to the largest amount that the API gives. */
export const Table = meta.story({
  ...explaining(revenue),
  play: async ({ canvasElement }) => {
    const legend = await within(canvasElement).findByRole('group', { name: 'Legend' })
    await expect(within(legend).getByText('$0.00')).toBeVisible()
    await expect(within(legend).getByText('Colour compares all cells')).toBeVisible()
    await expect(within(legend).getByText('Still running')).toBeVisible()
  },
})

/** Shares, in a ramp that is read without red-green vision. */
export const Viridis = meta.story(explaining(share, { ramp: 'viridis' }))

/** A scale for each column: its end is another number in each, so it is a word. */
export const Column = meta.story({
  ...explaining(share, { scope: 'column' }),
  play: async ({ canvasElement }) => {
    await expect(await within(canvasElement).findByText('highest')).toBeVisible()
  },
})

/** A scale for each row. */
export const Row = meta.story(explaining(revenue, { scope: 'row' }))

/** Above and below the mean of each column, in points. */
export const Diverging = meta.story({
  ...explaining(share, { scale: 'diverging', omitFirst: true }),
  play: async ({ canvasElement }) => {
    const legend = await within(canvasElement).findByRole('group', { name: 'Legend' })
    await expect(within(legend).getByText(/^\+\d+\.\d points$/)).toBeVisible()
    await expect(within(legend).getByText('mean')).toBeVisible()
  },
})

/** The same with a width of its own for each column. */
export const DivergingByColumn = meta.story(
  explaining(revenue, { scale: 'diverging', scope: 'column' }),
)

/** Of a heat map: what is not final is hatched and has no colour. */
export const Hatched = meta.story({
  args: {
    children: (
      <span className="qv-legend-state">
        <span className="qv-legend-sample qv-legend-hatch" aria-hidden="true" />
        Not final: no colour
      </span>
    ),
  },
})

/** The answer of a table by months from July on, of sizes and [revenue, payers] by month. */
function cohortsOf(
  rows: readonly (readonly [number, readonly (readonly [number, number])[]])[],
): CohortsAnswer {
  const start = (month: number) => Date.UTC(2026, 6 + month, 1) / 1000
  return {
    object: 'analytics_cohorts',
    url: '/v4/analytics/cohorts',
    mode: 'by_days',
    grouping: 'month',
    cohort_from: start(0),
    cohort_to: start(rows.length),
    currency: 'USD',
    period_labels: rows.map((_, month) => `Month ${month}`),
    cohorts: rows.map(([users, cells], month) => ({
      cohort_start: start(month),
      label: `2026-${month + 7}`,
      users,
      periods: cells.map(([amount, payers]) => ({
        revenue: amount,
        payers,
        subscriptions: payers,
        arpu: amount / users,
        arppu: amount / payers,
        arpas: amount / payers,
      })),
    })),
    total: null,
    max_values: {
      revenue: 31_000,
      payers: 857,
      subscriptions: 857,
      arpu: 37.6,
      arppu: 62.8,
      arpas: 62.8,
    },
  }
}
