import { expect, fn, userEvent, within } from 'storybook/test'
import preview from '../../.storybook/preview.tsx'
import { LtvChart } from '../../src/resources/ltv/LtvChart.tsx'
import type { LtvInput } from '../../src/resources/ltv/types.ts'
import type { Problem } from '../../src/ui/ProblemNotice.tsx'
import { answered, cost } from './answered.tsx'
import { asOf, byCampaign, byDays } from './answers.ts'

const meta = preview.meta({
  title: 'Lifetime value/LtvChart states',
  component: LtvChart,
  args: { asOf, question: byDays, onRefresh: fn() },
})

const problem = (kind: Problem['kind'], message: string, more: Partial<Problem> = {}): Problem => ({
  kind,
  message,
  details: [],
  retryAt: null,
  ...more,
})

/** The chart is there and its neighbour is not. */
export const InPart = meta.story({
  ...answered(byDays, { trialConversion: 'failed' }),
  play: async ({ canvasElement }) => {
    const trials = within(canvasElement).getByRole('region', { name: 'Trial conversion' })
    await expect(trials).toHaveTextContent('Could not be loaded.')
  },
})

/** On its way for the first time. */
export const Loading = meta.story({ args: { data: undefined } })

/** A newer answer is on its way; what is shown stays. */
export const Refreshing = meta.story(answered(byDays, { refreshing: true }))

/** The answer to a changed question is on its way; the one before is dimmed. */
export const Stale = meta.story(answered(byDays, { refreshing: true, stale: true }))

const nobody: LtvInput = {
  ...byDays,
  cohort_from: Date.UTC(2020, 0, 1) / 1000,
  cohort_to: Date.UTC(2020, 3, 1) / 1000,
  filter: { country: ['JP'] },
}

/** Nobody at all: the likely reasons are named. */
export const Empty = meta.story({
  ...answered(nobody),
  play: async ({ canvasElement }) => {
    await expect(canvasElement).toHaveTextContent('No lifetime value in this range')
    await expect(canvasElement).toHaveTextContent('The filters leave nobody')
  },
})

/** The documented answer: customers, and no curve. */
export const NoCurveYet = meta.story({
  args: {
    question: {},
    data: {
      object: 'analytics_ltv',
      url: '/v4/analytics/ltv',
      mode: 'by_days',
      cohort_from: 1_769_000_695,
      cohort_to: 1_776_816_000,
      cohort_users: 4542,
      paying_users: 0,
      revenue_type: 'gross',
      currency: 'USD',
      measure: 'usd',
      segment: null,
      segments: [],
      series: [],
    },
  },
  play: async ({ canvasElement }) => {
    await expect(canvasElement).toHaveTextContent(/4,542 customers installed/)
  },
})

/** The backend refused: no retry helps. */
export const Forbidden = meta.story({
  args: { problem: problem('forbidden', 'Access denied: role "support" may not read analytics.') },
})

/** Too many requests; the last good answer stays below, and the time to ask again is named. */
export const RateLimited = meta.story({
  ...answered(byDays),
  args: {
    question: byDays,
    problem: problem('rateLimited', 'Too many requests.', { retryAt: asOf + 90_000 }),
  },
})

/** The connection broke off before anything was there. */
export const Failed = meta.story({
  args: { problem: problem('transport', 'The request could not be sent.') },
  play: async ({ canvasElement, args }) => {
    await userEvent.click(within(canvasElement).getByRole('button', { name: 'Try again' }))
    await expect(args.onRefresh).toHaveBeenCalledOnce()
  },
})

/** In German, with German numbers. */
export const German = meta.story({
  ...answered({ ...byDays, currency: 'EUR' }, { costs: cost(4.5, { currency: 'EUR' }) }),
  globals: { locale: 'de-DE' },
  play: async ({ canvasElement }) => {
    await expect(canvasElement).toHaveTextContent(/Wert je Installation \(ARPU\)/)
    await expect(canvasElement).toHaveTextContent(/Amortisiert an Tag \d+\./)
  },
})

/** By the viewer's system in the dark. */
export const Dark = meta.story({
  ...answered(byCampaign, { costs: cost(4.5) }),
  globals: { theme: 'dark' },
})

/** In a narrow column the table goes below the chart. */
export const Narrow = meta.story({
  ...answered(byDays, { costs: cost(4.5) }),
  decorators: [
    (Story) => (
      <div style={{ inlineSize: 340, maxInlineSize: '100%' }}>
        <Story />
      </div>
    ),
  ],
})
