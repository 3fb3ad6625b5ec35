import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { page, userEvent } from 'vitest/browser'
import '../../../src/styles/index.css'
import { createStage } from '../../stage.tsx'
import * as components from './components.tsx'

const stage = createStage()
const { draw } = stage
/** Where the focus comes from, and where it goes. */
const [before, after] = [document.createElement('button'), document.createElement('button')]
beforeEach(() => {
  stage.host.before(before)
  stage.host.after(after)
})
afterEach(() => {
  before.remove()
  after.remove()
})

/** What a control is called: by its label, else by what is written in it. */
const nameOf = (element: Element): string => {
  const label =
    element instanceof HTMLInputElement ||
    element instanceof HTMLSelectElement ||
    element instanceof HTMLTextAreaElement
      ? element.labels?.[0]
      : undefined
  return (element.getAttribute('aria-label') ?? label?.textContent ?? element.textContent).trim()
}

/** Whether anything around a control marks it as the one with the focus: a line of two pixels in a colour of its own. */
const isMarked = (element: Element): boolean => {
  const { outlineStyle, outlineWidth, outlineColor, backgroundColor } = getComputedStyle(
    element.closest('.qv-segment') ?? element,
  )
  return (
    outlineStyle === 'solid' &&
    Number.parseFloat(outlineWidth) >= 2 &&
    outlineColor !== backgroundColor
  )
}

/** Goes through what is drawn by Tab, or back by Shift and Tab: what stops it, each seen in the window and marked. */
async function walk(key = '{Tab}'): Promise<string[]> {
  const [from, to] = key === '{Tab}' ? [before, after] : [after, before]
  from.focus()
  const names: string[] = []
  let last: Element | undefined
  for (;;) {
    await userEvent.keyboard(key)
    const stop = document.activeElement!
    if (stop === to) return names
    const name = nameOf(stop)
    expect(stage.host.contains(stop), `${name} after ${names.join(', ')}`).toBe(true)
    expect(isMarked(stop), `${name} shows that it has the focus`).toBe(true)
    const { top, bottom, height } = stop.getBoundingClientRect()
    expect(height, name).toBeGreaterThan(0)
    expect(bottom > 0 && top < innerHeight, `${name} is in sight`).toBe(true)
    // Day, month, year and the button of a date are one control.
    if (stop !== last) names.push(name)
    last = stop
  }
}

describe('Tab stops at every control in the order of the page, and each shows the focus', () => {
  /** Names one after the other, as they are read. */
  const stops = (text: string) => text.trim().split(/\s*[|\n]\s*/)
  const LIST = stops(`
    Status | Search | New experiment | Refresh | Download CSV
    Experiment | Status | Dates | Days | Primary metric | Health | Result
    Short paywall | Annual first | Longer trial | Holiday offer | Review prompt | Blue button | Next year
  `)
  // A choice of scales is one stop, and so is a chart.
  const RESULTS = stops(`
    Refresh | Download CSV | Relative | Compared with
    Metric | Monthly first | Change over time: Payers per exposed user | Data table
    Other engines | The results in words
  `)
  // Which group is the control is one stop, at the one that is.
  const FORM = stops(`
    Name | Alias | Description | Context key | Only in this context
    Primary metric | It shall | Goal | Traffic share (%)
    Group name | Weight | Remote configuration | Control | Remove Paywall in use
    Group name | Weight | Remote configuration | Remove Short paywall
    Add a group | Split equally
    Read | Planned users | Smallest effect that matters (%)
    Outcome window (days) | Least days | False alarms put up with (%)
    Trials cancelled per exposed user | Subscriptions cancelled per exposed user
    Exposed users refunded | Harm put up with (%)
    Save | Cancel
  `)
  const PLANNER = stops(`
    Metric | Users who do it (%) | New users a day | Traffic share (%)
    Smallest effect worth having (%) | Read | Arms | Begins on (UTC)
    Weight of the control | Weight of variant 1 | Certainty, window and least days
    Use this plan
    Plan for 5.0% | Plan for 10.0% | Plan for 15.0% | Plan for 20.0% | Plan for 30.0% | Plan for 50.0%
    Days in which users come
  `)
  const ACTIONS = ['Pause', 'Finish', 'Edit', 'Delete']

  it.each([
    ['list', components.list, LIST],
    ['results', components.resultsPage, RESULTS],
    ['form', components.form, FORM],
    ['planner', components.planner, PLANNER],
    ['actions', () => components.actions('active'), ACTIONS],
  ])('%s', async (_, component, names) => {
    await page.viewport(1280, 900)
    draw(component())
    expect(await walk()).toEqual(names)
  })

  it('and Shift and Tab go the same way back', async () => {
    await page.viewport(1280, 900)
    draw(components.resultsPage())
    expect(await walk('{Shift>}{Tab}{/Shift}')).toEqual(RESULTS.toReversed())
  })
})

describe('within a control', () => {
  const byName = (role: string, name: string) => page.getByRole(role, { name, exact: true })

  it('arrow keys choose how changes are told, and the focus goes along', async () => {
    draw(components.resultsPage())
    const scale = (name: string) => byName('radio', name).element() as HTMLInputElement
    scale('Relative').focus()
    await userEvent.keyboard('{ArrowRight}')
    expect(document.activeElement).toBe(scale('Absolute'))
    expect([scale('Relative').checked, scale('Absolute').checked]).toEqual([false, true])
    expect(stage.host.textContent).toContain('points')
    await userEvent.keyboard('{ArrowLeft}')
    expect(document.activeElement).toBe(scale('Relative'))
  })

  it('arrow keys choose which group is the control', async () => {
    draw(components.form())
    const [first, second] = byName('radio', 'Control').elements() as HTMLInputElement[]
    first!.focus()
    await userEvent.keyboard('{ArrowDown}')
    expect([first!.checked, second!.checked]).toEqual([false, true])
    expect(document.activeElement).toBe(second)
  })

  it('arrow keys read the change over time look by look, and Escape ends that', async () => {
    draw(components.resultsPage())
    const chart = page.getByRole('application').element() as HTMLElement
    const readout = () => stage.host.querySelector('.qv-chart-spoken[role=status]')!.textContent
    chart.focus()
    await userEvent.keyboard('{ArrowRight}')
    await expect.poll(readout).toMatch(/^Monthly first, Nov \d+, 2026: [+−]/)
    const first = readout()
    await userEvent.keyboard('{ArrowRight}')
    await expect.poll(readout).not.toBe(first)
    await userEvent.keyboard('{Escape}')
    expect(document.activeElement).toBe(chart)
    await expect.poll(readout).toBe('')
  })

  it('what is folded opens and closes by Enter', async () => {
    draw(components.resultsPage())
    const fold = page.getByText('The results in words').element() as HTMLElement
    fold.focus()
    await userEvent.keyboard('{Enter}')
    expect(fold.closest('details')!.open).toBe(true)
    await userEvent.keyboard('{Enter}')
    expect(fold.closest('details')!.open).toBe(false)
  })

  it('a blocked button says why when the focus comes, and Escape puts that away', async () => {
    draw(components.list())
    const [search, create] = [byName('searchbox', 'Search'), byName('button', 'New experiment')]
    ;(search.element() as HTMLElement).focus()
    await userEvent.keyboard('{Tab}')
    expect(document.activeElement).toBe(create.element())
    const reason = page.getByRole('tooltip', { includeHidden: true }).element()
    await expect.poll(() => reason.matches(':popover-open')).toBe(true)
    expect(reason.textContent).toBe('Analysts only read.')
    await userEvent.keyboard('{Escape}')
    await expect.poll(() => reason.matches(':popover-open')).toBe(false)
    expect(document.activeElement).toBe(create.element())
  })
})

describe('a dialog before an action', () => {
  it.each([
    ['Start', 'draft'],
    ['Pause', 'active'],
    ['Resume', 'paused'],
    ['Finish', 'active'],
    ['Edit', 'active'],
    ['Delete', 'draft'],
  ] as const)('%s: holds the focus, and Escape gives it back', async (action, status) => {
    await page.viewport(1280, 900)
    const told = { onChangeStatus: vi.fn(), onDelete: vi.fn(), onEdit: vi.fn() }
    draw(components.actions(status, told))
    const button = page.getByRole('button', { name: action, exact: true }).element() as HTMLElement
    button.focus()
    await userEvent.keyboard('{Enter}')
    const dialog = stage.host.querySelector('dialog')!
    expect(dialog.matches(':modal')).toBe(true)
    // Whatever is pressed by mistake changes nothing: the first stop cancels, or waits for a name.
    expect(nameOf(document.activeElement!)).toMatch(/^(Cancel|Type the name to delete it)/)
    for (let press = 0; press < 4; press++) {
      await userEvent.keyboard('{Tab}')
      const { activeElement } = document
      expect(activeElement === document.body || dialog.contains(activeElement)).toBe(true)
    }
    // Past its last control the focus leaves for the browser's own, and comes back.
    if (document.activeElement === document.body) await userEvent.keyboard('{Tab}')
    expect(dialog.contains(document.activeElement)).toBe(true)
    await userEvent.keyboard('{Escape}')
    expect(stage.host.querySelector('dialog')).toBeNull()
    expect(document.activeElement).toBe(button)
    for (const call of Object.values(told)) expect(call).not.toHaveBeenCalled()
  })
})
