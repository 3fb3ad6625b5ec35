import { useState } from 'react'
import { expect, fn, userEvent, waitFor, within } from 'storybook/test'
import preview from '../../.storybook/preview.tsx'
import { FilterField, type FilterFieldProps } from '../../src/ui/FilterField.tsx'
import { Root } from '../../src/ui/Root.tsx'
import { Toolbar } from '../../src/ui/Toolbar.tsx'

const STORES = [
  { value: 'app_store', label: 'App Store' },
  { value: 'play_store', label: 'Google Play' },
  { value: 'stripe', label: 'Stripe' },
]
const CAMPAIGNS = Array.from({ length: 365 }, (_, day) => ({
  value: `c${day}`,
  label: `Campaign of day ${day + 1}`,
}))

const meta = preview.meta({
  title: 'Controls/FilterField',
  component: FilterField,
  args: { label: 'Store', choices: STORES, value: [], onChange: fn() },
  render: (args: FilterFieldProps) => <Kept {...args} />,
})

function Kept({ onChange, ...props }: FilterFieldProps) {
  const [value, setValue] = useState(props.value)
  return (
    <Root>
      <Toolbar>
        <FilterField
          {...props}
          value={value}
          onChange={(chosen) => {
            setValue(chosen)
            onChange(chosen)
          }}
        />
      </Toolbar>
    </Root>
  )
}

/** A short list opens as checkboxes; any number can be chosen. */
export const Short = meta.story({
  play: async ({ canvasElement, args, step }) => {
    const canvas = within(canvasElement)
    const opener = canvas.getByRole('button', { name: 'Store All' })
    await step('opened, it has the focus on its first box', async () => {
      await userEvent.click(opener)
      await waitFor(() => expect(canvas.getByLabelText('App Store')).toHaveFocus())
    })
    await step('Space chooses, the arrows go on', async () => {
      await userEvent.keyboard(' {ArrowDown}{ArrowDown} ')
      await expect(args.onChange).toHaveBeenLastCalledWith(['app_store', 'stripe'])
      await expect(canvas.getByRole('button', { name: 'Store 2 chosen' })).toBeVisible()
    })
  },
})

/** What was chosen once and is no longer offered stays in sight, so that it can be put away. */
export const NoLongerOffered = meta.story({
  args: { value: ['amazon'] },
  play: async ({ canvasElement, args }) => {
    const canvas = within(canvasElement)
    await userEvent.click(canvas.getByRole('button', { name: 'Store amazon' }))
    await userEvent.click(await canvas.findByRole('checkbox', { name: 'amazon' }))
    await expect(args.onChange).toHaveBeenLastCalledWith([])
  },
})

/** More than 50 values are searched; what searches them is loaded on first opening. */
export const Long = meta.story({
  args: { label: 'Campaign', choices: CAMPAIGNS },
  play: async ({ canvasElement, args, step }) => {
    const canvas = within(canvasElement)
    await step('it opens with the focus where one types', async () => {
      await userEvent.click(canvas.getByRole('button', { name: 'Campaign All' }))
      const name = 'Search Campaign'
      const search = await canvas.findByRole('combobox', { name }, { timeout: 6_000 })
      await waitFor(() => expect(search).toHaveFocus())
      await expect(canvas.getAllByRole('option')).toHaveLength(100)
      await expect(canvas.getByText(/At most 100 of 365 are listed/)).toBeVisible()
    })
    await step('typing narrows it down, Enter chooses, and the list stays open', async () => {
      await userEvent.keyboard('day 200')
      await waitFor(() => expect(canvas.getAllByRole('option')).toHaveLength(1))
      await userEvent.keyboard('{Enter}')
      await expect(args.onChange).toHaveBeenLastCalledWith(['c199'])
      await expect(
        canvas.getByRole('option', { name: 'Campaign of day 200', selected: true }),
      ).toBeVisible()
    })
    await step('a second one is found the same way', async () => {
      const search = canvas.getByRole('combobox')
      await userEvent.clear(search)
      await userEvent.type(search, 'day 300{Enter}')
      await expect(args.onChange).toHaveBeenLastCalledWith(['c199', 'c299'])
    })
    await step('nothing found says so', async () => {
      await userEvent.clear(canvas.getByRole('combobox'))
      await userEvent.type(canvas.getByRole('combobox'), 'xyz')
      await expect(await canvas.findByText('Nothing fits.')).toBeVisible()
      await expect(canvas.queryByText(/At most/)).toBe(null)
    })
  },
})
