'use client'
import { useId } from 'react'

/** Props of `SearchField`. */
export interface SearchFieldProps {
  readonly label: string
  readonly value: string
  /** What is looked through, in the empty field. */
  readonly placeholder?: string | undefined
  /** Called at each keystroke. */
  readonly onChange: (value: string) => void
}

/** A native search input with its label, twice as wide as other fields. */
export function SearchField({ label, value, placeholder, onChange }: SearchFieldProps) {
  const id = useId()
  return (
    <div className="qv-field" data-wide="">
      <label className="qv-label" htmlFor={id}>
        {label}
      </label>
      <input
        id={id}
        type="search"
        className="qv-input"
        autoComplete="off"
        value={value}
        placeholder={placeholder}
        onChange={(event) => onChange(event.target.value)}
      />
    </div>
  )
}
