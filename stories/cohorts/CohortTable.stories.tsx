import { expect, fn, userEvent, within } from 'storybook/test'
import preview from '../../.storybook/preview.tsx'
import { CohortTable } from '../../src/resources/cohorts/CohortTable.tsx'
import type { CohortsInput } from '../../src/resources/cohorts/types.ts'
import type { Problem } from '../../src/ui/ProblemNotice.tsx'
import { answered } from './answered.tsx'
import { ask, asOf, byMonths, byRenewals, weekly, withRunningMonth } from './answers.ts'
import { cellAt } from './inUse.ts'

const meta = preview.meta({
  title: 'Cohorts/CohortTable',
  component: CohortTable,
  args: { asOf, question: byMonths, onRefresh: fn(), onCellAction: fn() },
})

const problem = (kind: Problem['kind'], message: string, more: Partial<Problem> = {}): Problem => ({
  kind,
  message,
  details: [],
  retryAt: null,
  ...more,
})

/** Revenue of the installs of 12 months, month by month. The last column runs still, and looks it. */
export const Revenue = meta.story(answered(byMonths))

/** Those who paid in each month, as a share of all who installed. */
export const PayersOfSize = meta.story({
  ...answered(byMonths),
  args: { question: byMonths, metric: 'payers', view: 'percentOfSize' },
})

/** A cohort whose month has not ended: its size, and with it every share, is still open. */
export const RunningMonth = meta.story({
  ...answered(withRunningMonth),
  args: { question: withRunningMonth, metric: 'payers', view: 'percentOfSize' },
})

/** By renewals over products of different length, nothing says when a payment was due: every number is provisional, and a sentence says so. */
export const MixedRenewals = meta.story({
  ...answered(byRenewals),
  args: { question: byRenewals, metric: 'payers', view: 'percentOfSize' },
})

const monthlyOnly: CohortsInput = { ...byRenewals, filter: { product: ['premium_monthly'] } }

/** With exactly one renewal length in view, columns are months and cells become final. */
export const OneRenewalLength = meta.story({
  ...answered(monthlyOnly),
  args: {
    question: monthlyOnly,
    metric: 'payers',
    view: 'percentOfSize',
    renewalLengths: ['month'],
  },
})

/** Twelve weeks by weeks; net, so that refunds and commission are taken off. */
export const WeeklyNet = meta.story({
  ...answered({ ...weekly, revenue_type: 'net' }),
})

/** Amounts in a currency without minor units. */
export const Yen = meta.story(answered({ ...byMonths, currency: 'JPY' }))

/** The API had no rate for what was asked and answered in US dollars: said, not only labelled. */
export const OtherCurrency = meta.story({
  ...answered(byMonths),
  args: { question: { ...byMonths, currency: 'EUR' } },
})

/** A view that the metric does not have is refused in words: payers of several periods are no sum, for who pays twice is one. */
export const RefusedView = meta.story({
  ...answered(byMonths),
  args: { metric: 'payers', view: 'cumulative' },
})

/** Test purchases carry a band that cannot be overlooked. */
export const SandboxEnvironment = meta.story(answered({ ...byMonths, environment: 0 }))

/** On its way for the first time. */
export const Loading = meta.story({ args: { data: undefined } })

/** A newer answer is on its way; what is shown stays. */
export const Refreshing = meta.story({ ...answered(byMonths), args: { refreshing: true } })

/** The answer to a changed question is on its way; the one before is dimmed. */
export const Stale = meta.story({ ...answered(byMonths), args: { refreshing: true, stale: true } })

const nobody: CohortsInput = {
  ...byMonths,
  cohort_definition: 'new_paying',
  cohort_from: Date.UTC(2020, 0, 1) / 1000,
  cohort_to: Date.UTC(2020, 3, 1) / 1000,
  filter: { country: ['JP'] },
}

/** No cohort at all: the likely reasons are named. */
export const Empty = meta.story(answered(nobody))

/** The backend refused: no retry helps. */
export const Forbidden = meta.story({
  args: { problem: problem('forbidden', 'Access denied: role "support" may not read analytics.') },
})

/** Too many requests, with the moment from which it makes sense to ask again. */
export const RateLimited = meta.story({
  args: { problem: problem('rateLimited', 'Rate limit exceeded', { retryAt: asOf + 42_000 }) },
})

/** A failed refresh leaves the last good answer in view. */
export const FailedRefresh = meta.story({
  ...answered(byMonths),
  args: { problem: problem('server', 'storage_error: try again later') },
})

/** The question was refused, field by field. */
export const RefusedQuestion = meta.story({
  args: {
    problem: problem('input', 'Validation failed', {
      details: [{ field: 'currency', message: 'This log has no exchange rates; ask in USD.' }],
    }),
  },
})

/** An answer in a layout that this version does not know. */
export const UnknownLayout = meta.story({
  args: {
    problem: problem(
      'shape',
      'The answer of v4GetCohortAnalyticsData has a layout this version does not know: cohorts: Invalid type: Expected Array.',
    ),
  },
})

/** Open cells say so in the tooltip and look different from complete ones; cells of the future are empty. */
export const StatesApart = meta.story({
  ...answered(byMonths),
  play: async ({ canvasElement }) => {
    const canvas = within(canvasElement)
    const grid = await canvas.findByRole('grid')
    const cell = (row: number, column: number) =>
      grid.querySelector<HTMLElement>(
        `[aria-rowindex="${row + 1}"] [aria-colindex="${column + 1}"]`,
      )!
    // November 2025: Month 11 is October 2026, Month 12 runs until the end of November.
    await expect(cell(1, 13)).toHaveAttribute('data-state', 'final')
    await expect(cell(1, 14)).toHaveAttribute('data-state', 'open')
    await expect(cell(2, 14)).toHaveAttribute('data-state', 'future')
    await expect(cell(2, 14)).toBeEmptyDOMElement()
    await expect(getComputedStyle(cell(1, 14)).backgroundImage).toContain('gradient')
    await expect(getComputedStyle(cell(1, 13)).backgroundImage).toBe('none')
    await expect(getComputedStyle(cell(1, 13)).backgroundColor).not.toBe(
      getComputedStyle(cell(1, 14)).backgroundColor,
    )
    // Nobody hovers what is out of sight.
    cell(1, 14).scrollIntoView({ block: 'nearest', inline: 'nearest' })
    await userEvent.hover(cell(1, 14))
    await expect(await canvas.findByRole('tooltip')).toHaveTextContent('The period has not ended')
  },
})

/** Twice as many rows in the same room. */
export const Compact = meta.story({ ...answered(byMonths), args: { density: 'compact' } })

/** All rows that can stand at the foot; each number says over how many cohorts it is, and why others are left out. */
export const SummaryRows = meta.story({
  ...answered(withRunningMonth),
  args: { question: withRunningMonth, summary: ['total', 'mean', 'median'] },
  play: async ({ canvasElement, step }) => {
    const canvas = within(canvasElement)
    const grid = await canvas.findByRole('grid')
    const number = async (line: string, column: number) => {
      const header = canvas.getByRole('rowheader', { name: line })
      const cell = header
        .closest('tr')!
        .querySelector<HTMLElement>(`[aria-colindex="${column + 1}"]`)!
      cell.scrollIntoView({ block: 'nearest', inline: 'nearest' })
      await userEvent.hover(cell)
      return cell
    }
    await step('the mean says what it is per and what it leaves out', async () => {
      const cell = await number('Mean per member', 2)
      await expect(cell).toHaveTextContent('$')
      const tip = await canvas.findByRole('tooltip')
      await expect(tip).toHaveTextContent('Over 12 cohorts.')
      await expect(tip).toHaveTextContent('Left out: 1 that is not complete.')
    })
    await step('a column without a complete cell is blank, never 0', async () => {
      const last = Number(grid.getAttribute('aria-colcount')) - 1
      await expect((await number('Mean per member', last)).textContent).not.toMatch(/\d/)
      await expect((await number('Median', last)).textContent).not.toMatch(/\d/)
    })
  },
})

/** Cohorts under 130 members are dimmed and left out of means; the total is as the API gives it. */
export const SmallCohorts = meta.story({
  ...answered(byMonths),
  args: { minSize: 130, metric: 'payers', view: 'percentOfSize' },
  play: async ({ canvasElement }) => {
    const canvas = within(canvasElement)
    const grid = await canvas.findByRole('grid')
    await expect(canvas.getByRole('group', { name: 'Legend' })).toHaveTextContent(
      '○ Fewer than 130 members',
    )
    const [first] = (await ask(byMonths)).cohorts
    await expect(first!.users).toBeLessThan(130)
    cellAt(grid, 1, 2).focus()
    await expect(await canvas.findByRole('tooltip')).toHaveTextContent(
      'Fewer than 130 members: means leave this cohort out.',
    )
  },
})

const cutRange: CohortsInput = { ...byMonths, cohort_to: Date.UTC(2026, 9, 12) / 1000 }

/** The range ends within a month: the last cohort is a part of one, and no mean counts it. */
export const CutRange = meta.story({ ...answered(cutRange), args: { question: cutRange } })

/** Colours by column, in another ramp, the first column left out of them. */
export const ColourByColumn = meta.story({
  ...answered(byMonths),
  args: { colour: { scope: 'column', ramp: 'viridis', omitFirst: true } },
})

/** Above and below the mean of each column. */
export const ColourFromMean = meta.story({
  ...answered(byMonths),
  args: { metric: 'payers', view: 'percentOfSize', colour: { scale: 'diverging' } },
})
