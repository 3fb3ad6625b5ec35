import { act, renderHook } from '@testing-library/react'
import { expect, test, vi } from 'vitest'
import { oneOf, type StoredView } from '../../src/core/viewParts.ts'
import { usePanelView, type PanelViewProps } from '../../src/react/usePanelView.ts'

interface View {
  readonly metric: 'revenue' | 'payers'
  readonly split: string
}

const read = (stored: Partial<View> | StoredView, fallback: View): View => {
  const given = stored as StoredView
  return {
    metric: oneOf(['revenue', 'payers'], given['metric'], fallback.metric),
    split: typeof given['split'] === 'string' ? given['split'] : fallback.split,
  }
}
const begin = (given: Partial<View> = {}) => read(given, { metric: 'revenue', split: '' })
const render = (props: PanelViewProps<View>) =>
  renderHook((given: PanelViewProps<View>) => usePanelView(given, begin, read), {
    initialProps: props,
  })

test('a panel keeps what is chosen, and tells the whole with what differs from the first', () => {
  const onViewChange = vi.fn()
  const { result } = render({ initialView: { split: 'country' }, onViewChange })
  expect(result.current.view).toEqual({ metric: 'revenue', split: 'country' })
  act(() => result.current.setView({ metric: 'payers', split: 'country' }))
  expect(result.current.view.metric).toBe('payers')
  expect(result.current.first.metric).toBe('revenue')
  expect(onViewChange).toHaveBeenCalledWith(
    { metric: 'payers', split: 'country' },
    { metric: 'payers' },
  )
})

test('what a host keeps is read part by part; what is broken is as at first', () => {
  const { result, rerender } = render({ view: { metric: 'unknown', split: 'store' } })
  expect(result.current.view).toEqual({ metric: 'revenue', split: 'store' })
  // The host decides: without a new view the choice is not shown.
  act(() => result.current.setView({ metric: 'payers', split: 'store' }))
  expect(result.current.view.metric).toBe('revenue')
  rerender({ view: { metric: 'payers' } })
  expect(result.current.view).toEqual({ metric: 'payers', split: '' })
})

test('the first view is read once', () => {
  const { result, rerender } = render({ initialView: { split: 'country' } })
  rerender({ initialView: { split: 'store' } })
  expect(result.current.first.split).toBe('country')
})
