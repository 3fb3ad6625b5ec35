import { useState } from 'react'
import { expect, fn, userEvent, waitFor, within } from 'storybook/test'
import preview from '../../.storybook/preview.tsx'
import { ExperimentActions } from '../../src/resources/experiments/ExperimentActions.tsx'
import { experiment } from './rows.ts'

const running = experiment('Short paywall', {
  status: 'active',
  started_at: '2026-10-01T00:00:00Z',
  context_key: 'main_paywall',
})
const draft = experiment('Annual first', {
  status: 'draft',
  context_key: 'main_paywall',
  segment_percent: 40,
})
const group = (weight: number, is_control: boolean) => ({
  id: String(weight),
  name: null,
  is_control,
  weight,
  remote_config_uid: null,
  offering_uid: null,
  offering_tag: null,
  created_at: null,
  updated_at: null,
})

const meta = preview.meta({
  title: 'Experiments/ExperimentActions',
  component: ExperimentActions,
  args: {
    experiment: running,
    onChangeStatus: fn(),
    onDelete: fn(),
    onEdit: fn(),
    onDismiss: fn(),
  },
})

const dialogOf = async (canvasElement: HTMLElement) =>
  within(await within(canvasElement).findByRole('dialog'))

/** Running: it can be paused or finished, and is deleted only once it has ended. */
export const Running = meta.story({
  play: async ({ canvasElement, args }) => {
    const remove = within(canvasElement).getByRole('button', { name: 'Delete' })
    await expect(remove).toHaveAccessibleDescription(/Finish it first/)
    await userEvent.click(remove)
    await expect(within(canvasElement).queryByRole('dialog')).toBeNull()
    await expect(args.onDelete).not.toHaveBeenCalled()
  },
})

/** By keyboard: what a pause does is said, the focus stays inside, Escape and Cancel change nothing, and it goes back to its button. */
export const PauseByKeyboard = meta.story({
  play: async ({ canvasElement, args, step }) => {
    const canvas = within(canvasElement)
    const pause = canvas.getByRole('button', { name: 'Pause' })
    await step('what happens to users is said', async () => {
      pause.focus()
      await userEvent.keyboard('{Enter}')
      const dialog = await canvas.findByRole('dialog', { name: 'Pause “Short paywall”?' })
      await expect(dialog).toHaveAccessibleDescription(/stay in their groups.*are not let in/)
      await expect(within(dialog).getByRole('button', { name: 'Cancel' })).toHaveFocus()
    })
    await step('Escape changes nothing', async () => {
      await userEvent.keyboard('{Escape}')
      await waitFor(() => expect(canvas.queryByRole('dialog')).toBeNull())
      await expect(pause).toHaveFocus()
      await expect(args.onChangeStatus).not.toHaveBeenCalled()
    })
    await step('answered, it is asked for once', async () => {
      await userEvent.keyboard('{Enter}')
      await userEvent.tab()
      await userEvent.keyboard('{Enter}')
      await expect(args.onChangeStatus).toHaveBeenLastCalledWith('paused', 'pause')
      await expect(pause).toHaveFocus()
    })
  },
})

/** A draft is started by weights; what cannot be judged, and another experiment on its context key, are warned of. */
export const StartWithWarnings = meta.story({
  args: { experiment: draft, others: [running, draft], groups: [group(1, false), group(0, false)] },
  play: async ({ canvasElement, args }) => {
    await userEvent.click(within(canvasElement).getByRole('button', { name: 'Start' }))
    const dialog = await dialogOf(canvasElement)
    await expect(dialog.getByText(/40\.0% of new users/)).toBeVisible()
    await expect(
      dialog.getByText(/Fewer than two groups .* must be the control; 0 are/),
    ).toBeVisible()
    await expect(dialog.getByText(/same context key “main_paywall”: “Short paywall”/)).toBeVisible()
    await userEvent.click(dialog.getByRole('button', { name: 'Start' }))
    await expect(args.onChangeStatus).toHaveBeenLastCalledWith('active', 'start')
  },
})

/** Paused: resuming says that those in it never left. */
export const Paused = meta.story({
  args: { experiment: { ...running, status: 'paused' } },
  play: async ({ canvasElement }) => {
    await userEvent.click(within(canvasElement).getByRole('button', { name: 'Resume' }))
    const dialog = await dialogOf(canvasElement)
    await expect(dialog.getByText(/have been in their groups all the time/)).toBeVisible()
  },
})

/** Finishing says that users leave their groups, and that it is the end. */
export const Finish = meta.story({
  play: async ({ canvasElement, args }) => {
    await userEvent.click(within(canvasElement).getByRole('button', { name: 'Finish' }))
    const dialog = await dialogOf(canvasElement)
    await expect(dialog.getByText(/leave their groups/)).toBeVisible()
    await expect(dialog.getByText('It cannot be started again.')).toBeVisible()
    await userEvent.click(dialog.getByRole('button', { name: 'Finish' }))
    await expect(args.onChangeStatus).toHaveBeenLastCalledWith('finished', 'finish')
  },
})

/** Deleted only once its name was typed as it is written. */
export const DeleteTyped = meta.story({
  args: {
    experiment: {
      ...running,
      status: 'finished',
      finished_at: '2026-11-01T00:00:00Z',
    },
  },
  play: async ({ canvasElement, args }) => {
    await userEvent.click(within(canvasElement).getByRole('button', { name: 'Delete' }))
    const dialog = await dialogOf(canvasElement)
    const field = dialog.getByRole('textbox', { name: /Type the name/ })
    await expect(field).toHaveFocus()
    await userEvent.type(field, 'short paywall{Enter}')
    await expect(args.onDelete).not.toHaveBeenCalled()
    await expect(dialog.getByRole('button', { name: 'Delete' })).toHaveAccessibleDescription(
      /not typed yet/,
    )
    await userEvent.clear(field)
    await userEvent.type(field, 'Short paywall{Enter}')
    await expect(args.onDelete).toHaveBeenCalledOnce()
    await expect(within(canvasElement).queryByRole('dialog')).toBeNull()
  },
})

/** While users are in it, a change of the design is warned of before the form opens. */
export const EditWarns = meta.story({
  play: async ({ canvasElement, args }) => {
    await userEvent.click(within(canvasElement).getByRole('button', { name: 'Edit' }))
    const dialog = await dialogOf(canvasElement)
    await expect(dialog.getByText(/begin a new phase/)).toBeVisible()
    await expect(args.onEdit).not.toHaveBeenCalled()
    await userEvent.click(dialog.getByRole('button', { name: 'Edit all the same' }))
    await expect(args.onEdit).toHaveBeenCalledOnce()
  },
})

/** Under way: nothing else can be begun. */
export const Pending = meta.story({
  args: { pending: 'pause', experiment: { ...running, status: 'paused' } },
  play: async ({ canvasElement }) => {
    const canvas = within(canvasElement)
    await expect(canvas.getByRole('status')).toHaveTextContent('Pausing…')
    await userEvent.click(canvas.getByRole('button', { name: 'Finish' }))
    await expect(canvas.queryByRole('dialog')).toBeNull()
  },
})

/** Refused: why, what is shown now, and what to do. */
export const Refused = meta.story({
  args: {
    problem: {
      action: 'finish',
      kind: 'other',
      message: '"Short paywall" is being changed by somebody else and cannot become finished.',
      details: [],
      retryAt: null,
    },
  },
  play: async ({ canvasElement, args }) => {
    const canvas = within(canvasElement)
    await expect(canvas.getByRole('alert')).toHaveTextContent(
      /It was not finished.*refused it.*cannot become finished/,
    )
    await userEvent.click(canvas.getByRole('button', { name: 'Try again' }))
    await expect(args.onChangeStatus).toHaveBeenLastCalledWith('finished', 'finish')
    await expect(canvas.getByRole('group')).toHaveFocus()
    await userEvent.click(canvas.getByRole('button', { name: 'Close' }))
    await expect(args.onDismiss).toHaveBeenCalledOnce()
    await expect(canvas.getByRole('group')).toHaveFocus()
  },
})

/** No answer: it may have had its effect. */
export const Unsure = meta.story({
  args: {
    problem: {
      action: 'pause',
      kind: 'transport',
      message: 'The connection broke off.',
      details: [],
      retryAt: null,
    },
  },
  play: async ({ canvasElement }) => {
    await expect(within(canvasElement).getByRole('alert')).toHaveTextContent(
      /^No clear answer.*not known whether it had its effect/,
    )
  },
})

/** Who may not change it is told why, at each control. */
export const Blocked = meta.story({
  args: {
    blocked: {
      status: 'Analysts may not run experiments.',
      edit: 'Analysts may not change experiments.',
      delete: 'Analysts may not delete experiments.',
    },
  },
  play: async ({ canvasElement }) => {
    const canvas = within(canvasElement)
    const reasons: [string, string][] = [
      ['Pause', 'Analysts may not run experiments.'],
      ['Finish', 'Analysts may not run experiments.'],
      ['Edit', 'Analysts may not change experiments.'],
      ['Delete', 'Analysts may not delete experiments.'],
    ]
    for (const [name, reason] of reasons) {
      const button = canvas.getByRole('button', { name })
      await expect(button).toHaveAccessibleDescription(reason)
      await userEvent.click(button)
      await expect(canvas.queryByRole('dialog')).toBeNull()
    }
  },
})

/** A status of a newer API: only what does not change it. */
export const UnknownStatus = meta.story({
  args: { experiment: { ...running, status: 'winding_down' } },
  play: async ({ canvasElement }) => {
    const canvas = within(canvasElement)
    await expect(canvas.getAllByRole('button').map(({ textContent }) => textContent)).toEqual([
      'Edit',
      'Delete',
    ])
    await expect(canvas.getByText(/does not know the status “winding_down”/)).toBeVisible()
  },
})

function Living(props: Parameters<typeof ExperimentActions>[0]) {
  const [status, setStatus] = useState(props.experiment.status)
  return (
    <ExperimentActions
      {...props}
      experiment={{ ...props.experiment, status }}
      // As a panel's list does it: once the dialog is gone.
      onChangeStatus={(to) => queueMicrotask(() => setStatus(to))}
    />
  )
}

/** Paused, resumed, finished: the focus stays where the next button is. */
export const FocusStays = meta.story({
  render: (args: Parameters<typeof ExperimentActions>[0]) => <Living {...args} />,
  play: async ({ canvasElement }) => {
    const canvas = within(canvasElement)
    canvas.getByRole('button', { name: 'Pause' }).focus()
    await userEvent.keyboard('{Enter}{Tab}{Enter}')
    await waitFor(() => expect(canvas.getByRole('button', { name: 'Resume' })).toHaveFocus())
    await userEvent.tab()
    await userEvent.keyboard('{Enter}{Tab}{Enter}')
    await waitFor(() => expect(canvas.queryByRole('button', { name: 'Finish' })).toBeNull())
    await waitFor(() => expect(canvas.getByRole('group')).toHaveFocus())
  },
})

/** The dialog in German, in the dark. */
export const GermanDark = meta.story({
  args: { experiment: draft, others: [running, draft] },
  globals: { locale: 'de-DE', theme: 'dark' },
  play: async ({ canvasElement }) => {
    await userEvent.click(within(canvasElement).getByRole('button', { name: 'Starten' }))
    await expect(
      await within(canvasElement).findByRole('dialog', { name: '„Annual first“ starten?' }),
    ).toBeVisible()
  },
})
