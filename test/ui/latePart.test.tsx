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

test('a part that has been loaded once is there at once', async () => {
  const load = vi.fn(() => Promise.resolve(Greeting))
  const Late = latePart(load)
  render(<Late name="Ada" />)
  await screen.findByText('Hello Ada')
  render(<Late name="Grace" />)
  expect(screen.getByText('Hello Grace')).toBeDefined()
  expect(load).toHaveBeenCalledTimes(1)
})

test('server HTML is taken over without a difference also where the part is already loaded', async () => {
  const Late = latePart(() => Promise.resolve(Greeting))
  const page = () => <Late fallback={<i>soon</i>} name="Ada" />
  const container = document.body.appendChild(document.createElement('div'))
  container.innerHTML = renderToString(page())
  render(<Late name="Grace" />)
  await screen.findByText('Hello Grace')
  const onRecoverableError = vi.fn()
  render(page(), { container, hydrate: true, onRecoverableError })
  expect(await screen.findByText('Hello Ada')).toBeDefined()
  expect(onRecoverableError).not.toHaveBeenCalled()
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

test('it is loaded once for all who draw it, and is there at once for who draws it later', async () => {
  const load = vi.fn(() => Promise.resolve(Greeting))
  const Late = latePart(load)
  render(
    <>
      <Late name="Ada" />
      <Late name="Grace" />
    </>,
  )
  expect(await screen.findByText('Hello Ada')).toBeDefined()
  expect(screen.getByText('Hello Grace')).toBeDefined()
  render(<Late name="Emmy" />)
  expect(screen.getByText('Hello Emmy')).toBeDefined()
  expect(load).toHaveBeenCalledTimes(1)
})

test('a page that has the part already hydrates the fallback that a server sent', async () => {
  const Late = latePart(() => Promise.resolve(Greeting))
  const first = render(<Late name="Ada" />)
  await screen.findByText('Hello Ada')
  first.unmount()
  const container = document.createElement('div')
  container.innerHTML = renderToString(<Late fallback={<i>soon</i>} name="Ada" />)
  expect(container.textContent).toBe('soon')
  const log = vi.spyOn(console, 'error')
  render(<Late fallback={<i>soon</i>} name="Ada" />, { container, hydrate: true })
  expect(container.textContent).toBe('Hello Ada')
  expect(log).not.toHaveBeenCalled()
})

test('what could not be loaded before is tried again by who draws it next', async () => {
  const load = vi
    .fn(() => Promise.resolve(Greeting))
    .mockRejectedValueOnce(new TypeError('Failed to fetch dynamically imported module'))
  const Late = latePart(load)
  const first = render(<Late name="Ada" />)
  await screen.findByRole('alert')
  first.unmount()
  render(<Late name="Ada" />)
  expect(await screen.findByText('Hello Ada')).toBeDefined()
})
