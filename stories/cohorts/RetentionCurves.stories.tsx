import { useState, type ComponentProps } from 'react'
import { expect, fn, userEvent, within } from 'storybook/test'
import preview from '../../.storybook/preview.tsx'
import type { CohortPosition } from '../../src/resources/cohorts/cohortPosition.ts'
import { RetentionCurves } from '../../src/resources/cohorts/RetentionCurves.tsx'
import type { CohortsAnswer, CohortsInput } from '../../src/resources/cohorts/types.ts'
import { ask, asOf, byMonths, byRenewals, withRunningMonth } from './answers.ts'
import { Root } from '../../src/ui/Root.tsx'

const meta = preview.meta({
  title: 'Cohorts/RetentionCurves',
  component: RetentionCurves,
  args: { asOf, question: byMonths, onCellAction: fn() },
  argTypes: {
    question: { description: 'The question that the answer is of.' },
    metric: { description: 'What the curves are of.' },
    renewalLengths: { description: 'Lengths of the subscriptions in view; one names the columns.' },
  },
})

type Args = ComponentProps<typeof RetentionCurves>

/** A story over the sandbox's answer to a question. */
const answered = (question: CohortsInput) => ({
  args: { question },
  loaders: [async () => ({ data: await ask(question) })],
  render: (args: Args, { loaded }: { loaded: Record<string, unknown> }) => (
    <RetentionCurves {...args} data={args.data ?? (loaded['data'] as CohortsAnswer)} />
  ),
})

const cohort = (year: number, month: number) => `|${Date.UTC(year, month - 1, 1) / 1000}`
const monthlyOnly: CohortsInput = { ...byRenewals, filter: { product: ['premium_monthly'] } }
const monthly = {
  question: monthlyOnly,
  metric: 'payers',
  view: 'percentOfFirst',
  renewalLengths: ['month'],
} as const

/** The mean and the first cohorts of a year; the legend chooses others. Tails that may still move are dashed. */
export const Cohorts = meta.story({ ...answered(monthlyOnly), args: monthly })

/** Two chosen cohorts with their 95% intervals: where the bands overlap widely they are not told apart. */
export const TwoWithIntervals = meta.story({
  ...answered(monthlyOnly),
  args: {
    ...monthly,
    selection: [cohort(2025, 12), cohort(2026, 3)],
    summary: [],
    intervals: true,
  },
})

const byCountry: CohortsInput = { ...monthlyOnly, group_by: 'country' }

/** The mean of each segment of a split answer: dotted from where fewer than half of its cohorts are left, the bars below say how many. */
export const Segments = meta.story({
  ...answered(byCountry),
  args: { ...monthly, question: byCountry, by: 'segment' },
})

/** Revenue per install so far, by months: the mean is of one set of cohorts, and ends where fewer than half of them have come. */
export const CumulativePerInstall = meta.story({
  ...answered(withRunningMonth),
  args: { question: withRunningMonth, metric: 'revenue', view: 'cumulativePerMember' },
})

/** Amounts are as large as the cohort: a mean per member has no place among them. */
export const Amounts = meta.story({
  ...answered(byMonths),
  args: { metric: 'revenue', view: 'absolute' },
  play: async ({ canvasElement }) => {
    await within(canvasElement).findByRole('application')
    await expect(within(canvasElement).queryByRole('button', { name: /mean/i })).toBeNull()
  },
})

const oneMonth: CohortsInput = {
  ...byMonths,
  cohort_from: Date.UTC(2026, 9, 1) / 1000,
  cohort_to: Date.UTC(2026, 10, 1) / 1000,
}

/** A single cohort of one month: its curve lies on the mean, which is of it alone. */
export const OneCohort = meta.story(answered(oneMonth))

export const RightToLeft = meta.story({
  ...answered(monthlyOnly),
  args: { ...monthly, selection: [cohort(2025, 12), cohort(2026, 3)] },
  decorators: [
    (Story) => (
      <div dir="rtl">
        <Story />
      </div>
    ),
  ],
})

export const Dark = meta.story({
  ...answered(monthlyOnly),
  args: monthly,
  globals: { theme: 'dark' },
})

export const German = meta.story({
  ...answered(monthlyOnly),
  args: monthly,
  globals: { locale: 'de-DE' },
})

export const Loading = meta.story()

export const Failed = meta.story({
  args: {
    onRefresh: fn(),
    problem: { kind: 'server', message: 'upstream answered 502', details: [], retryAt: null },
  },
})

const told = ({ rowId, column }: CohortPosition) =>
  `Read: column ${column + 1} of cohort ${new Date(Number(rowId.slice(1)) * 1000).toISOString().slice(0, 10)}.`

/** What is read here is told as a cohort and a column, so that a table can show the same number, and the other way round. */
export const Linked = meta.story({
  args: { ...monthly, selection: [cohort(2025, 12), cohort(2026, 3)], summary: [] },
  loaders: [async () => ({ data: await ask(monthlyOnly) })],
  render: function Kept(args: Args, { loaded }: { loaded: Record<string, unknown> }) {
    const [active, setActive] = useState<CohortPosition | null>(null)
    return (
      <>
        <Root>
          <button
            type="button"
            className="qv-button"
            onClick={() => setActive({ rowId: cohort(2026, 3), column: 2 })}
          >
            March 2026, Month 3
          </button>{' '}
          <output>{active ? told(active) : 'Nothing is read.'}</output>
        </Root>
        <RetentionCurves
          {...args}
          data={loaded['data'] as CohortsAnswer}
          active={active}
          onActiveChange={setActive}
        />
      </>
    )
  },
  play: async ({ canvasElement, args, step }) => {
    const canvas = within(canvasElement)
    const plot = await canvas.findByRole('application')
    const output = canvasElement.querySelector('output')!
    await step('from outside: a ring, and nothing is spoken', async () => {
      await userEvent.click(canvas.getByRole('button', { name: 'March 2026, Month 3' }))
      await expect(plot.querySelector('.qv-chart-ring')).toBeInTheDocument()
      await expect(canvas.getAllByRole('status').at(-1)).toBeEmptyDOMElement()
    })
    await step('by keyboard on from there', async () => {
      plot.focus()
      await userEvent.keyboard('{ArrowLeft}')
      await expect(output).toHaveTextContent('Read: column 2 of cohort 2026-03-01')
      await userEvent.keyboard('{ArrowUp}')
      await expect(output).toHaveTextContent('Read: column 2 of cohort 2025-12-01')
    })
    await step('Enter tells the number', async () => {
      await userEvent.keyboard('{Enter}')
      await expect(args.onCellAction).toHaveBeenCalledWith(
        expect.objectContaining({
          rowId: cohort(2025, 12),
          column: 1,
          period: expect.objectContaining({ offset: 2 }),
          value: expect.objectContaining({ unit: 'percent', state: 'final' }),
        }),
      )
    })
  },
})
