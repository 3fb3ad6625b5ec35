import { cleanup, fireEvent, render, screen } from '@testing-library/react'
import { useMemo, useState, type ReactNode } from 'react'
import { afterEach, describe, expect, test, vi } from 'vitest'
import { DisplayContext } from '../../src/i18n/DisplayContext.tsx'
import { readAmount, writeAmount } from '../../src/ui/amount.ts'
import { AmountField } from '../../src/ui/AmountField.tsx'

afterEach(cleanup)

const onInput = vi.fn()
const onChange = vi.fn()

/** A field whose host keeps what it is told. */
function Field({ first = null }: { first?: number | null }) {
  const [value, setValue] = useState(first)
  return (
    <>
      <AmountField
        label="Cost"
        value={value}
        invalid="No amount."
        onInput={onInput}
        onChange={(amount) => {
          onChange(amount)
          setValue(amount)
        }}
      />
      <button type="button" onClick={() => setValue(7.25)}>
        Elsewhere
      </button>
    </>
  )
}

function Viewer({ locale, children }: { locale: string; children: ReactNode }) {
  const display = useMemo(
    () => ({ locale, timeZone: 'UTC', theme: 'light', messages: {} }) as const,
    [locale],
  )
  return <DisplayContext.Provider value={display}>{children}</DisplayContext.Provider>
}

function show(locale: string, first?: number) {
  onInput.mockClear()
  onChange.mockClear()
  render(
    <Viewer locale={locale}>
      <Field first={first ?? null} />
    </Viewer>,
  )
  const field = screen.getByLabelText<HTMLInputElement>('Cost')
  const write = (text: string) => fireEvent.change(field, { target: { value: text } })
  return { field, write }
}

describe('an amount is read as the locale writes it', () => {
  test.each([
    ['de-DE', '2,5', 2.5],
    ['de-DE', '2,', 2],
    ['de-DE', ',5', 0.5],
    ['de-DE', '1,234', 1.234],
    ['en-US', '2.5', 2.5],
    ['en-US', '1.234', 1.234],
    ['en-US', ' 12 ', 12],
    ['en-US', '0', 0],
    ['fr-FR', '2,5', 2.5],
    ['ar-EG', '٢٫٥', 2.5],
  ])('%s: %s', (locale, text, amount) => {
    expect(readAmount(text, locale)).toBe(amount)
  })

  test.each([
    ['de-DE', '2.5', 2.5],
    ['de-DE', '0.125', 0.125],
    ['de-DE', '1234.567', 1234.567],
    ['en-US', '2,5', 2.5],
    ['en-US', '1,2345', 1.2345],
  ])('and with the other mark where nothing else can be meant, %s: %s', (locale, text, amount) => {
    expect(readAmount(text, locale)).toBe(amount)
  })

  test.each([
    ['de-DE', '1.234'],
    ['de-DE', '1.234,50'],
    ['en-US', '1,234'],
    ['en-US', '1,234.50'],
    ['en-US', '1 234'],
    ['de-CH', '1’234'],
    ['en-US', '-3'],
    ['en-US', '1e'],
    ['en-US', '1e3'],
    ['en-US', '.'],
    ['en-US', '$2'],
    ['en-US', '9'.repeat(400)],
  ])('and refused where it is none or marks thousands, %s: %s', (locale, text) => {
    expect(readAmount(text, locale)).toBeNaN()
  })

  test('and nothing is none', () => {
    expect(readAmount(' ', 'de-DE')).toBeNull()
  })

  test.each(['en-US', 'de-DE', 'fr-FR', 'de-CH', 'ar-EG', 'hi-IN'])(
    'as it is written: %s',
    (locale) => {
      for (const amount of [0, 0.1, 2.5, 4.29, 1234.567, 1_000_000, 0.000_001])
        expect(readAmount(writeAmount(amount, locale), locale)).toBe(amount)
      expect(writeAmount(null, locale)).toBe('')
    },
  )
})

describe('the field', () => {
  test('in German takes 2,5 for two and a half in any browser', () => {
    const { field, write } = show('de-DE')
    expect(field.getAttribute('aria-invalid')).toBeNull()
    write('2,5')
    expect(field.getAttribute('aria-invalid')).toBeNull()
    expect(onInput).toHaveBeenLastCalledWith(2.5)
    expect(onChange).not.toHaveBeenCalled()
    fireEvent.keyDown(field, { key: 'Enter' })
    expect(onChange).toHaveBeenLastCalledWith(2.5)
    expect(field.value).toBe('2,5')
  })

  test.each(['-3', '1e', '1.234'])(
    'keeps %s and its message once it is left, and counts the last amount',
    (text) => {
      const { field, write } = show('de-DE', 4)
      write('5')
      write(text)
      fireEvent.blur(field)
      expect(field.value).toBe(text)
      expect(field.getAttribute('aria-invalid')).toBe('true')
      expect(screen.getByRole('alert').textContent).toBe('No amount.')
      expect(onInput).toHaveBeenLastCalledWith(4)
      expect(onChange).not.toHaveBeenCalled()
      write('6')
      fireEvent.blur(field)
      expect(screen.queryByRole('alert')).toBeNull()
      expect(onChange).toHaveBeenLastCalledWith(6)
    },
  )

  test('emptied is none; an amount from elsewhere takes the place of what is none', () => {
    const { field, write } = show('en-US', 4)
    write('')
    fireEvent.blur(field)
    expect(onChange).toHaveBeenLastCalledWith(null)
    write('-3')
    fireEvent.click(screen.getByText('Elsewhere'))
    expect(field.value).toBe('7.25')
    expect(screen.queryByRole('alert')).toBeNull()
  })
})
