import { expect, fn, userEvent, waitFor, within } from 'storybook/test'
import preview from '../../.storybook/preview.tsx'
import { NOW } from '../../.storybook/withQonversion.tsx'
import { ExperimentResults } from '../../src/resources/experiments/ExperimentResults.tsx'
import type { Problem } from '../../src/ui/ProblemNotice.tsx'
import { looks, paywall } from './results.ts'
import * as states from './resultStates.ts'

const meta = preview.meta({
  title: 'Experiments/ExperimentResults states',
  component: ExperimentResults,
  args: { asOf: NOW.getTime(), onRefresh: fn() },
})

const decided = async (canvas: HTMLElement, ...texts: readonly string[]) => {
  const region = within(canvas).getByRole('region', { name: 'Decision' })
  await Promise.all(texts.map((text) => expect(region).toHaveTextContent(text)))
}

/** Surely better. */
export const Ship = meta.story({
  args: states.shipped,
  play: async ({ canvasElement }) => decided(canvasElement, 'Ship Trial.', '+20.0%'),
})

/** Surely worse. */
export const RollBack = meta.story({
  args: states.rolledBack,
  play: async ({ canvasElement }) => decided(canvasElement, 'Roll back.', 'Trial is worse'),
})

/** Not told apart yet. */
export const KeepRunning = meta.story({
  args: states.unclear,
  play: async ({ canvasElement }) => decided(canvasElement, 'Keep running.', 'not yet told apart'),
})

/** Any difference is smaller than the plan says matters. */
export const NoDifference = meta.story({
  args: states.noDifference,
  play: async ({ canvasElement }) => decided(canvasElement, 'No difference that matters.'),
})

/** Progress instead of numbers: 12 of the 25 outcomes that each arm needs. */
export const NotEnoughData = meta.story({
  args: states.early,
  play: async ({ canvasElement }) => {
    await decided(canvasElement, 'Not enough data.')
    const row = within(canvasElement).getByRole('row', { name: /^Trial/ })
    await expect(row).toHaveTextContent('12 of 25 outcomes (48.0%) · About 4 days left.')
    await expect(within(canvasElement).getByRole('table')).not.toHaveTextContent('3.00%')
  },
})

/** 52 to 48 of 100,000 users: nothing of it can be believed. */
export const BrokenSplit = meta.story({
  args: states.broken,
  play: async ({ canvasElement }) => {
    await decided(canvasElement, 'Unhealthy')
    await expect(within(canvasElement).getByRole('region', { name: 'Health' })).toHaveTextContent(
      'Not as designed',
    )
    await expect(within(canvasElement).getByRole('alert')).toHaveTextContent('do not act')
  },
})

/** Users in an arm that was designed to have none, users in two arms, and another experiment on the same key. */
export const LeakAndTwoArms = meta.story({
  args: states.leaking,
  play: async ({ canvasElement }) => {
    await decided(canvasElement, 'Unhealthy', '61 users are in Switched off', '640 users')
    await expect(canvasElement).toHaveTextContent(
      'Another experiment on the same context key at the same time, “Onboarding”',
    )
  },
})

/** A plan that is looked at once shows nothing but progress until then, and no other engine either. */
export const BeforePlannedSize = meta.story({
  args: states.beforeSize,
  play: async ({ canvasElement }) => {
    const canvas = within(canvasElement)
    await decided(canvasElement, 'Not enough data.', '34,000')
    await expect(canvasElement).not.toHaveTextContent('−4.1%')
    await expect(canvasElement).not.toHaveTextContent('2,033')
    await userEvent.click(canvas.getByText('Other engines'))
    await expect(canvas.getByText(/shown from the planned size on/)).toBeVisible()
  },
})

/** Stopped; its last users are not old enough yet, and the page says until when. */
export const Maturing = meta.story({
  args: states.maturing,
  play: async ({ canvasElement }) => {
    await decided(canvasElement, 'Results still mature, for 6 more days.')
    await expect(canvasElement).toHaveTextContent('Nov 27, 2026')
  },
})

/** Totals of users of different ages decide nothing yet. */
export const Accrued = meta.story({
  args: states.accrued,
  play: async ({ canvasElement }) => decided(canvasElement, 'Keep running.', 'different ages'),
})

/** Better in what decides, and refunds rose by more than agreed. */
export const GuardrailHarmed = meta.story({
  args: states.harmed,
  play: async ({ canvasElement }) => {
    await decided(canvasElement, 'Roll back.')
    const guardrails = within(canvasElement).getByRole('table', { name: /^Guardrails/ })
    await expect(within(guardrails).getByRole('row', { name: /^Trial/ })).toHaveTextContent(
      'Harmed',
    )
  },
})

/** The relative change has no end where the control may be nothing. */
export const Unbounded = meta.story({
  args: states.unbounded,
  play: async ({ canvasElement }) => {
    await expect(within(canvasElement).getByRole('row', { name: /^Lifetime/ })).toHaveTextContent(
      'to no upper limit',
    )
  },
})

/** Without sums of squares there is an estimate, and nothing says how sure it is. */
export const MissingVariance = meta.story({
  args: states.noVariance,
  play: async ({ canvasElement }) => {
    const row = within(canvasElement).getByRole('row', { name: /^Lifetime/ })
    await expect(row).toHaveTextContent('no interval')
    await expect(row).toHaveTextContent('Cannot be told')
  },
})

/** A phase of another design is left out: its users would turn the result around. */
export const NewPhase = meta.story({
  args: states.newPhase,
  play: async ({ canvasElement }) => {
    await expect(canvasElement).toHaveTextContent('1 earlier phase had another design.')
    await decided(canvasElement, 'Ship Trial.')
  },
})

/** A plan that was changed later is shown as changed. */
export const PlanChanged = meta.story({
  args: states.replanned,
  play: async ({ canvasElement }) => {
    await expect(canvasElement).toHaveTextContent('The plan was changed on Nov 10, 2026.')
    await waitFor(() =>
      expect(canvasElement).toHaveTextContent(
        'Changed: chance of a false claim from 1.0% to 5.0%; planned users from 90,000 to 60,000; least days from 14 to 7.',
      ),
    )
  },
})

/** On their way for the first time. */
export const Loading = meta.story({ args: { ...states.shipped, arms: undefined } })

/** Nobody has been exposed. */
export const Empty = meta.story({
  args: { ...states.shipped, arms: [] },
  play: async ({ canvasElement }) => {
    await expect(canvasElement).toHaveTextContent('No results yet')
    await expect(within(canvasElement).getByRole('button', { name: /CSV/ })).toBeDisabled()
  },
})

/** Newer sums are on their way, to another question; what was there is dimmed. */
export const Stale = meta.story({ args: { ...states.shipped, refreshing: true, stale: true } })

const problem = (kind: Problem['kind'], message: string): Problem => ({
  kind,
  message,
  details: [],
  retryAt: null,
})

/** The last good results stay below what went wrong. */
export const Failed = meta.story({
  args: { ...states.shipped, problem: problem('transport', 'The request could not be sent.') },
  play: async ({ canvasElement, args }) => {
    await userEvent.click(within(canvasElement).getByRole('button', { name: 'Try again' }))
    await expect(args.onRefresh).toHaveBeenCalledOnce()
    await decided(canvasElement, 'Ship Trial.')
  },
})

/** The backend refused. */
export const Forbidden = meta.story({
  args: {
    ...states.shipped,
    arms: undefined,
    problem: problem('forbidden', 'Access denied: role "support" may not read experiments.'),
  },
})

/** In German, with German numbers. */
export const German = meta.story({
  args: { ...paywall, currency: 'EUR' },
  globals: { locale: 'de-DE' },
  play: async ({ canvasElement }) => {
    const region = within(canvasElement).getByRole('region', { name: 'Entscheidung' })
    await expect(region).toHaveTextContent('Weiterlaufen lassen.')
    await expect(canvasElement).toHaveTextContent(/\+26,0\s%/)
  },
})

/** From right to left, the axis too: what is more stands further left. */
export const RightToLeft = meta.story({
  args: { ...states.shipped, series: looks([0.05, 0.06], 10) },
  globals: { locale: 'ar-EG' },
  play: async ({ canvasElement }) => {
    const mark = canvasElement.querySelector('.qv-interval-value')!
    const zero = mark.closest('.qv-interval')!.querySelector('.qv-interval-zero')!
    await expect(mark.getBoundingClientRect().left).toBeLessThan(zero.getBoundingClientRect().left)
  },
})

/** In the dark. */
export const Dark = meta.story({ args: paywall, globals: { theme: 'dark' } })

/** In a narrow column everything of an arm stands below its name. */
export const Narrow = meta.story({
  args: { ...paywall, series: looks([0.05, 0.063], 10, 'monthly') },
  decorators: [
    (Story) => (
      <div style={{ inlineSize: 358, maxInlineSize: '100%' }}>
        <Story />
      </div>
    ),
  ],
  play: async ({ canvasElement }) => {
    const wide = [...canvasElement.querySelectorAll('.qv-results, .qv-results *')].filter(
      (element) => element.scrollWidth > 358 && getComputedStyle(element).overflowX === 'visible',
    )
    await expect(wide).toEqual([])
  },
})
