import { expect, fn, userEvent, waitFor, within } from 'storybook/test'
import preview from '../../.storybook/preview.tsx'
import { SampleSizePlannerPanel } from '../../src/panels/SampleSizePlannerPanel.tsx'
import { ExperimentForm } from '../../src/resources/experiments/ExperimentForm.tsx'
import { ask } from '../ltv/answers.ts'

const meta = preview.meta({
  title: 'Experiments/SampleSizePlannerPanel',
  component: SampleSizePlannerPanel,
  args: { onUse: fn() },
})

const day = (iso: string): number => Date.parse(`${iso}T00:00:00Z`) / 1000

/** Dropped in: prefilled from the project's installs, lifetime value, trials and experiments. */
export const Default = meta.story({
  play: async ({ canvasElement, step }) => {
    const canvas = within(canvasElement)
    const shown = { mode: 'by_days', environment: 1, currency: 'USD' } as const
    await step('installs a day of the last 28 days', async () => {
      const { cohort_users: installs } = await ask({
        ...shown,
        revenue_type: 'net',
        cohort_from: day('2026-10-24'),
        cohort_to: day('2026-11-21'),
      })
      const field = canvas.getByLabelText('New users a day')
      await waitFor(() => expect(field).toHaveValue(String(Number((installs / 28).toPrecision(3)))))
      await expect(field).toHaveAccessibleDescription(/Oct 24 – Nov 20, 2026/)
    })
    await step('payers within the window, of installs that have had it', async () => {
      await expect(canvas.getByLabelText('Users who do it (%)')).toHaveAccessibleDescription(
        /^Of \d+ installs, Sep 16 – Nov 10, 2026, within 10 days\.$/,
      )
    })
    await step('money, its spread from the controls of experiments', async () => {
      await userEvent.selectOptions(canvas.getByLabelText('Metric'), 'Sales per exposed user')
      await waitFor(() =>
        expect(canvas.getByLabelText('Average per payer (USD)')).toHaveAccessibleDescription(
          /Spread between payers: controls of “Paywall layout”/,
        ),
      )
    })
    await expect(canvasElement).not.toHaveTextContent(/NaN|Infinity/)
  },
})

/** In the form of a new experiment: what was planned is taken over. */
export const InTheForm = meta.story({
  render: () => (
    <ExperimentForm
      onSubmit={() => undefined}
      planner={(take) => <SampleSizePlannerPanel onUse={take} />}
    />
  ),
  play: async ({ canvasElement }) => {
    const canvas = within(canvasElement)
    await userEvent.click(canvas.getByText('Work out users and days'))
    await userEvent.selectOptions(await canvas.findByLabelText('Arms'), '3 arms')
    await userEvent.click(await canvas.findByRole('button', { name: 'Use this plan' }))
    await expect(canvas.getByText('The planned size was taken over.')).toBeVisible()
    await expect(canvas.getByText('Work out users and days')).toHaveFocus()
    await expect(canvas.getByLabelText('Planned users')).not.toHaveValue('')
    await expect(canvas.getByRole('group', { name: 'Group 3' })).toBeVisible()
  },
})

/** A project in which nothing has happened: everything can be typed. */
export const Empty = meta.story({
  globals: { network: 'empty' },
  play: async ({ canvasElement }) => {
    const canvas = within(canvasElement)
    const field = await canvas.findByLabelText('Users who do it (%)')
    await waitFor(() =>
      expect(field).toHaveAccessibleDescription(/The project has no figure of it/),
    )
    await userEvent.type(field, '5')
    await expect(await canvas.findByText(/^[\d,]+ users$/)).toBeVisible()
  },
})

/** Every answer is a 429: said, and everything can be typed meanwhile. */
export const RateLimited = meta.story({
  globals: { network: '429' },
  play: async ({ canvasElement }) => {
    await expect(await within(canvasElement).findByText('Too many requests')).toBeVisible()
  },
})
