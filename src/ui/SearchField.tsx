'use client'
import { useId } from 'react'

/** Props of `SearchField`. */
export interface SearchFieldProps {
  readonly label: string
  readonly value: string
  /** Called at each keystroke. */
  readonly onChange: (value: string) => void
}

/** A native search input with its label. */
export function SearchField({ label, value, onChange }: SearchFieldProps) {
  const id = useId()
  return (
    <div className="qv-field">
      <label className="qv-label" htmlFor={id}>
        {label}
      </label>
      <input
        id={id}
        type="search"
        className="qv-input"
        autoComplete="off"
        value={value}
        onChange={(event) => onChange(event.target.value)}
      />
    </div>
  )
}
