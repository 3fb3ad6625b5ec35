import { cleanup, fireEvent, render, screen } from '@testing-library/react'
import { useMemo, useState, type ReactNode } from 'react'
import { afterEach, describe, expect, it, vi } from 'vitest'
import { DisplayContext } from '../../src/i18n/DisplayContext.tsx'
import { ChoiceField, NumberField, TextField } from '../../src/ui/formFields.tsx'

const onChange = vi.fn()

afterEach(() => {
  cleanup()
  onChange.mockReset()
})

/** A number whose host keeps what it is told. */
function Field({ first }: { readonly first: number | null }) {
  const [value, setValue] = useState(first)
  return (
    <>
      <NumberField
        label="Weight"
        value={value}
        onChange={(next) => {
          onChange(next)
          setValue(next)
        }}
      />
      <button type="button" onClick={() => setValue(33.34)}>
        Split
      </button>
    </>
  )
}

function German({ children }: { readonly children: ReactNode }) {
  const display = useMemo(
    () => ({ locale: 'de-DE', timeZone: 'UTC', theme: 'light', messages: {} }) as const,
    [],
  )
  return <DisplayContext.Provider value={display}>{children}</DisplayContext.Provider>
}

const type = (text: string) => {
  const input = screen.getByLabelText<HTMLInputElement>('Weight')
  fireEvent.change(input, { target: { value: text } })
  return input
}

describe('a number of a form', () => {
  it('is read and written with the viewer’s decimal mark', () => {
    render(<Field first={2.5} />, { wrapper: German })
    expect(screen.getByLabelText('Weight')).toHaveProperty('value', '2,5')
    type('0,75')
    expect(onChange).toHaveBeenLastCalledWith(0.75)
  })

  it('keeps what is no number as it was written, also when the field is left', () => {
    render(<Field first={50} />)
    const input = type('5o')
    fireEvent.blur(input)
    expect(onChange).toHaveBeenLastCalledWith(NaN)
    expect(input.value).toBe('5o')
  })

  it('is tidied once it is left, and gives way to a number from elsewhere', () => {
    render(<Field first={50} />)
    const input = type('050.0')
    expect(input.value).toBe('050.0')
    fireEvent.blur(input)
    expect(input.value).toBe('50')
    type('x')
    fireEvent.click(screen.getByText('Split'))
    expect(input.value).toBe('33.34')
  })

  it('that is empty is none', () => {
    render(<Field first={50} />)
    expect(type('').value).toBe('')
    expect(onChange).toHaveBeenLastCalledWith(null)
  })
})

describe('a field', () => {
  it('is described by what is wrong with it, then by what it is for', () => {
    render(
      <TextField
        label="Alias"
        value=""
        onChange={() => undefined}
        hint="For apps."
        error="Fill this in."
        required
      />,
    )
    const input = screen.getByLabelText('Alias')
    const described = input.getAttribute('aria-describedby')!.split(' ')
    expect(described.map((id) => document.getElementById(id)?.textContent)).toEqual([
      'Fill this in.',
      'For apps.',
    ])
    expect(input.getAttribute('aria-invalid')).toBe('true')
    expect(input.getAttribute('aria-required')).toBe('true')
  })

  it('shows a choice that it does not know as it is', () => {
    render(
      <ChoiceField label="Metric" value="user-to-trial" choices={[]} onChange={() => undefined} />,
    )
    expect(screen.getByLabelText('Metric')).toHaveProperty('value', 'user-to-trial')
  })
})
