import { fireEvent, render, screen } from '@testing-library/react'
import { renderToString } from 'react-dom/server'
import { expect, test, vi } from 'vitest'
import { latePart } from '../../src/ui/latePart.tsx'

const Greeting = ({ name }: { readonly name: string }) => <p>Hello {name}</p>

test('the part stands where its fallback was once it is loaded, with its own props', async () => {
  const Late = latePart(() => Promise.resolve(Greeting))
  render(<Late fallback={<i>soon</i>} name="Ada" />)
  expect(screen.getByText('soon')).toBeDefined()
  expect(await screen.findByText('Hello Ada')).toBeDefined()
  expect(screen.queryByText('soon')).toBeNull()
})

test('a server draws the fallback, loads nothing and leaves nothing to be drawn again', () => {
  const load = vi.fn(() => Promise.resolve(Greeting))
  const Late = latePart(load)
  expect(renderToString(<Late fallback={<i>soon</i>} name="Ada" />)).toBe('<i>soon</i>')
  expect(load).not.toHaveBeenCalled()
})

test('a part that cannot be loaded says so and is loaded by “Try again”; nothing is thrown', async () => {
  const load = vi
    .fn(() => Promise.resolve(Greeting))
    .mockRejectedValueOnce(new TypeError('Failed to fetch dynamically imported module'))
  const Late = latePart(load)
  render(<Late name="Ada" />)
  expect((await screen.findByRole('alert')).textContent).toContain('could not be loaded')
  fireEvent.click(screen.getByRole('button', { name: 'Try again' }))
  expect(await screen.findByText('Hello Ada')).toBeDefined()
  expect(screen.queryByRole('alert')).toBeNull()
  expect(load).toHaveBeenCalledTimes(2)
})
