import { act, render, renderHook, screen } from '@testing-library/react'
import { renderToString } from 'react-dom/server'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { useViewInUrl, type AddressAdapter } from '../../src/ui/useViewInUrl.ts'

const open = (search: string) => window.history.replaceState(null, '', `/panel${search}#rows`)
const here = () => window.location.pathname + window.location.search + window.location.hash

beforeEach(() => open('?project=shop&cohorts.metric=payers'))
afterEach(() => open(''))

/** Goes back in the history, as far as the browser reports that it has. */
const goBack = () =>
  act(
    () =>
      new Promise<void>((resolve) => {
        window.addEventListener('popstate', () => resolve(), { once: true })
        window.history.back()
      }),
  )

test('gives what the address holds, and writes what changed', () => {
  const { result } = renderHook(() => useViewInUrl('cohorts'))
  expect(result.current.view).toEqual({ metric: 'payers' })
  const whole = { metric: 'arpu', grouping: 'month' }
  act(() => result.current.onViewChange(whole, { metric: 'arpu' }))
  expect(result.current.view).toEqual({ metric: 'arpu' })
  expect(here()).toBe('/panel?project=shop&cohorts.metric=arpu#rows')
})

test('back reopens the view before', async () => {
  const { result } = renderHook(() => useViewInUrl('cohorts'))
  act(() => result.current.onViewChange({ metric: 'arpu' }))
  expect(result.current.view).toEqual({ metric: 'arpu' })
  await goBack()
  expect(result.current.view).toEqual({ metric: 'payers' })
})

test('the same view again makes no entry of the history', () => {
  const { result } = renderHook(() => useViewInUrl('cohorts'))
  const before = window.history.length
  act(() => result.current.onViewChange({ metric: 'payers' }))
  expect(window.history.length).toBe(before)
})

test('what is typed or ticked takes the place of the current entry; a choice makes one', async () => {
  const { result } = renderHook(() => useViewInUrl('cohorts'))
  const change = (changes: object) => act(() => result.current.onViewChange(changes))
  const entries = () => window.history.length
  change({ metric: 'arpu' })
  const chosen = entries()
  const view = { metric: 'arpu', range: { from: '2026-01-01', through: '2026-03-31' } }
  // From a preset to dates of one's own: a choice. Then the year is typed.
  change(view)
  expect(entries()).toBe(chosen + 1)
  for (const from of ['2020-01-01', '2024-01-01', '2025-01-01'])
    change({ ...view, range: { ...view.range, from } })
  change({ ...view, selected: ['|1'] })
  change({ ...view, selected: ['|1', '|2'], sort: { by: 'size', descending: true } })
  for (const search of ['p', 'pa', 'pay']) change({ ...view, search })
  change({ ...view, costs: { arpu: 1.25 } })
  expect(entries()).toBe(chosen + 1)
  expect(result.current.view).toMatchObject({ costs: { arpu: '1.25' } })
  await goBack()
  expect(result.current.view).toEqual({ metric: 'arpu' })
})

test('a choice that changes what is ticked too makes an entry', async () => {
  const { result } = renderHook(() => useViewInUrl('cohorts'))
  act(() => result.current.onViewChange({ metric: 'payers', selected: ['|1'] }))
  act(() => result.current.onViewChange({ metric: 'payers', grouping: 'week', selected: [] }))
  await goBack()
  expect(result.current.view).toEqual({ metric: 'payers', selected: '|1' })
})

test('two panels share an address by their keys', () => {
  const panels = renderHook(() => [useViewInUrl('cohorts'), useViewInUrl('ltv')] as const)
  act(() => panels.result.current[1].onViewChange({ metric: 'arppu' }))
  act(() => panels.result.current[0].onViewChange({ metric: 'revenue' }))
  expect(panels.result.current.map(({ view }) => view)).toEqual([
    { metric: 'revenue' },
    { metric: 'arppu' },
  ])
})

test('the view keeps its identity while the address says the same', () => {
  const { result, rerender } = renderHook(() => useViewInUrl('cohorts'))
  const before = result.current
  rerender()
  expect(result.current.view).toBe(before.view)
  expect(result.current.onViewChange).toBe(before.onViewChange)
})

test('a server draws without an address, or with the one its router has', () => {
  const router: AddressAdapter = {
    read: () => '?cohorts.metric=arpas',
    write: () => undefined,
    subscribe: () => () => undefined,
  }
  const Panel = ({ adapter }: { adapter?: AddressAdapter }) =>
    JSON.stringify(useViewInUrl('cohorts', adapter).view)
  expect(renderToString(<Panel />)).toBe('{}')
  expect(renderToString(<Panel adapter={router} />)).toContain('arpas')
})

test('a host’s router keeps the address in its own way', () => {
  let search = '?cohorts.metric=arpas'
  const listeners = new Set<() => void>()
  const router: AddressAdapter = {
    read: () => search,
    write: (next) => {
      search = next
      for (const listener of listeners) listener()
    },
    subscribe: (listener) => {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
  }
  function Panel() {
    const { view, onViewChange } = useViewInUrl('cohorts', router)
    return (
      <button onClick={() => onViewChange({ metric: 'payers' })}>{JSON.stringify(view)}</button>
    )
  }
  const { unmount } = render(<Panel />)
  act(() => screen.getByRole('button').click())
  expect(screen.getByRole('button').textContent).toBe('{"metric":"payers"}')
  expect(here()).toBe('/panel?project=shop&cohorts.metric=payers#rows')
  unmount()
  expect(listeners.size).toBe(0)
})
