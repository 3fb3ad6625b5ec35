import { fireEvent, render, screen } from '@testing-library/react'
import { expect, test, vi } from 'vitest'
import { AnswerHead, type AnswerHeadProps } from '../../src/ui/AnswerHead.tsx'

const head = (props: Partial<AnswerHeadProps> = {}) => (
  <AnswerHead
    isSandbox={false}
    question="Revenue by month"
    asOf="As of today"
    refreshing={false}
    onRefresh={undefined}
    onSave={() => Promise.resolve()}
    isEmpty={false}
    {...props}
  >
    <p>what a reader must know</p>
  </AnswerHead>
)

test('a file that cannot be written is said, and written by “Try again”', async () => {
  const onSave = vi
    .fn(() => Promise.resolve())
    .mockRejectedValueOnce(new TypeError('Failed to fetch dynamically imported module'))
  render(head({ onSave }))
  fireEvent.click(screen.getByRole('button', { name: 'Download CSV' }))
  const alert = await screen.findByRole('alert')
  expect(alert.textContent).toContain('could not be loaded')
  // Its button changes when it is pressed: a screen reader says that, and not the whole again.
  expect(alert.getAttribute('aria-atomic')).toBe('false')
  fireEvent.click(screen.getByRole('button', { name: 'Try again' }))
  await vi.waitFor(() => expect(screen.queryByRole('alert')).toBeNull())
  expect(onSave).toHaveBeenCalledTimes(2)
})

test('while it is asked again the button stays, and does nothing', () => {
  const onRefresh = vi.fn()
  const { rerender } = render(head({ onRefresh }))
  fireEvent.click(screen.getByRole('button', { name: 'Refresh' }))
  rerender(head({ onRefresh, refreshing: true }))
  fireEvent.click(screen.getByRole('button', { name: 'Refreshing…' }))
  expect(onRefresh).toHaveBeenCalledTimes(1)
})

test('test purchases are said first, and nothing is offered for saving where there is nothing', () => {
  const { container } = render(head({ isSandbox: true, isEmpty: true }))
  expect(container.firstElementChild?.textContent).toContain('No real money')
  expect(screen.getByRole('button', { name: 'Download CSV' })).toHaveProperty('disabled', true)
  expect(screen.queryByRole('button', { name: 'Refresh' })).toBeNull()
})
