import { expect, fn, userEvent, within } from 'storybook/test'
import preview from '../../.storybook/preview.tsx'
import { GuardedButton, type GuardedButtonProps } from '../../src/ui/GuardedButton.tsx'
import { Root } from '../../src/ui/Root.tsx'

const REASON = 'Analysts only read. Ask an admin to add segments.'

const meta = preview.meta({
  title: 'Controls/GuardedButton',
  component: GuardedButton,
  args: { blocked: null, children: 'Add segment', onClick: fn() },
  argTypes: {
    children: { description: 'What it says.' },
    onClick: { description: 'What it does, unless it is blocked.' },
  },
  render: (args: GuardedButtonProps) => (
    <Root>
      <GuardedButton {...args} />
    </Root>
  ),
})

/** Nothing stands against it: a plain button. */
export const Allowed = meta.story({
  play: async ({ canvasElement, args }) => {
    const canvas = within(canvasElement)
    const button = canvas.getByRole('button', { name: 'Add segment' })
    await expect(button).not.toHaveAttribute('aria-disabled')
    await userEvent.click(button)
    await expect(args.onClick).toHaveBeenCalledTimes(1)
    await expect(canvas.queryByRole('tooltip')).toBe(null)
  },
})

/** Blocked, it says why: by pointer, by focus, by a press, and to screen readers. */
export const Blocked = meta.story({
  args: { blocked: REASON },
  play: async ({ canvasElement, args, step }) => {
    const canvas = within(canvasElement)
    const button = canvas.getByRole('button', { name: 'Add segment' })
    const reason = canvas.getByText(REASON)
    await step('its description is the reason, shown or not', async () => {
      await expect(button).toHaveAccessibleDescription(REASON)
      await expect(button).toHaveAttribute('aria-disabled', 'true')
      await expect(reason).not.toBeVisible()
    })
    await step('the Tab key reaches it, and the reason shows', async () => {
      await userEvent.tab()
      await expect(button).toHaveFocus()
      await expect(reason).toBeVisible()
    })
    await step('Enter and Space do nothing', async () => {
      await userEvent.keyboard('{Enter} ')
      await expect(args.onClick).not.toHaveBeenCalled()
    })
    await step('Escape puts the reason away, a press shows it again', async () => {
      await userEvent.keyboard('{Escape}')
      await expect(reason).not.toBeVisible()
      await userEvent.click(button)
      await expect(reason).toBeVisible()
      await expect(args.onClick).not.toHaveBeenCalled()
    })
    await step('it goes with the focus', async () => {
      await userEvent.tab()
      await userEvent.unhover(button)
      await expect(reason).not.toBeVisible()
    })
  },
})

/** Blocked as the button of a form, it keeps the form from being sent: by a press, and by Enter in a field. */
export const InAForm = meta.story({
  args: { blocked: REASON, type: 'submit' },
  render: (args: GuardedButtonProps) => (
    <Root>
      <form
        style={{ display: 'flex', flexWrap: 'wrap', alignItems: 'end', gap: 8 }}
        onSubmit={(event) => {
          event.preventDefault()
          event.currentTarget.dataset['sent'] = ''
        }}
      >
        <label className="qv-field">
          <span className="qv-label">Name</span>
          <input className="qv-input" name="name" />
        </label>
        <GuardedButton {...args} />
      </form>
    </Root>
  ),
  play: async ({ canvasElement }) => {
    const canvas = within(canvasElement)
    const field = canvas.getByLabelText('Name')
    await userEvent.type(field, 'Zürich{Enter}')
    await userEvent.click(canvas.getByRole('button'))
    await expect(field.closest('form')).not.toHaveAttribute('data-sent')
    await expect(canvas.getByText(REASON)).toBeVisible()
  },
})
