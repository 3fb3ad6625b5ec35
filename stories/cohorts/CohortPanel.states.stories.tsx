import { expect, fn, userEvent, waitFor, within } from 'storybook/test'
import type { Decorator } from '@storybook/react-vite'
import { OwnBackend } from '../../.storybook/OwnBackend.tsx'
import preview from '../../.storybook/preview.tsx'
import { shared } from '../../.storybook/withQonversion.tsx'
import type { Adapters } from '../../src/core/execute.ts'
import type { Fetcher } from '../../src/core/fetcher.ts'
import { CohortPanel } from '../../src/resources/cohorts/CohortPanel.tsx'
import { ask, byMonths } from './answers.ts'
import { saysRateLimited, saysServerError } from '../problems.ts'

/** A story over a backend of its own, asked from nothing. */
const over =
  (fetcher: Fetcher): Decorator =>
  (Story, { id }) => (
    <OwnBackend fetcher={fetcher} scope={id}>
      <Story />
    </OwnBackend>
  )

const meta = preview.meta({
  title: 'Cohorts/CohortPanel states',
  component: CohortPanel,
  args: { onViewChange: fn() },
})

/** Two seconds between question and answer. */
export const Slow = meta.story({ globals: { network: 'slow' }, tags: ['!test'] })

/** A project in which nothing has happened yet. */
export const Empty = meta.story({
  globals: { network: 'empty' },
  play: async ({ canvasElement }) => {
    await expect(await within(canvasElement).findByText('No cohort in this range')).toBeVisible()
    await expect(canvasElement).not.toHaveTextContent('NaN')
    await expect(canvasElement).not.toHaveTextContent('0.0%')
  },
})

/** Every answer is a 429 that asks to wait a minute. */
export const RateLimited = meta.story({
  globals: { network: '429' },
  play: saysRateLimited,
})

/** Every answer is a 500; the library has asked three times before it says so. */
export const ServerError = meta.story({
  globals: { network: '500' },
  play: saysServerError,
})

const isMeta = (path: string) => path.endsWith('/cohorts/meta')

const refusal = (status: number, code: string, message: string) =>
  Response.json({ error: { type: 'request', code, message } }, { status })

/** The viewer has no right to this data. */
export const Forbidden = meta.story({
  decorators: [over(async () => refusal(403, 'forbidden', 'Viewers may not read cohorts.'))],
  play: async ({ canvasElement }) => {
    const canvas = within(canvasElement)
    await expect(await canvas.findByText('You may not see this')).toBeVisible()
    await expect(canvas.queryByRole('grid')).toBeNull()
  },
})

/** The choices of the project never come: the table does not wait for them. */
export const ChoicesHang = meta.story({
  decorators: [
    over((path, init) => (isMeta(path) ? new Promise(() => undefined) : shared().full(path, init))),
  ],
  play: async ({ canvasElement }) => {
    await expect(await within(canvasElement).findByRole('grid')).toBeVisible()
  },
})

/** Only a part came: the choices of the project failed, the documented ones are offered, and the page says so. */
export const ChoicesFail = meta.story({
  decorators: [
    over(async (path, init) =>
      isMeta(path) ? refusal(404, 'not_found', 'No such thing.') : shared().full(path, init),
    ),
  ],
  play: async ({ canvasElement }) => {
    const canvas = within(canvasElement)
    await expect(await canvas.findByRole('grid')).toBeVisible()
    await expect(await canvas.findByText(/these are the documented ones/)).toBeVisible()
  },
})

/** A backend that can be told to hold its answers back, or to fail, until it is told otherwise. */
function switchable() {
  let open = () => undefined as void
  const backend = { answer: 'at once' as 'at once' | 'held' | 'failing', release: () => open() }
  const fetcher: Fetcher = async (path, init) => {
    if (isMeta(path) || backend.answer === 'at once') return shared().full(path, init)
    if (backend.answer === 'failing') return refusal(403, 'forbidden', 'Not yet.')
    await new Promise<void>((resolve) => (open = resolve))
    return shared().full(path, init)
  }
  return { backend, fetcher }
}

const held = switchable()

/** While the answer to a changed question is on its way, the old one stays in view, dimmed, with its own question above it. */
export const StaleWhileRefreshing = meta.story({
  decorators: [over(held.fetcher)],
  beforeEach: () => {
    held.backend.answer = 'at once'
  },
  play: async ({ canvasElement }) => {
    const canvas = within(canvasElement)
    const grid = await canvas.findByRole('grid')
    held.backend.answer = 'held'
    await userEvent.selectOptions(canvas.getByLabelText('Cohorts by'), 'Week')
    await expect(await canvas.findByRole('button', { name: 'Refreshing…' })).toBeVisible()
    await expect(grid).toHaveAccessibleName(/Installs by month/)
    await expect(grid.closest('[data-stale]')).not.toBeNull()
    held.backend.release()
    await waitFor(() => expect(canvas.getByRole('grid')).toHaveAccessibleName(/Installs by week/))
  },
})

const failing = switchable()

/** “Try again” by keyboard: whoever pressed it does not lose their place when the notice goes away. */
export const TryAgainKeepsThePlace = meta.story({
  decorators: [over(failing.fetcher)],
  beforeEach: () => {
    failing.backend.answer = 'failing'
  },
  play: async ({ canvasElement }) => {
    const canvas = within(canvasElement)
    const again = await canvas.findByRole('button', { name: 'Try again' })
    failing.backend.answer = 'held'
    again.focus()
    await userEvent.keyboard('{Enter}')
    await expect(await canvas.findByRole('button', { name: 'Refreshing…' })).toHaveFocus()
    failing.backend.release()
    await expect(await canvas.findByRole('grid')).toBeVisible()
    await waitFor(() => expect(canvas.getByRole('button', { name: 'Refresh' })).toHaveFocus())
  },
})

/** What this vendor calls its rows, as no version of the library has seen it. */
const foreign: Fetcher = async (path, init) => {
  const answer = await shared().full(path, init)
  const body = (await answer.json()) as Record<string, unknown>
  if (!('cohorts' in body)) return Response.json(body)
  const { cohorts, ...rest } = body
  return Response.json({ ...rest, rows_v5: cohorts })
}

/** The host's reader of that layout, as the error's own words say to write it. */
const adapters: Adapters = {
  v4GetCohortAnalyticsData: (raw) => {
    const { rows_v5, ...rest } = raw as Record<string, unknown>
    return { ...rest, cohorts: rows_v5 }
  },
}

/** An answer in a layout this version does not know: nothing is drawn, and the message says what to write. */
export const UnknownLayout = meta.story({
  decorators: [
    (Story) => (
      <OwnBackend fetcher={foreign} scope="foreign">
        <Story />
      </OwnBackend>
    ),
  ],
  play: async ({ canvasElement }) => {
    const canvas = within(canvasElement)
    await expect(await canvas.findByText('The answer cannot be read')).toBeVisible()
    await expect(canvasElement).toHaveTextContent('adapters={{ v4GetCohortAnalyticsData: (raw) =>')
    await expect(canvas.queryByRole('grid')).toBeNull()
  },
})

/** The same answer, mended by one adapter, from the raw answer to the drawn cell. */
export const MendedByAdapter = meta.story({
  decorators: [
    (Story) => (
      <OwnBackend fetcher={foreign} scope="foreign" adapters={adapters}>
        <Story />
      </OwnBackend>
    ),
  ],
  play: async ({ canvasElement }) => {
    const grid = await within(canvasElement).findByRole('grid')
    const expected = (await ask(byMonths)).cohorts[0]!
    const cell = grid.querySelector('[aria-rowindex="2"] [aria-colindex="3"]')!
    await expect(cell).toHaveTextContent(`$${expected.periods[0]!.revenue!.toFixed(2)}`)
  },
})
