import { fireEvent, render, screen } from '@testing-library/react'
import { StrictMode, useState } from 'react'
import { renderToString } from 'react-dom/server'
import { describe, expect, test, vi } from 'vitest'
import { sentForm } from '../../src/ui/sentForm.tsx'
import { hydrate } from '../hydrate.ts'

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
    const Part = sentForm(() => new Promise<typeof Form>((resolve) => (bring = resolve)))
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

  test('is kept in each of several forms', async () => {
    let bring: (part: typeof Form) => void = () => undefined
    const Part = sentForm(() => new Promise<typeof Form>((resolve) => (bring = resolve)))
    const sent = `<div><div class="qv-sent">${renderToString(<Form />)}</div></div>`
    const page = (
      <>
        <div>
          <Part />
        </div>
        <div>
          <Part />
        </div>
      </>
    )
    hydrate(page, sent + sent)
    const names = () => screen.getAllByLabelText<HTMLInputElement>('Name')
    const [first, second] = names()
    first!.value = 'Ada'
    second!.value = 'Grace'
    bring(Form)
    expect((await screen.findByText('Ada day false')).tagName).toBe('OUTPUT')
    expect((await screen.findByText('Grace day false')).tagName).toBe('OUTPUT')
  })

  test('stands where it was typed when the form cannot be loaded, and is in it when a second try brings it', async () => {
    const load = vi
      .fn(() => Promise.resolve(Form))
      .mockRejectedValueOnce(new TypeError('Failed to fetch dynamically imported module'))
    const Part = sentForm(load)
    hydrate(<Part />, `<div class="qv-sent">${renderToString(<Form />)}</div>`)
    const sent = field('Name')
    sent.value = 'Ada'
    expect((await screen.findByRole('alert')).textContent).toContain('could not be loaded')
    expect(field('Name')).toBe(sent)
    // A form without its script would load the page anew.
    expect(fireEvent.submit(sent.form!)).toBe(false)
    fireEvent.click(screen.getByRole('button', { name: 'Try again' }))
    expect((await screen.findByText('Ada day false')).tagName).toBe('OUTPUT')
    expect(screen.queryByRole('alert')).toBeNull()
  })

  test('is no more than a notice where the browser drew the page itself', async () => {
    const load = vi.fn(() => Promise.reject<typeof Form>(new TypeError('Failed to fetch')))
    const Part = sentForm(load)
    const { container } = render(<Part fallback={<i>soon</i>} />)
    expect((await screen.findByRole('alert')).textContent).toContain('could not be loaded')
    expect(container.textContent).not.toContain('soon')
  })
})
