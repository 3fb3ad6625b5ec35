import { expect, fn, userEvent, within } from 'storybook/test'
import preview from '../../.storybook/preview.tsx'
import {
  ExperimentForm,
  type ExperimentFormProps,
} from '../../src/resources/experiments/ExperimentForm.tsx'
import type { ExperimentGroup } from '../../src/resources/experiments/types.ts'
import { askExperiment, askExperiments, REMOTE_CONFIGURATIONS } from './formDrafts.ts'

const meta = preview.meta({
  title: 'Experiments/ExperimentForm',
  component: ExperimentForm,
  args: { onSubmit: fn(), onCancel: fn() },
})

type Given = Omit<ExperimentFormProps, 'onSubmit' | 'onCancel'>

/** A story over an experiment of the sandbox. */
const editing = (alias: string, args: Given = {}) => ({
  args,
  loaders: [async () => askExperiment(alias)],
  render: (props: ExperimentFormProps, { loaded }: { loaded: Record<string, unknown> }) => (
    <ExperimentForm {...(loaded as Partial<ExperimentFormProps>)} {...props} />
  ),
})

/** A new experiment: a control and a variant of equal weight, and a usual plan without its size. */
export const New = meta.story()

/** Made with the keyboard alone: every field in the order of the page, and Enter to send. */
export const ByKeyboard = meta.story({
  args: { remoteConfigurations: REMOTE_CONFIGURATIONS },
  play: async ({ canvasElement, args, step }) => {
    const canvas = within(canvasElement)
    await step('name first; the alias follows it', async () => {
      await userEvent.tab()
      await expect(canvas.getByLabelText('Name')).toHaveFocus()
      await userEvent.keyboard('Short paywall')
      await expect(canvas.getByLabelText('Alias')).toHaveValue('short-paywall')
    })
    await step('groups have names, weights and what they are given', async () => {
      const variant = within(canvas.getByRole('group', { name: 'Group 2' }))
      variant.getByLabelText('Group name').focus()
      await userEvent.keyboard('Short')
      await userEvent.tab()
      await userEvent.keyboard('{Control>}a{/Control}25')
      await expect(variant.getByText('33.3% of those who take part')).toBeVisible()
      await userEvent.tab()
      await userEvent.selectOptions(variant.getByLabelText('Remote configuration'), 'Short paywall')
    })
    await step('the size of the plan, and Enter sends', async () => {
      canvas.getByLabelText('Planned users').focus()
      await userEvent.keyboard('21700{Enter}')
      await expect(args.onSubmit).toHaveBeenCalledTimes(1)
    })
    const [submission] = args.onSubmit.mock.lastCall as [unknown]
    await expect(submission).toMatchObject({
      experiment: {
        name: 'Short paywall',
        alias_id: 'short-paywall',
        primary_metric: 'user_to_paid',
        goal_direction: 'increase',
        segment_percent: null,
      },
      groups: [
        { id: null, is_control: true, weight: 50, remote_config_uid: null },
        { id: null, is_control: false, weight: 25, name: 'Short', remote_config_uid: 'rc-short' },
      ],
      plan: {
        engine: 'sequential',
        alpha: 0.05,
        plannedUsers: 21_700,
        guardrails: [{ id: 'refunds', absoluteMargin: 0.005 }],
      },
    })
  },
})

/** What makes no sense is said where it stands, and the first of it gets the focus; nothing is sent. */
export const MakesNoSense = meta.story({
  play: async ({ canvasElement, args, step }) => {
    const canvas = within(canvasElement)
    const group = (name: string) => within(canvas.getByRole('group', { name }))
    await step('an empty form goes to its name', async () => {
      await userEvent.click(canvas.getByRole('button', { name: 'Create draft' }))
      await expect(canvas.getByLabelText('Name')).toHaveFocus()
      await expect(canvas.getByLabelText('Name')).toHaveAccessibleDescription('Fill this in.')
      await expect(canvas.getByText('Nothing was sent: 2 entries need a look.')).toBeVisible()
    })
    await step('a weight that is no number stays as it was written', async () => {
      await userEvent.type(canvas.getByLabelText('Name'), 'Odd weights')
      const weight = group('Group 2').getByLabelText('Weight')
      await userEvent.clear(weight)
      await userEvent.type(weight, '-5')
      await userEvent.tab()
      await expect(weight).toHaveValue('-5')
      await expect(weight).toHaveAccessibleDescription(/^Write a number of 0 or more/)
      await expect(canvas.getByText('Weights do not add up yet.')).toBeVisible()
    })
    await step('nobody to compare with', async () => {
      const weight = group('Group 2').getByLabelText('Weight')
      await userEvent.clear(weight)
      await userEvent.type(weight, '0{Enter}')
      await expect(canvas.getByText(/^At least two groups need a weight above 0/)).toHaveFocus()
      await expect(group('Group 2').getByText(/later count as a leak/)).toBeVisible()
      await expect(args.onSubmit).not.toHaveBeenCalled()
    })
    await step('an equal split of three mends it', async () => {
      await userEvent.clear(group('Group 2').getByLabelText('Weight'))
      await userEvent.click(canvas.getByRole('button', { name: 'Add a group' }))
      await expect(group('Group 3').getByLabelText('Group name')).toHaveFocus()
      await userEvent.click(canvas.getByRole('button', { name: 'Split equally' }))
      await expect(canvas.getByText('Weights add up to 100.')).toBeVisible()
      await userEvent.click(canvas.getByRole('button', { name: 'Create draft' }))
      await expect(args.onSubmit).toHaveBeenCalledTimes(1)
    })
  },
})

const withOffering = (group: ExperimentGroup, index: number): ExperimentGroup => ({
  ...group,
  offering_uid: `offer-${index}`,
})

const refused = {
  kind: 'input',
  message: 'The input does not fit.',
  retryAt: null,
  details: [
    { field: 'segment_percent', message: 'must be from 0 to 100' },
    { field: 'groups.1.weight', message: 'must be 0 or more: a share of the traffic' },
    { field: 'project', message: 'has no right to experiments' },
  ],
} as const

/** What the server found stands at its fields, those of groups too; what it names beside them is listed. Changed, it is of the past. */
export const RefusedByTheServer = meta.story({
  ...editing('paywall_layout', { problem: refused }),
  play: async ({ canvasElement }) => {
    const canvas = within(canvasElement)
    const share = await canvas.findByLabelText('Traffic share (%)')
    await expect(share).toHaveFocus()
    await expect(share).toHaveAccessibleDescription(/^must be from 0 to 100/)
    const variant = within(canvas.getByRole('group', { name: 'Group 2' }))
    await expect(variant.getByLabelText('Weight')).toHaveAccessibleDescription(/^must be 0 or more/)
    await expect(canvas.getByRole('alert')).toHaveTextContent('project has no right to experiments')
    await expect(canvas.getByRole('alert')).toHaveTextContent('Nothing you typed is lost.')
    await userEvent.clear(share)
    await userEvent.type(share, '40')
    await expect(share).not.toHaveAttribute('aria-invalid')
  },
})

/** A save that stopped half-way says what is there and what is not, and that the next one goes on. */
export const SavedInPart = meta.story({
  ...editing('paywall_layout', {
    problem: {
      kind: 'transport',
      message: 'v4CreateExperimentGroup got no answer.',
      details: [],
      retryAt: null,
    },
    progress: { isExperimentSaved: true, saved: ['Paywall in use'], missing: ['Short paywall'] },
  }),
  play: async ({ canvasElement }) => {
    const alert = await within(canvasElement).findByRole('alert')
    await expect(alert).toHaveTextContent('Not everything was saved')
    await expect(alert).toHaveTextContent('Saved groups: Paywall in use.')
    await expect(alert).toHaveTextContent('Not saved yet: Short paywall.')
    await expect(alert).toHaveTextContent('makes nothing twice')
  },
})

/** A running experiment: what changes its results is a new phase, and so is said. */
export const WhileItRuns = meta.story({
  ...editing('paywall_layout'),
  play: async ({ canvasElement, args, step }) => {
    const canvas = within(canvasElement)
    await step('a description changes nothing', async () => {
      await userEvent.type(await canvas.findByLabelText('Description'), ' More.')
      await expect(canvas.queryByRole('note')).toBe(null)
    })
    await step('a weight does', async () => {
      const weight = within(canvas.getByRole('group', { name: 'Group 2' })).getByLabelText('Weight')
      await userEvent.clear(weight)
      await userEvent.type(weight, '3')
      await expect(canvas.getByRole('note')).toHaveTextContent(
        /this changes the weights: .* new phase/,
      )
    })
    await step('so does the key of another one that runs', async () => {
      const key = canvas.getByLabelText('Context key')
      await userEvent.clear(key)
      await userEvent.type(key, 'monthly_offer')
      const [shared] = canvas.getAllByRole('note')
      await expect(shared).toHaveTextContent(
        '“Free week or pay at once” is under way on this context key',
      )
    })
    await step('leaving asks, and Escape stays', async () => {
      await userEvent.click(canvas.getByRole('button', { name: 'Cancel' }))
      await expect(canvas.getByRole('button', { name: 'Go on editing' })).toHaveFocus()
      await userEvent.keyboard('{Escape}')
      await expect(canvas.getByRole('button', { name: 'Cancel' })).toHaveFocus()
      await expect(args.onCancel).not.toHaveBeenCalled()
      await userEvent.keyboard('{Enter}')
      await userEvent.click(canvas.getByRole('button', { name: 'Discard changes' }))
      await expect(args.onCancel).toHaveBeenCalledTimes(1)
    })
  },
})

/** Nothing was changed: leaving asks nothing. */
export const NothingToLose = meta.story({
  play: async ({ canvasElement, args }) => {
    await userEvent.click(within(canvasElement).getByRole('button', { name: 'Cancel' }))
    await expect(args.onCancel).toHaveBeenCalledTimes(1)
  },
})

/** A save is under way: nothing can be sent twice, and nothing be typed that would not be saved. */
export const Saving = meta.story({
  ...editing('paywall_layout', { isPending: true }),
  play: async ({ canvasElement, args }) => {
    const canvas = within(canvasElement)
    await userEvent.click(await canvas.findByRole('button', { name: 'Saving…' }))
    await userEvent.type(canvas.getByLabelText('Name'), ' more')
    await expect(canvas.getByLabelText('Name')).toHaveValue('Paywall layout')
    await expect(args.onSubmit).not.toHaveBeenCalled()
  },
})

/** The viewer may not save: the button says why, and everything can be read. */
export const Blocked = meta.story({
  ...editing('onboarding_aa', {
    blocked: 'Analysts only read. Ask an admin to change experiments.',
    blockedGroups: { add: 'Analysts only read.', remove: 'Analysts only read.' },
  }),
})

/** Groups with offerings, which the API does not let anyone set, and a conditional metric with the twin that decides. */
export const Offerings = meta.story({
  ...editing('paywall_layout'),
  loaders: [
    async () => {
      const { experiment, groups, ...rest } = await askExperiment('paywall_layout')
      return {
        ...rest,
        experiment: { ...experiment, primary_metric: 'trial_to_paid', status: 'draft' },
        groups: groups.map(withOffering),
        offerings: [{ uid: 'offer-0', name: 'Yearly first' }],
      }
    },
  ],
  play: async ({ canvasElement }) => {
    const canvas = within(canvasElement)
    await expect(await canvas.findByText(/^Offering: Yearly first/)).toBeVisible()
    await expect(canvas.getByText(/^Offering: offer-1/)).toBeVisible()
    await expect(canvas.getByLabelText('Primary metric')).toHaveAccessibleDescription(
      /“Payers per exposed user”/,
    )
  },
})

/** Money: the goal and a cap are amounts. */
export const Money = meta.story({
  args: { currency: 'EUR' },
  loaders: [async () => ({ otherExperiments: await askExperiments() })],
  play: async ({ canvasElement }) => {
    const canvas = within(canvasElement)
    await userEvent.selectOptions(canvas.getByLabelText('Primary metric'), 'Sales per exposed user')
    await expect(canvas.getByLabelText('Goal (EUR)')).toBeVisible()
    await expect(canvas.getByLabelText('Cap per user (EUR)')).toBeVisible()
  },
})

/** In German, in the dark, with a decimal comma. */
export const GermanDark = meta.story({
  ...editing('paywall_layout'),
  globals: { locale: 'de-DE', theme: 'dark' },
  play: async ({ canvasElement, args }) => {
    const canvas = within(canvasElement)
    const goal = await canvas.findByLabelText('Ziel')
    await userEvent.type(goal, '2,5{Enter}')
    const [submission] = args.onSubmit.mock.lastCall as [unknown]
    await expect(submission).toMatchObject({ experiment: { goal_value: 2.5 }, plan: null })
  },
})

/** From right to left. */
export const RightToLeft = meta.story({
  ...editing('paywall_layout'),
  globals: { locale: 'ar-EG' },
})
