import { expect, fn, userEvent, waitFor, within } from 'storybook/test'
import preview from '../../.storybook/preview.tsx'
import type { Fetcher } from '../../src/core/fetcher.ts'
import { ExperimentsPanel } from '../../src/resources/experiments/ExperimentsPanel.tsx'
import { defaultPlan } from '../../src/resources/experiments/plan.default.model.ts'
import type { Experiment } from '../../src/resources/experiments/types.ts'
import { ownBackend } from './answers.ts'
import { largeBusiness } from './business.ts'
import { open, over, refusal } from './panel.tsx'

const meta = preview.meta({
  title: 'Experiments/ExperimentsPanel',
  component: ExperimentsPanel,
  args: { onViewChange: fn(), currency: 'USD' },
})

/** Dropped in with nothing said: what runs, the newest first, by the API's totals and a default plan. */
export const Default = meta.story({
  play: async ({ canvasElement }) => {
    const canvas = within(canvasElement)
    await expect(await canvas.findByText('3 of 4 experiments')).toBeVisible()
    await expect(canvas.getByLabelText('Status')).toHaveDisplayValue('Running (3)')
    await waitFor(() => expect(canvasElement).not.toHaveTextContent('Loading…'))
  },
})

/** The plan the host keeps. Refunds are too rare in this business to hold anything to. */
const planOf = (experiment: Experiment) => PLANS[experiment.alias_id ?? '']
const PLANS = {
  paywall_layout: {
    ...defaultPlan({ primary_metric: 'user_to_paid', goal_direction: 'increase' }),
    plannedUsers: 8_000,
    guardrails: [],
  },
} as Readonly<Record<string, ReturnType<typeof defaultPlan>>>

/** Is the paywall test done? From the list to its results, by keyboard, with results and a plan of the host's own. */
export const IsItDone = meta.story({
  args: { planOf, results: (experiment) => largeBusiness().results(experiment) },
  decorators: [over(() => largeBusiness().fetcher)],
  play: async ({ canvasElement, args, step }) => {
    const canvas = within(canvasElement)
    const row = (name: RegExp) => canvas.findByRole('row', { name }, { timeout: 10_000 })
    await step('the real effect is found, and nothing else is called', async () => {
      await expect(await row(/^Paywall layout/)).toHaveTextContent('Ship Short paywall.')
      await expect(await row(/^Free week or pay at once/)).not.toHaveTextContent(/Ship|Roll back/)
      await expect(await row(/^Welcome video/)).toHaveTextContent('Unhealthy: no result')
      await userEvent.selectOptions(canvas.getByLabelText('Status'), 'Finished (1)')
      await expect(await row(/^Onboarding, twice/)).not.toHaveTextContent(/Ship|Roll back/)
    })
    await step('opened, it says so with its reasons', async () => {
      await userEvent.selectOptions(canvas.getByLabelText('Status'), 'Running (3)')
      ;(await canvas.findByRole('button', { name: 'Paywall layout' })).focus()
      await userEvent.keyboard('{Enter}')
      await expect(await canvas.findByRole('heading', { name: 'Paywall layout' })).toHaveFocus()
      await expect((await canvas.findAllByText(/^Ship Short paywall\./))[0]).toBeVisible()
      await expect(canvas.queryByText(/judged by a default/)).toBeNull()
      await expect(args.onViewChange).toHaveBeenLastCalledWith(
        expect.objectContaining({ experiment: expect.stringMatching(/./), status: 'active' }),
        { experiment: expect.stringMatching(/./) },
      )
    })
    await step('back in the list, what was open has the focus', async () => {
      await userEvent.click(canvas.getByRole('button', { name: 'All experiments' }))
      await expect(canvas.getByRole('button', { name: 'Paywall layout' })).toHaveFocus()
    })
  },
})

const press = async (canvasElement: HTMLElement, action: string) => {
  const canvas = within(canvasElement)
  await userEvent.click(await canvas.findByRole('button', { name: action }))
  const dialog = await canvas.findByRole('dialog')
  await userEvent.click(within(dialog).getByRole('button', { name: action }))
}

/** Judged by a default plan, which is said; a pause shows in the page and in the list. */
export const PauseIt = meta.story({
  decorators: [over(ownBackend)],
  play: async ({ canvasElement }) => {
    const canvas = await open(canvasElement, 'Paywall layout')
    await expect(await canvas.findByText(/judged by a default/)).toBeVisible()
    await press(canvasElement, 'Pause')
    await expect(await canvas.findByRole('button', { name: 'Resume' })).toBeVisible()
    await expect(canvasElement.querySelector('.qv-experiments-status')).toHaveTextContent('Paused')
    await waitFor(() => expect(canvas.queryByText('Pausing…')).toBeNull())
    await userEvent.click(canvas.getByRole('button', { name: 'All experiments' }))
    await expect(await canvas.findByText('2 of 4 experiments')).toBeVisible()
  },
})

const held = { release: () => undefined as void }
const refusing = (): Fetcher => {
  const fetcher = ownBackend()
  return async (path, init) => {
    if (init.method !== 'POST') return fetcher(path, init)
    await new Promise<void>((resolve) => (held.release = resolve))
    return refusal(409, 'state_conflict', 'A release holds it: it cannot be paused.')
  }
}

/** Shown at once, then refused: it goes back, and the page says why and what to do. */
export const RefusedPause = meta.story({
  decorators: [over(refusing)],
  play: async ({ canvasElement, step }) => {
    const canvas = await open(canvasElement, 'Paywall layout')
    const status = () => canvasElement.querySelector('.qv-experiments-status')
    await step('the new status shows before the server has answered', async () => {
      await press(canvasElement, 'Pause')
      await waitFor(() => expect(status()).toHaveTextContent('Paused'))
      await expect(canvas.getByText('Pausing…')).toBeVisible()
    })
    await step('refused, it goes back', async () => {
      held.release()
      await expect(await canvas.findByRole('alert')).toHaveTextContent(
        /It was not paused.*A release holds it/,
      )
      await expect(status()).toHaveTextContent('Running')
      await expect(canvas.getByRole('button', { name: 'Pause' })).toBeVisible()
    })
  },
})

/** Written with its plan: saved, it is open as a draft, its groups are known, and the host keeps the plan. */
export const MakeOne = meta.story({
  args: { onPlanChange: fn() },
  decorators: [over(ownBackend)],
  play: async ({ canvasElement, args, step }) => {
    const canvas = within(canvasElement)
    await step('given up, the list is back, and the focus at what began it', async () => {
      await userEvent.click(await canvas.findByRole('button', { name: 'New experiment' }))
      await userEvent.click(await canvas.findByRole('button', { name: 'Cancel' }))
      await waitFor(() =>
        expect(canvas.getByRole('button', { name: 'New experiment' })).toHaveFocus(),
      )
    })
    await step('saved, it is open', async () => {
      await userEvent.keyboard('{Enter}')
      await userEvent.type(await canvas.findByLabelText('Name'), 'Yearly first')
      await userEvent.type(canvas.getByLabelText('Planned users'), '9000')
      await userEvent.click(canvas.getByRole('button', { name: 'Create draft' }))
      await expect(await canvas.findByText('“Yearly first” is saved.')).toBeVisible()
      await expect(canvas.getByRole('heading', { name: 'Yearly first' })).toHaveFocus()
      await expect(await canvas.findByText('No results before the start')).toBeVisible()
      await expect(args.onPlanChange).toHaveBeenLastCalledWith(
        expect.objectContaining({ name: 'Yearly first' }),
        expect.objectContaining({ plannedUsers: 9000 }),
      )
    })
    await step('its groups can be started', async () => {
      await userEvent.click(await canvas.findByRole('button', { name: 'Start' }))
      const dialog = within(await canvas.findByRole('dialog'))
      await expect(dialog.queryByText(/cannot be judged like this/)).toBeNull()
      await userEvent.click(dialog.getByRole('button', { name: 'Start' }))
      await expect(await canvas.findByRole('button', { name: 'Pause' })).toBeVisible()
      await waitFor(() => expect(canvas.queryByText('Starting…')).toBeNull())
    })
  },
})

/** Deleted by its typed name: the list is back, without it, and says so. */
export const DeleteIt = meta.story({
  args: { initialView: { status: '' } },
  decorators: [over(ownBackend)],
  play: async ({ canvasElement }) => {
    const name = 'Onboarding, twice the same'
    const canvas = await open(canvasElement, name)
    await userEvent.click(await canvas.findByRole('button', { name: 'Delete' }))
    await userEvent.type(canvas.getByRole('textbox', { name: /Type the name/ }), `${name}{Enter}`)
    await expect(await canvas.findByText('3 of 3 experiments')).toBeVisible()
    await expect(canvas.getByText(`“${name}” is deleted.`)).toBeVisible()
    await expect(canvas.queryByRole('button', { name })).toBeNull()
  },
})

const analyst = (): Fetcher => {
  const fetcher = ownBackend()
  const writes = ['Create', 'Update', 'Delete'].map((verb) => `v4${verb}Experiment`)
  const denied = Object.fromEntries(
    [...writes, 'v4ChangeExperimentStatus'].map((id) => [id, 'Analysts may not change anything.']),
  )
  return (path, init) =>
    path.startsWith('/_permissions')
      ? Promise.resolve(Response.json({ allowed: [], denied, masked: [], secrets: [] }))
      : fetcher(path, init)
}

/** Who may only look sees everything, and is told at each control why it does nothing. */
export const Analyst = meta.story({
  decorators: [over(analyst)],
  play: async ({ canvasElement }) => {
    const canvas = within(canvasElement)
    const create = await canvas.findByRole('button', { name: 'New experiment' })
    await waitFor(() =>
      expect(create).toHaveAccessibleDescription('Analysts may not change anything.'),
    )
    await open(canvasElement, 'Paywall layout')
    for (const name of ['Pause', 'Finish', 'Edit', 'Delete'])
      await expect(await canvas.findByRole('button', { name })).toHaveAccessibleDescription(
        'Analysts may not change anything.',
      )
  },
})

/** An experiment, in German, in the dark. */
export const GermanDark = meta.story({
  globals: { locale: 'de-DE', theme: 'dark' },
  play: async ({ canvasElement }) => {
    const canvas = await open(canvasElement, 'Paywall layout')
    await expect(await canvas.findByText(/kein Plan hinterlegt/)).toBeVisible()
    await expect(canvas.getByRole('button', { name: 'Pausieren' })).toBeVisible()
  },
})
