import { expect, fn, userEvent, within } from 'storybook/test'
import preview from '../../.storybook/preview.tsx'
import type { Fetcher } from '../../src/core/fetcher.ts'
import { ExperimentsPanel } from '../../src/resources/experiments/ExperimentsPanel.tsx'
import { ownBackend } from './answers.ts'
import { open, over, refusal } from './panel.tsx'
import { saysRateLimited } from '../problems.ts'

const meta = preview.meta({
  title: 'Experiments/ExperimentsPanel states',
  component: ExperimentsPanel,
  args: { onViewChange: fn(), currency: 'USD' },
})

const withoutResults = (): Fetcher => {
  const fetcher = ownBackend()
  return (path, init) =>
    path.startsWith('/experiments/summary')
      ? Promise.resolve(refusal(403, 'forbidden', 'No.'))
      : fetcher(path, init)
}

/** The list is whole, its results could not be had. */
export const InPart = meta.story({
  decorators: [over(withoutResults)],
  play: async ({ canvasElement }) => {
    const canvas = within(canvasElement)
    await expect(await canvas.findByText(/The list itself is whole/)).toBeVisible()
    await expect(canvas.getAllByText('Could not be loaded')).toHaveLength(3)
  },
})

const bare = (): Fetcher => (path) => {
  const data = [{ id: 'a', name: 'Bare', status: 'active' }]
  if (path.startsWith('/experiments/summary'))
    return Promise.resolve(Response.json({ items: [{ uid: 'a' }] }))
  if (path.endsWith('/groups')) return Promise.resolve(Response.json({ object: 'list', data: [] }))
  if (path.startsWith('/_permissions')) return Promise.resolve(refusal(404, 'not_found', 'No.'))
  return Promise.resolve(Response.json({ object: 'list', data }))
}

/** Answers without groups, metrics or dates are normal. */
export const BareAnswers = meta.story({
  decorators: [over(bare)],
  play: async ({ canvasElement }) => {
    const canvas = within(canvasElement)
    await expect(await canvas.findByText('No results yet')).toBeVisible()
    await open(canvasElement, 'Bare')
    await expect(await canvas.findByText('Nobody has been exposed to it yet.')).toBeVisible()
    await expect(canvasElement).not.toHaveTextContent('Not started')
    await expect(canvasElement).not.toHaveTextContent('NaN')
  },
})

/** A link to an experiment that is not there. */
export const Missing = meta.story({
  args: { view: { experiment: 'gone' } },
  play: async ({ canvasElement }) => {
    await expect(
      await within(canvasElement).findByText(/There is no experiment “gone”/),
    ).toBeVisible()
  },
})

/** A link to change one that is not there: there is a way back. */
export const MissingToEdit = meta.story({
  args: { view: { experiment: 'gone', form: 'edit' } },
  play: async ({ canvasElement, args }) => {
    const canvas = within(canvasElement)
    await expect(await canvas.findByText(/There is no experiment “gone”/)).toBeVisible()
    await userEvent.click(canvas.getByRole('button', { name: 'All experiments' }))
    await expect(args.onViewChange).toHaveBeenLastCalledWith(
      expect.objectContaining({ experiment: '' }),
      expect.anything(),
    )
  },
})

const making = (): Fetcher => async (path) => {
  const data = [{ id: 'pending.annual', alias_id: 'annual', name: 'Annual first', status: 'draft' }]
  return path === '/experiments'
    ? Response.json({ object: 'list', data })
    : refusal(404, 'not_found', 'No.')
}

/** A link to one that is only being made: there is nothing to be done with it yet. */
export const BeingMade = meta.story({
  args: { view: { experiment: 'pending.annual' } },
  decorators: [over(making)],
  play: async ({ canvasElement }) => {
    const canvas = within(canvasElement)
    await expect(await canvas.findByText(/“Annual first” is being made/)).toBeVisible()
    await expect(canvas.queryByRole('button', { name: 'Start' })).toBe(null)
  },
})

const gate = {
  answer: 'at once' as 'at once' | 'held' | 'failing',
  release: () => undefined as void,
}
const gated = (): Fetcher => {
  const fetcher = ownBackend()
  return async (path, init) => {
    if (path !== '/experiments' || gate.answer === 'at once') return fetcher(path, init)
    if (gate.answer === 'held') await new Promise<void>((resolve) => (gate.release = resolve))
    return refusal(429, 'rate_limit_exceeded', 'Too many requests.', { 'retry-after': '60' })
  }
}

/** Asked again, the list stays; refused, it stays too, with when to ask again above it. */
export const StaleList = meta.story({
  decorators: [over(gated)],
  beforeEach: () => {
    gate.answer = 'at once'
  },
  play: async ({ canvasElement }) => {
    const canvas = within(canvasElement)
    await canvas.findByText('3 of 4 experiments')
    const refresh = await canvas.findByRole('button', { name: 'Refresh' })
    gate.answer = 'held'
    await userEvent.click(refresh)
    await expect(await canvas.findByRole('button', { name: 'Refreshing…' })).toBeVisible()
    await expect(canvas.getByRole('row', { name: /^Paywall layout/ })).toBeVisible()
    gate.release()
    await expect(await canvas.findByText(/Wait until/)).toBeVisible()
    await expect(canvas.getByText(/Shown below is the last good answer/)).toBeVisible()
    await expect(canvas.getByRole('row', { name: /^Paywall layout/ })).toBeVisible()
  },
})

/** Two seconds between question and answer. */
export const Slow = meta.story({ globals: { network: 'slow' }, tags: ['!test'] })

/** A project in which nothing has happened yet. */
export const Empty = meta.story({
  globals: { network: 'empty' },
  tags: ['!test'],
})

/** Every answer is a 429 that asks to wait a minute. */
export const RateLimited = meta.story({
  globals: { network: '429' },
  play: saysRateLimited,
})

/** Every answer is a 500; the library has asked three times before it says so. */
export const ServerError = meta.story({ globals: { network: '500' }, tags: ['!test'] })

/** The viewer has no right to this data. */
export const Forbidden = meta.story({
  decorators: [over(() => async () => refusal(403, 'forbidden', 'Viewers may not read it.'))],
  play: async ({ canvasElement }) => {
    await expect(await within(canvasElement).findByText('You may not see this')).toBeVisible()
  },
})
