'use client'
import { useId, useState } from 'react'

/** Props of `AmountField`. */
export interface AmountFieldProps {
  readonly label: string
  /** Null for none. */
  readonly value: number | null
  /** Called at each keystroke that leaves an amount or nothing, so that what depends on it can follow. */
  readonly onInput: (value: number | null) => void
  /** Called once a changed amount is done: on Enter, and when the field is left. */
  readonly onChange: (value: number | null) => void
  /** Said below the field while what stands in it is no amount of 0 or more. */
  readonly invalid: string
  readonly disabled?: boolean
  /** Why it is disabled, or what it is for. */
  readonly hint?: string | undefined
}

/** A native number input for an amount of 0 or more, in the viewer's own decimal mark; empty for none. */
export function AmountField(props: AmountFieldProps) {
  const { label, value, onInput, onChange, invalid, disabled = false, hint } = props
  const id = useId()
  const [draft, setDraft] = useState<string | null>(null)
  const [isInvalid, setInvalid] = useState(false)
  const text = value === null ? '' : String(value)
  const done = (input: HTMLInputElement) => {
    if (draft === null) return
    if (input.validity.valid) onChange(readAmount(input))
    // What is no amount goes back to the last one.
    else onInput(value)
    setDraft(null)
    setInvalid(false)
  }
  return (
    <div className="qv-field">
      <label className="qv-label" htmlFor={id}>
        {label}
      </label>
      <input
        id={id}
        type="number"
        className="qv-input"
        inputMode="decimal"
        min={0}
        step="any"
        value={draft ?? text}
        disabled={disabled}
        title={hint}
        aria-invalid={isInvalid}
        aria-describedby={isInvalid ? `${id}problem` : undefined}
        onChange={({ target }) => {
          setDraft(target.value)
          setInvalid(!target.validity.valid)
          if (target.validity.valid) onInput(readAmount(target))
        }}
        onBlur={({ target }) => done(target)}
        onKeyDown={(event) => event.key === 'Enter' && done(event.currentTarget)}
      />
      {isInvalid && (
        <span id={`${id}problem`} className="qv-label" role="alert">
          {invalid}
        </span>
      )}
    </div>
  )
}

const readAmount = ({ value, valueAsNumber }: HTMLInputElement): number | null =>
  value === '' ? null : valueAsNumber
