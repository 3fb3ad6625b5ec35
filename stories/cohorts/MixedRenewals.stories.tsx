import { expect, within } from 'storybook/test'
import preview from '../../.storybook/preview.tsx'
import { CohortTable } from '../../src/resources/cohorts/CohortTable.tsx'
import type { CohortsInput } from '../../src/resources/cohorts/types.ts'
import { mixedRenewals, mixedRenewalsAt } from '../../src/testing/mixedRenewals.ts'

const question: CohortsInput = {
  mode: 'by_renewals',
  grouping: 'month',
  cohort_definition: 'new_paying',
  group_by: 'product',
}

const ofFirst = { metric: 'payers', view: 'percentOfFirst' } as const
const segmentLengths = { monthly: ['month'], yearly: ['year'] } as const

/**
 * The trap of renewals with mixed lengths: 600 people pay by the month, and 85% of them renew; 400 pay by the year, and
 * three months later none of them was due. Together P2 is 51% of P1, which is nobody's retention.
 */
const meta = preview.meta({
  title: 'Cohorts/Mixed renewals',
  component: CohortTable,
  args: {
    data: mixedRenewals(),
    asOf: mixedRenewalsAt * 1000,
    question,
    ...ofFirst,
  },
})

/** Where nothing is known of the lengths, every share is provisional, and a sentence says that it is no retention. */
export const Unknown = meta.story({
  play: async ({ canvasElement }) => {
    const canvas = within(canvasElement)
    await expect(await canvas.findByText(/this is no retention rate/)).toBeVisible()
    const [mixed] = await canvas.findAllByText('51.0%')
    await expect(mixed!.closest('[data-state]')).toHaveAttribute('data-state', 'provisional')
  },
})

/** Split by product with the length of each: 85% of the monthly, and of the yearly nothing yet. */
export const SplitByProduct = meta.story({
  args: { segmentLengths },
  play: async ({ canvasElement }) => {
    const canvas = within(canvasElement)
    const [renewed] = await canvas.findAllByText('85.0%')
    await expect(renewed!.closest('[data-state]')).toHaveAttribute('data-state', 'final')
    // The whole has provisional cells only; the legend names those of the segments too.
    const legend = within(canvas.getByRole('group', { name: 'Legend' }))
    for (const state of ['Complete', 'Settling', 'May still change'])
      await expect(legend.getByText(state)).toBeVisible()
  },
})
