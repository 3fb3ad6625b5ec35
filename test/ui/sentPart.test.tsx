import { fireEvent, render, screen } from '@testing-library/react'
import { useState } from 'react'
import { expect, test, vi } from 'vitest'
import { sentPart } from '../../src/ui/sentPart.tsx'
import { hydrate } from '../hydrate.ts'

const Greeting = ({ name }: { readonly name: string }) => <p>Hello {name}</p>

const SENT = '<div class="qv-sent"><p>Hello Ada</p></div>'

test('what was sent stays as it is until the part is there, whatever changes around it', async () => {
  let bring: (part: typeof Greeting) => void = () => undefined
  const Part = sentPart(() => new Promise<typeof Greeting>((resolve) => (bring = resolve)))
  function Page() {
    const [count, setCount] = useState(0)
    return (
      <button onClick={() => setCount(count + 1)}>
        {count}
        <Part fallback={<i>soon</i>} name={count === 0 ? 'Ada' : 'Grace'} />
      </button>
    )
  }
  const { container } = hydrate(<Page />, `<button>0${SENT}</button>`)
  fireEvent.click(screen.getByRole('button'))
  expect(container.innerHTML).toBe(`<button>1${SENT}</button>`)
  bring(Greeting)
  expect(await screen.findByText('Hello Grace')).toBeDefined()
  expect(container.innerHTML).toBe('<button>1<p>Hello Grace</p></button>')
})

test('also a fallback that was sent stays until then', async () => {
  const Part = sentPart(() => Promise.resolve(Greeting))
  const sent = '<div class="qv-sent"><!--$!--><template></template><i>soon</i><!--/$--></div>'
  const { container } = hydrate(<Part fallback={<i>soon</i>} name="Ada" />, sent)
  expect(container.textContent).toBe('soon')
  expect(await screen.findByText('Hello Ada')).toBeDefined()
  expect(screen.queryByText('soon')).toBeNull()
})

test('a page that has the part already draws it with the hydration', async () => {
  const Part = sentPart(() => Promise.resolve(Greeting))
  const first = render(<Part name="Ada" />)
  await screen.findByText('Hello Ada')
  first.unmount()
  expect(hydrate(<Part name="Ada" />, SENT).container.innerHTML).toBe('<p>Hello Ada</p>')
})

test('in a page that the browser draws itself the fallback stands in its place', async () => {
  const Part = sentPart(() => Promise.resolve(Greeting))
  const { container } = render(<Part fallback={<i>soon</i>} name="Ada" />)
  expect(container.innerHTML).toBe('<i>soon</i>')
  expect(await screen.findByText('Hello Ada')).toBeDefined()
})

test('where the part cannot be loaded, a notice takes the place of what was sent and offers to try again', async () => {
  const load = vi
    .fn(() => Promise.resolve(Greeting))
    .mockRejectedValueOnce(new TypeError('Failed to fetch dynamically imported module'))
  const Part = sentPart(load)
  hydrate(<Part name="Ada" />, SENT)
  expect((await screen.findByRole('alert')).textContent).toContain('could not be loaded')
  expect(screen.queryByText('Hello Ada')).toBeNull()
  fireEvent.click(screen.getByRole('button', { name: 'Try again' }))
  expect(await screen.findByText('Hello Ada')).toBeDefined()
})

test('while it is tried again, the fallback stands in its place', async () => {
  let bring: (part: typeof Greeting) => void = () => undefined
  const load = vi
    .fn(() => new Promise<typeof Greeting>((resolve) => (bring = resolve)))
    .mockRejectedValueOnce(new TypeError('Failed to fetch dynamically imported module'))
  const Part = sentPart(load)
  const { container } = hydrate(<Part fallback={<i>soon</i>} name="Ada" />, SENT)
  fireEvent.click(await screen.findByRole('button', { name: 'Try again' }))
  expect(container.innerHTML).toBe('<i>soon</i>')
  bring(Greeting)
  expect(await screen.findByText('Hello Ada')).toBeDefined()
})
