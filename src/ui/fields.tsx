'use client'
import { useId, type ReactNode } from 'react'

/** One choice of a select. */
export interface Choice {
  readonly value: string
  readonly label: string
}

/** Props of `SelectField`. */
export interface SelectFieldProps {
  readonly label: string
  readonly value: string
  readonly choices: readonly Choice[]
  readonly onChange: (value: string) => void
  readonly disabled?: boolean
}

/** A native select with its label. A value that is not among the choices is shown as it is, never replaced. */
export function SelectField({
  label,
  value,
  choices,
  onChange,
  disabled = false,
}: SelectFieldProps) {
  const known = choices.some((choice) => choice.value === value)
  const shown = known ? choices : [{ value, label: value }, ...choices]
  return (
    <Field label={label}>
      {(id) => (
        <select
          id={id}
          className="qv-input"
          value={value}
          disabled={disabled}
          onChange={(event) => onChange(event.target.value)}
        >
          {shown.map((choice) => (
            <option key={choice.value} value={choice.value}>
              {choice.label}
            </option>
          ))}
        </select>
      )}
    </Field>
  )
}

/** Props of `DateField`. */
export interface DateFieldProps {
  readonly label: string
  /** `YYYY-MM-DD`. */
  readonly value: string
  readonly onChange: (value: string) => void
  readonly min?: string
  readonly max?: string
}

/** A native date input with its label; an unfinished date changes nothing. */
export function DateField({ label, value, onChange, ...limits }: DateFieldProps) {
  return (
    <Field label={label}>
      {(id) => (
        <input
          id={id}
          type="date"
          className="qv-input"
          value={value}
          required
          {...limits}
          onChange={(event) => event.target.value && onChange(event.target.value)}
        />
      )}
    </Field>
  )
}

function Field({ label, children }: { label: string; children: (id: string) => ReactNode }) {
  const id = useId()
  return (
    <div className="qv-field">
      <label className="qv-label" htmlFor={id}>
        {label}
      </label>
      {children(id)}
    </div>
  )
}
