import { act, fireEvent, render, screen } from '@testing-library/react'
import { afterEach, expect, test, vi } from 'vitest'
import { GuardedButton } from '../../src/ui/GuardedButton.tsx'

afterEach(() => {
  vi.restoreAllMocks()
  vi.unstubAllGlobals()
})

test('its open reason goes with it when the window narrows', () => {
  vi.stubGlobal('innerWidth', 1280)
  vi.stubGlobal('innerHeight', 900)
  // A reason of 200 by 40 pixels below a button.
  let buttonAt = new DOMRect(1000, 100, 80, 30)
  vi.spyOn(HTMLElement.prototype, 'getBoundingClientRect').mockImplementation(function box(
    this: HTMLElement,
  ) {
    return this.tagName === 'BUTTON' ? buttonAt : new DOMRect(0, 0, 200, 40)
  })
  render(<GuardedButton blocked="Only admins may do this.">Delete</GuardedButton>)
  act(() => screen.getByRole('button').focus())
  const { style } = screen.getByText('Only admins may do this.')
  expect(style.left).toBe('1000px')
  buttonAt = new DOMRect(300, 100, 80, 30)
  vi.stubGlobal('innerWidth', 390)
  fireEvent(window, new Event('resize'))
  expect(Number.parseFloat(style.left) + 200).toBeLessThanOrEqual(390)
})
