'use client'
import { useId, useState } from 'react'
import { useDisplay } from '../i18n/DisplayContext.tsx'
import { readAmount, writeAmount } from './amount.ts'

/** Props of `AmountField`. */
export interface AmountFieldProps {
  readonly label: string
  /** Null for none. */
  readonly value: number | null
  /** Called at each keystroke with the amount, so that what depends on it can follow; with `value` while there is none. */
  readonly onInput: (value: number | null) => void
  /** Called once a changed amount is done: on Enter, and when the field is left. */
  readonly onChange: (value: number | null) => void
  /** Said below the field while what stands in it is no amount of 0 or more. */
  readonly invalid: string
  readonly disabled?: boolean
  /** Twice as wide as other fields, for a label that takes two lines in some language: inputs of one line of fields stand in one line. @default false */
  readonly wide?: boolean
  /** Why it is disabled, or what it is for. */
  readonly hint?: string | undefined
}

/**
 * A field for an amount of 0 or more, written and read with the provider's decimal mark; empty for none. A native number
 * input would follow the browser's language instead. What is no amount stays as it was written, with a word on why, and
 * counts for nothing.
 */
export function AmountField(props: AmountFieldProps) {
  const { label, value, onInput, onChange, invalid, disabled = false, wide = false, hint } = props
  const { locale } = useDisplay()
  const id = useId()
  const [draft, setDraft] = useState<string | null>(null)
  const [shown, setShown] = useState(value)
  // An amount that comes from elsewhere takes the place of what was written.
  if (shown !== value) {
    setShown(value)
    setDraft(null)
  }
  const amount = draft === null ? value : readAmount(draft, locale)
  const isInvalid = Number.isNaN(amount)
  const done = () => {
    if (draft === null || isInvalid) return
    onChange(amount)
    setDraft(null)
  }
  return (
    <div className="qv-field" data-wide={wide ? '' : undefined}>
      <label className="qv-label" htmlFor={id}>
        {label}
      </label>
      <input
        id={id}
        type="text"
        className="qv-input"
        inputMode="decimal"
        autoComplete="off"
        value={draft ?? writeAmount(value, locale)}
        disabled={disabled}
        title={hint}
        aria-invalid={isInvalid || undefined}
        aria-describedby={isInvalid ? `${id}problem` : undefined}
        onChange={({ target }) => {
          setDraft(target.value)
          const written = readAmount(target.value, locale)
          onInput(Number.isNaN(written) ? value : written)
        }}
        onBlur={done}
        onKeyDown={(event) => event.key === 'Enter' && done()}
      />
      {isInvalid && (
        <span id={`${id}problem`} className="qv-label" role="alert">
          {invalid}
        </span>
      )}
    </div>
  )
}
