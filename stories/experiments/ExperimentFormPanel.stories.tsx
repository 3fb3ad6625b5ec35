import { useId, useMemo, type ReactNode } from 'react'
import { expect, fn, userEvent, waitFor, within } from 'storybook/test'
import { OwnBackend } from '../../.storybook/OwnBackend.tsx'
import preview from '../../.storybook/preview.tsx'
import { NOW } from '../../.storybook/withQonversion.tsx'
import type { Fetcher } from '../../src/core/fetcher.ts'
import { createSandbox } from '../../src/entries/sandbox.ts'
import { ExperimentFormPanel } from '../../src/resources/experiments/ExperimentFormPanel.tsx'
import { useExperiments } from '../../src/resources/experiments/hooks.ts'
import { REMOTE_CONFIGURATIONS } from './formDrafts.ts'

/** The names in the project's list, as a page beside the form would show them. */
function Names() {
  const title = useId()
  const names = useExperiments().data?.data.map(({ id, name, status }) => (
    <li key={id} data-pending={id.startsWith('pending.') ? '' : undefined}>
      {name} ({status})
    </li>
  ))
  return (
    <>
      <h2 id={title}>Experiments of the project</h2>
      <ul aria-labelledby={title}>{names}</ul>
    </>
  )
}

const asItIs = (fetcher: Fetcher): Fetcher => fetcher

/** A business of its own, which a story may change. */
function Business({
  shape,
  children,
}: {
  readonly shape?: ((fetcher: Fetcher) => Fetcher) | undefined
  readonly children: ReactNode
}) {
  const fetcher = useMemo(
    () => (shape ?? asItIs)(createSandbox({ seed: 1, now: NOW, customers: 60 }).fetcher),
    [shape],
  )
  return (
    <OwnBackend fetcher={fetcher} scope="own">
      {children}
      <Names />
    </OwnBackend>
  )
}

const meta = preview.meta({
  title: 'Experiments/ExperimentFormPanel',
  component: ExperimentFormPanel,
  args: { onSaved: fn(), onCancel: fn(), remoteConfigurations: REMOTE_CONFIGURATIONS },
})

const inBusiness = (shape?: (fetcher: Fetcher) => Fetcher) => ({
  decorators: [
    (Story: () => ReactNode) => (
      <Business shape={shape}>
        <Story />
      </Business>
    ),
  ],
})

const answer = (status: number, error: object) => Response.json({ error }, { status })

/** A server that answers one call in its own way, so often. */
const instead =
  (method: string, path: RegExp, reply: (call: number) => Response | 'lost' | undefined) =>
  (fetcher: Fetcher): Fetcher => {
    let calls = 0
    return async (asked, init) => {
      if (init.method !== method || !path.test(asked)) return fetcher(asked, init)
      const given = reply(++calls)
      if (given instanceof Response) return given
      const done = await fetcher(asked, init)
      if (given === 'lost') throw new TypeError('The connection broke off.')
      return done
    }
  }

async function fill(canvasElement: HTMLElement, name: string) {
  const canvas = within(canvasElement)
  await userEvent.type(canvas.getByLabelText('Name'), name)
  for (const [group, called] of [
    ['Group 1, the control', 'As it is'],
    ['Group 2', 'Shorter'],
  ] as const)
    await userEvent.type(
      within(canvas.getByRole('group', { name: group })).getByLabelText('Group name'),
      called,
    )
}

/** A draft is in the list at once; once everything is saved the host is told. */
export const Create = meta.story({
  ...inBusiness(),
  play: async ({ canvasElement, args }) => {
    const canvas = within(canvasElement)
    await canvas.findByText(/^Paywall layout/)
    await fill(canvasElement, 'Yearly first')
    await userEvent.type(canvas.getByLabelText('Planned users'), '9000')
    await userEvent.click(canvas.getByRole('button', { name: 'Create draft' }))
    await expect(await canvas.findByText('Yearly first (draft)')).toBeVisible()
    await waitFor(() =>
      expect(args.onSaved).toHaveBeenLastCalledWith(
        expect.objectContaining({ name: 'Yearly first', alias_id: 'yearly-first' }),
        expect.objectContaining({ plannedUsers: 9000 }),
      ),
    )
  },
})

/** An alias that is taken stands at its field, the list is as it was, and nothing typed is lost. */
export const TakenAlias = meta.story({
  ...inBusiness(
    instead('POST', /^\/experiments$/, () =>
      answer(409, {
        type: 'resource',
        code: 'already_exists',
        message: 'There is an experiment "yearly-first" already.',
      }),
    ),
  ),
  play: async ({ canvasElement, args }) => {
    const canvas = within(canvasElement)
    await canvas.findByText(/^Paywall layout/)
    await fill(canvasElement, 'Yearly first')
    await userEvent.click(canvas.getByRole('button', { name: 'Create draft' }))
    await expect(await canvas.findByText('It was not saved')).toBeVisible()
    await expect(canvas.getByLabelText('Alias')).toHaveFocus()
    await expect(canvas.getByLabelText('Alias')).toHaveAccessibleDescription(
      /^There is an experiment "yearly-first" already/,
    )
    await expect(canvas.getByLabelText('Name')).toHaveValue('Yearly first')
    await expect(canvas.queryByText('Yearly first (draft)')).toBe(null)
    await expect(args.onSaved).not.toHaveBeenCalled()
  },
})

/** Half-way the connection breaks off, once before and once after the effect: saving again goes on, and nothing is there twice. */
export const BrokenOff = meta.story({
  ...inBusiness(
    instead('POST', /^\/experiments\/[^/]+\/groups$/, (call) => (call === 2 ? 'lost' : undefined)),
  ),
  play: async ({ canvasElement, args, step }) => {
    const canvas = within(canvasElement)
    await canvas.findByText(/^Paywall layout/)
    await fill(canvasElement, 'Yearly first')
    await step('it says what is saved', async () => {
      await userEvent.click(canvas.getByRole('button', { name: 'Create draft' }))
      const alert = await canvas.findByRole('alert')
      await expect(alert).toHaveTextContent('Saved groups: As it is.')
      await expect(alert).toHaveTextContent('Not saved yet: Shorter.')
    })
    await step('and goes on', async () => {
      await userEvent.click(canvas.getByRole('button', { name: 'Create draft' }))
      await waitFor(() => expect(args.onSaved).toHaveBeenCalledTimes(1))
      await expect(canvas.getAllByText('Yearly first (draft)')).toHaveLength(1)
    })
  },
})

/** A viewer who may not add experiments. */
export const Forbidden = meta.story({
  ...inBusiness(
    (fetcher) => async (path, init) =>
      path === '/_permissions'
        ? Response.json({
            allowed: [],
            denied: { v4CreateExperiment: 'Analysts only read.' },
            masked: [],
            secrets: [],
          })
        : fetcher(path, init),
  ),
  play: async ({ canvasElement }) => {
    const button = within(canvasElement).getByRole('button', { name: 'Create draft' })
    await waitFor(() => expect(button).toHaveAttribute('aria-disabled', 'true'))
    await expect(button).toHaveAccessibleDescription('Analysts only read.')
  },
})

/** An experiment that is not there. */
export const Unknown = meta.story({
  ...inBusiness(),
  args: { experimentId: 'nowhere' },
  play: async ({ canvasElement }) => {
    const alert = await within(canvasElement).findByRole('alert')
    await expect(alert).toHaveTextContent('There is no experiment “nowhere” in this project.')
    await expect(within(alert).queryByRole('button', { name: 'Try again' })).toBeNull()
  },
})
