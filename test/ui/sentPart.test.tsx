import { fireEvent, render, screen } from '@testing-library/react'
import { StrictMode, useState } from 'react'
import { renderToString } from 'react-dom/server'
import { describe, expect, test, vi } from 'vitest'
import { createKeepTyped } from '../../src/ui/createKeepTyped.ts'
import { sentPart } from '../../src/ui/sentPart.tsx'

const Greeting = ({ name }: { readonly name: string }) => <p>Hello {name}</p>

/** Hydrates what a server sent, and fails where React complains. */
function hydrate(page: React.ReactNode, html: string) {
  const container = document.body.appendChild(document.createElement('div'))
  container.innerHTML = html
  const onRecoverableError = (error: unknown) => {
    throw error
  }
  return render(page, { container, hydrate: true, onRecoverableError })
}
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

describe('what is typed into a form before it is there', () => {
  /** A form that says what it holds; `more` has a field that the server's did not have. */
  function Form({ more = false }: { readonly more?: boolean }) {
    const [name, setName] = useState('')
    const [unit, setUnit] = useState('day')
    const [isOn, setIsOn] = useState(false)
    return (
      <form>
        {more && <input aria-label="More" />}
        <input aria-label="Name" value={name} onChange={(event) => setName(event.target.value)} />
        <select aria-label="Unit" value={unit} onChange={(event) => setUnit(event.target.value)}>
          <option>day</option>
          <option>week</option>
        </select>
        <input
          aria-label="On"
          type="checkbox"
          checked={isOn}
          onChange={(event) => setIsOn(event.target.checked)}
        />
        <output>{`${name} ${unit} ${isOn}`}</output>
      </form>
    )
  }
  const field = (label: string) => screen.getByLabelText<HTMLInputElement>(label)

  /** Hydrates a page with the form a server sent, has a person fill it in, and brings the form. */
  async function fillIn(more: boolean, doFill: () => void) {
    let bring: (part: typeof Form) => void = () => undefined
    const Part = sentPart(
      () => new Promise<typeof Form>((resolve) => (bring = resolve)),
      createKeepTyped(),
    )
    const sent = `<div class="qv-sent">${renderToString(<Form />)}</div>`
    hydrate(
      <StrictMode>
        <input aria-label="Beside" />
        <Part more={more} />
      </StrictMode>,
      `<input aria-label="Beside"/>${sent}`,
    )
    const before = field('Name')
    doFill()
    bring(Form)
    await vi.waitFor(() => expect(field('Name')).not.toBe(before))
  }

  test('is in it when it is, and the caret where it was', async () => {
    await fillIn(false, () => {
      field('Name').value = 'Ada Lovelace'
      field('Unit').value = 'week'
      field('On').checked = true
      field('Name').focus()
      field('Name').setSelectionRange(3, 3)
    })
    expect((await screen.findByText('Ada Lovelace week true')).tagName).toBe('OUTPUT')
    expect(document.activeElement).toBe(field('Name'))
    expect(field('Name').selectionStart).toBe(3)
  })

  test('does not come into a field that was not asked', async () => {
    await fillIn(true, () => (field('Name').value = 'Ada'))
    expect([field('More').value, field('Name').value]).toEqual(['', ''])
  })

  test('is all that changes: what nobody touched is as the form has it', async () => {
    await fillIn(false, () => (field('On').checked = true))
    expect((await screen.findByText('day true')).tagName).toBe('OUTPUT')
    expect(document.activeElement).toBe(document.body)
  })
})
