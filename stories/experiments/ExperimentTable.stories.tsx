import { expect, fn, userEvent, within } from 'storybook/test'
import preview from '../../.storybook/preview.tsx'
import { NOW } from '../../.storybook/withQonversion.tsx'
import { ExperimentTable } from '../../src/resources/experiments/ExperimentTable.tsx'
import { askExperiments } from './answers.ts'
import { figuresOf, SHOWN } from './tableStates.ts'

type Args = Parameters<typeof ExperimentTable>[0]

const meta = preview.meta({
  title: 'Experiments/ExperimentTable',
  component: ExperimentTable,
  args: { asOf: NOW.getTime(), onOpen: fn(), onViewChange: fn(), onRefresh: fn() },
})

/** The sandbox's experiments, judged by the API's totals and a default plan. */
export const Default = meta.story({
  loaders: [askExperiments],
  render: (args: Args, { loaded }: { loaded: Record<string, unknown> }) => (
    <ExperimentTable {...args} {...loaded} />
  ),
  play: async ({ canvasElement }) => {
    const canvas = within(canvasElement)
    const row = (name: RegExp) => canvas.getByRole('row', { name })
    await expect(canvas.getAllByRole('row')).toHaveLength(5)
    // Of 100 users of one of its arms 15 are never counted.
    await expect(row(/^Welcome video/)).toHaveTextContent('Unhealthy: no result')
    // The same twice, and worth the same at other ages: nothing to call.
    for (const name of [/^Onboarding, twice the same/, /^Free week or pay at once/])
      await expect(row(name)).not.toHaveTextContent(/Ship|Roll back/)
  },
})

/** Every status and every word, a status and a metric of a newer API among them. */
export const AllStates = meta.story({
  args: { experiments: SHOWN, figuresOf, onCreate: fn() },
  play: async ({ canvasElement }) => {
    const canvas = within(canvasElement)
    const words: [RegExp, string][] = [
      [/^Short paywall/, 'Ship Short paywall.'],
      [/^Annual first/, 'Keep running.'],
      [/^Äpfel/, 'Not started'],
      [/^Blue button/, 'No difference that matters.'],
      [/^Longer trial/, 'Roll back.'],
      [/^Holiday offer/, 'winding_down'],
      [/^Holiday offer/, 'lifetime_joy'],
      [/^Holiday offer/, 'Unhealthy'],
      [/^Review prompt/, 'Not enough data.'],
    ]
    for (const [name, word] of words)
      await expect(canvas.getByRole('row', { name })).toHaveTextContent(word)
    // Why it is doubted stands where keys and fingers reach it, and once.
    const doubted = within(canvas.getByRole('row', { name: /^Annual first/ }))
    await expect(doubted.getByText('Warning')).toBeVisible()
    await expect(doubted.getByText(/^Another experiment .* “Blue button”/)).toBeVisible()
    await expect(doubted.getByText('70 days, pauses included')).toBeVisible()
    const broken = within(canvas.getByRole('row', { name: /^Holiday offer/ }))
    await expect(broken.getAllByText(/in the designed shares/)).toHaveLength(1)
    await expect(canvasElement.querySelectorAll('[title]')).toHaveLength(0)
  },
})

const names = (canvasElement: HTMLElement) =>
  within(canvasElement)
    .getAllByRole('rowheader')
    .map((cell) => within(cell).getByRole('button').textContent)

/** By keyboard alone: filtered by status and words, sorted both ways, opened. */
export const ByKeyboard = meta.story({
  args: { experiments: SHOWN, figuresOf },
  play: async ({ canvasElement, args, step }) => {
    const canvas = within(canvasElement)
    const heading = (name: string) => canvas.getByRole('columnheader', { name })
    await step('the newest start is first, what has not started last', async () => {
      await expect(heading('Dates')).toHaveAttribute('aria-sort', 'descending')
      await expect(names(canvasElement).at(0)).toBe('Review prompt')
      await expect(names(canvasElement).at(-1)).toBe('Äpfel statt Birnen')
    })
    await step('sorted by name, then the other way around', async () => {
      canvas.getByRole('button', { name: 'Experiment' }).focus()
      await userEvent.keyboard('{Enter}')
      await expect(heading('Experiment')).toHaveAttribute('aria-sort', 'ascending')
      await expect(names(canvasElement).slice(0, 2)).toEqual(['Annual first', 'Äpfel statt Birnen'])
      await userEvent.keyboard(' ')
      await expect(heading('Experiment')).toHaveAttribute('aria-sort', 'descending')
      await expect(names(canvasElement).at(0)).toBe('Short paywall')
    })
    await step('by result, what wants doing comes first and what has none last', async () => {
      canvas.getByRole('button', { name: 'Result' }).focus()
      await userEvent.keyboard('{Enter}')
      await expect(names(canvasElement)).toEqual([
        'Short paywall',
        'Longer trial',
        'Holiday offer',
        'Blue button',
        'Annual first',
        'Review prompt',
        'Äpfel statt Birnen',
      ])
    })
    await step('only what is finished, then only what has a word', async () => {
      await userEvent.selectOptions(canvas.getByLabelText('Status'), 'Finished (2)')
      await expect(names(canvasElement)).toEqual(['Longer trial', 'Blue button'])
      await expect(canvasElement).toHaveTextContent('2 of 7 experiments')
      await userEvent.type(canvas.getByRole('searchbox'), 'BLUE but')
      await expect(names(canvasElement)).toEqual(['Blue button'])
      await expect(args.onViewChange).toHaveBeenLastCalledWith({
        status: 'finished',
        search: 'BLUE but',
        sort: { by: 'result', order: 'ascending' },
      })
    })
    await step('what is listed is opened', async () => {
      canvas.getByRole('button', { name: 'Blue button' }).focus()
      await userEvent.keyboard('{Enter}')
      await expect(args.onOpen).toHaveBeenLastCalledWith(SHOWN[3])
    })
  },
})

/** Nothing fits the filters: which of them leave nothing over, and how to see all. */
export const FilteredEmpty = meta.story({
  args: {
    experiments: SHOWN,
    figuresOf,
    initialView: { status: 'draft', search: 'paywall' },
  },
  play: async ({ canvasElement }) => {
    const canvas = within(canvasElement)
    await expect(canvas.getByText('None has the status “Draft”.')).toBeVisible()
    await expect(canvas.getByText('None has all words of “paywall”.')).toBeVisible()
    await userEvent.click(canvas.getByRole('button', { name: 'Show all' }))
    await expect(canvas.getAllByRole('row')).toHaveLength(8)
    // The button is gone: whoever pressed it goes on at what it reset.
    await expect(canvas.getByRole('combobox', { name: 'Status' })).toHaveFocus()
  },
})

/** A project without experiments. */
export const Empty = meta.story({
  args: { experiments: [], onCreate: fn() },
  play: async ({ canvasElement }) => {
    await expect(within(canvasElement).getByText('No experiments yet')).toBeVisible()
  },
})

/** On its way. */
export const Loading = meta.story({ args: { refreshing: true } })

/** Results that are on their way, and results that could not be had, beside a whole list. */
export const InPart = meta.story({
  args: {
    experiments: SHOWN,
    figuresOf: ({ name }) => (name === 'Blue button' ? 'failed' : 'loading'),
    warnings: ['The results of 1 experiment could not be loaded.'],
  },
  play: async ({ canvasElement }) => {
    const canvas = within(canvasElement)
    await expect(canvas.getByRole('row', { name: /^Blue/ })).toHaveTextContent(
      'Could not be loaded',
    )
    await expect(canvas.getByRole('row', { name: /^Short/ })).toHaveTextContent('Loading…')
  },
})

const PROBLEM = { kind: 'server', message: 'unknown_error', details: [], retryAt: null } as const

/** The list could not be had. */
export const Failed = meta.story({
  args: { problem: PROBLEM },
  play: async ({ canvasElement }) => {
    const choices = within(canvasElement).getAllByRole('option')
    // How many there are is not known, which is not none.
    await expect(choices.map(({ textContent }) => textContent)).toEqual([
      'All',
      'Draft',
      'Running',
      'Paused',
      'Finished',
    ])
  },
})

/** An older list, and why there is no newer one. */
export const Stale = meta.story({
  args: { experiments: SHOWN, figuresOf, problem: PROBLEM, refreshing: true },
})

/** Who may not make an experiment is told why. */
export const CreateBlocked = meta.story({
  args: {
    experiments: SHOWN,
    figuresOf,
    onCreate: fn(),
    createBlocked: 'Analysts may not make experiments.',
  },
  play: async ({ canvasElement, args }) => {
    const button = within(canvasElement).getByRole('button', { name: 'New experiment' })
    await expect(button).toHaveAccessibleDescription('Analysts may not make experiments.')
    await userEvent.click(button)
    await expect(args.onCreate).not.toHaveBeenCalled()
  },
})

/** In German, in the dark. */
export const GermanDark = meta.story({
  args: { experiments: SHOWN, figuresOf, onCreate: fn() },
  globals: { locale: 'de-DE', theme: 'dark' },
  play: async ({ canvasElement }) => {
    await expect(
      within(canvasElement).getByRole('row', { name: /^Short paywall/ }),
    ).toHaveTextContent('Short paywall ausrollen.')
  },
})

/** From right to left. */
export const RightToLeft = meta.story({
  args: { experiments: SHOWN, figuresOf, onCreate: fn() },
  globals: { locale: 'ar-EG' },
})

/** Where there is little room: a card for each. */
export const Narrow = meta.story({
  args: { experiments: SHOWN, figuresOf, onCreate: fn() },
  decorators: [
    (Story) => (
      <div className="story-narrow" style={{ inlineSize: 358, maxInlineSize: '100%' }}>
        <Story />
      </div>
    ),
  ],
  play: async ({ canvasElement }) => {
    const canvas = within(canvasElement)
    // A table still, for whoever listens to it.
    await expect(canvas.getByRole('table')).toHaveAccessibleName('Experiments')
    await expect(canvas.getAllByRole('columnheader')).toHaveLength(7)
    await expect(canvasElement.scrollWidth).toBeLessThanOrEqual(canvasElement.clientWidth)
  },
})
