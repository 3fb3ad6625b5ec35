import { expect, fn, userEvent, waitFor, within } from 'storybook/test'
import preview from '../../.storybook/preview.tsx'
import { NOW } from '../../.storybook/withQonversion.tsx'
import type { Arm } from '../../src/resources/experiments/analysis.types.ts'
import { ExperimentResults } from '../../src/resources/experiments/ExperimentResults.tsx'
import { looks, paywall, running, screener } from './results.ts'
import { beliefs, large, oneCustomer, several, shipped } from './resultStates.ts'
import { apiArms, apiPlan } from './sandboxResults.ts'

const meta = preview.meta({
  title: 'Experiments/ExperimentResults',
  component: ExperimentResults,
  args: { asOf: NOW.getTime(), onRefresh: fn(), onViewChange: fn() },
})

const armsOf = (loaded: Record<string, unknown>) => loaded['arms'] as readonly Arm[]

/** The row of an arm under a metric: rows of one name come once for each metric. */
const rows = (canvas: HTMLElement, name: RegExp) => within(canvas).getAllByRole('row', { name })
const decision = (canvas: HTMLElement) => within(canvas).getByRole('region', { name: 'Decision' })

/** A paywall test: the plan names trial to paid, and payers per exposed user decide in its place. */
export const Paywall = meta.story({
  args: paywall,
  play: async ({ canvasElement }) => {
    await expect(decision(canvasElement)).toHaveTextContent('Keep running.')
    await expect(decision(canvasElement)).toHaveTextContent('not sure yet that Monthly first')
    const [first] = within(canvasElement).getAllByRole('rowheader')
    await expect(first).toHaveTextContent('Payers per exposed user')
    await expect(canvasElement).toHaveTextContent('4 users were attached by hand')
  },
})

/** Udacity's free-trial screener: better per enrolment, and not per exposed user, which decides. The numbers are the published ones. */
export const ConditionalPrimary = meta.story({
  args: { ...screener, view: { scale: 'absolute' } },
  play: async ({ canvasElement }) => {
    const [payments, paying, enrolments] = rows(canvasElement, /^Screener/)
    await expect(payments).toHaveTextContent('−0.487 points')
    await expect(payments).toHaveTextContent('−1.16 points to +0.186 points')
    await expect(payments).toHaveTextContent('Not sure yet')
    await expect(paying).toHaveTextContent('+3.11 points')
    await expect(paying).toHaveTextContent('Better')
    await expect(enrolments).toHaveTextContent('−2.91 points to −1.2 points')
    await expect(decision(canvasElement)).toHaveTextContent('No difference that matters.')
    await expect(decision(canvasElement)).toHaveTextContent('Decided by Payments per exposed user')
  },
})

/** Another baseline compares anew, and leaves the decision as it is. */
export const OtherBaseline = meta.story({
  args: several,
  play: async ({ canvasElement, args }) => {
    const canvas = within(canvasElement)
    await expect(decision(canvasElement)).toHaveTextContent('Ship $7.99.')
    await userEvent.selectOptions(canvas.getByRole('combobox', { name: 'Compared with' }), '$7.99')
    await expect(canvas.getByText(/The decision compares with \$9\.99/)).toBeVisible()
    await expect(rows(canvasElement, /^\$9\.99/)[0]).toHaveTextContent('Worse')
    await expect(decision(canvasElement)).toHaveTextContent('Ship $7.99.')
    await userEvent.click(canvas.getByRole('checkbox', { name: '$12.99' }))
    await expect(canvas.queryAllByRole('row', { name: /^\$12\.99/ })).toHaveLength(0)
    await expect(args.onViewChange).toHaveBeenLastCalledWith({
      baseline: 'low',
      hidden: ['high'],
      scale: 'relative',
    })
  },
})

/** Three variants: Holm decides, and the drawn intervals say that they are Bonferroni's. */
export const SeveralVariants = meta.story({
  args: several,
  play: async ({ canvasElement }) => {
    await expect(canvasElement).toHaveTextContent(
      '98.3% intervals · Bonferroni over 3 comparisons, Holm for the verdict',
    )
    await expect(rows(canvasElement, /^\$7\.99/)[0]).toHaveTextContent('Better')
    await expect(rows(canvasElement, /^\$12\.99/)[0]).toHaveTextContent('Not sure yet')
  },
})

/** How a change is told is chosen by the arrow keys: of a thousand users, ten more pay. */
export const PerThousandUsers = meta.story({
  args: shipped,
  play: async ({ canvasElement }) => {
    const canvas = within(canvasElement)
    const relative = canvas.getByRole('radio', { name: 'Relative' })
    relative.focus()
    await userEvent.keyboard('{ArrowRight}{ArrowRight}')
    await expect(canvas.getByRole('radio', { name: 'Per 1,000 users' })).toBeChecked()
    await expect(rows(canvasElement, /^Trial/)[0]).toHaveTextContent('+10.00 of 1,000')
    const labels = [...canvasElement.querySelectorAll('.qv-interval-axis text')]
    const places = labels.map((label) => label.getBoundingClientRect())
    await expect(places.length).toBeGreaterThan(1)
    places.slice(1).forEach(({ left }, at) => void expect(left).toBeGreaterThan(places[at]!.right))
  },
})

/** Two means, by Welch and Fieller: the published p 0.020 and +9.4% to +170.9%; so large a change is doubted. */
export const Money = meta.story({
  args: large,
  play: async ({ canvasElement }) => {
    const [row] = rows(canvasElement, /^Lifetime offer/)
    await expect(row).toHaveTextContent('+70.7%')
    await expect(row).toHaveTextContent('+9.4% to +170.9%')
    await expect(row).toHaveTextContent('p 0.020')
    await expect(row).toHaveTextContent('Unusually large')
    await expect(decision(canvasElement)).toHaveTextContent('Not enough data. It is finished')
  },
})

/** Without the largest payment of each arm the verdict is another. */
export const OneCustomer = meta.story({
  args: oneCustomer,
  play: async ({ canvasElement }) => {
    const [without] = rows(canvasElement, /largest payment/)
    await expect(without).toHaveTextContent('Not sure yet')
    await expect(without).toHaveTextContent('Decided by one customer')
    await expect(decision(canvasElement)).toHaveTextContent('Not enough data. It is finished')
  },
})

/** Beliefs: the published chance of 61.1% and an expected loss of 1.91%. */
export const Bayesian = meta.story({
  args: beliefs,
  play: async ({ canvasElement }) => {
    const [row] = rows(canvasElement, /^Trial/)
    await expect(row).toHaveTextContent('61.1% to be higher, expected loss 1.91%')
    await expect(canvasElement).toHaveTextContent('Beta belief, prior 1 and 1')
  },
})

/** The other engines stand behind a disclosure that says what they are not for. */
export const OtherEngines = meta.story({
  args: screener,
  play: async ({ canvasElement }) => {
    const canvas = within(canvasElement)
    await userEvent.click(canvas.getByText('Other engines'))
    await expect(
      await canvas.findByText('Not used for the decision, and not safe to look at daily.'),
    ).toBeVisible()
    const other = canvas.getByRole('table', { name: 'Sequential: Sequential' })
    await expect(other).toHaveTextContent('asymptotic confidence sequence')
    await expect(within(other).queryByText('decides')).toBeNull()
  },
})

/** The difference over time, read by keyboard, with its table behind. */
export const OverTime = meta.story({
  args: { ...shipped, series: looks([0.05, 0.06]) },
  play: async ({ canvasElement }) => {
    const canvas = within(canvasElement)
    const chart = canvas.getByRole('application', { name: /^Change over time/ })
    chart.focus()
    await userEvent.keyboard('{Home}{End}')
    const said = within(chart.parentElement!).getByRole('status')
    await waitFor(() => expect(said).toHaveTextContent(/^Trial, Nov 21, 2026: \+20\.\d%/))
    await expect(canvasElement).toHaveTextContent('Trial: from Nov 1, 2026 on')
    await userEvent.click(canvas.getByText('Data table'))
    const table = await canvas.findByRole('table', { name: /^Change over time/ })
    await expect(within(table).getAllByRole('row')).toHaveLength(22)
  },
})

/** Totals as the API gives them, of the sandbox's experiment: they mix users of different ages, and say so. */
export const FromTheApi = meta.story({
  args: { name: 'Paywall layout', plan: apiPlan, run: running, currency: 'USD' },
  loaders: [async () => ({ arms: await apiArms('paywall_layout') })],
  render: (props, { loaded }) => <ExperimentResults {...props} arms={armsOf(loaded)} />,
  play: async ({ canvasElement }) => {
    await expect(canvasElement).toHaveTextContent('Totals so far of users of different ages')
    await expect(rows(canvasElement, /control/)[0]).toHaveTextContent(/\d+ of \d+/)
  },
})
