'use client'
import { useId, useState, type ReactNode } from 'react'

/** One choice of a select. */
export interface Choice {
  readonly value: string
  readonly label: string
  /** Heading above it in the list; choices of one heading follow each other. */
  readonly group?: string | undefined
}

/** Props of `SelectField`. */
export interface SelectFieldProps {
  readonly label: string
  readonly value: string
  readonly choices: readonly Choice[]
  readonly onChange: (value: string) => void
  readonly disabled?: boolean
  /** Twice as wide as other fields, for long choices. */
  readonly wide?: boolean
}

/** A native select with its label. A value that is not among the choices is shown as it is, never replaced. */
export function SelectField({
  label,
  value,
  choices,
  onChange,
  disabled = false,
  wide = false,
}: SelectFieldProps) {
  const known = choices.some((choice) => choice.value === value)
  const shown = known ? choices : [{ value, label: value }, ...choices]
  return (
    <Field label={label} wide={wide}>
      {(id) => (
        <select
          id={id}
          className="qv-input"
          value={value}
          disabled={disabled}
          onChange={(event) => onChange(event.target.value)}
        >
          {grouped(shown).map(([group, members]) =>
            group === undefined ? (
              members.map(option)
            ) : (
              <optgroup key={group} label={group}>
                {members.map(option)}
              </optgroup>
            ),
          )}
        </select>
      )}
    </Field>
  )
}

const option = ({ value, label }: Choice) => (
  <option key={value} value={value}>
    {label}
  </option>
)

function grouped(choices: readonly Choice[]): [group: string | undefined, Choice[]][] {
  const groups = new Map<string | undefined, Choice[]>()
  for (const choice of choices)
    groups.set(choice.group, [...(groups.get(choice.group) ?? []), choice])
  return [...groups]
}

/** Props of `DateField`. */
export interface DateFieldProps {
  readonly label: string
  /** `YYYY-MM-DD`. */
  readonly value: string
  readonly onChange: (value: string) => void
}

// A year is typed digit by digit: 1997 passes through 0001, 0019 and 0199, none of which is meant.
const EARLIEST = '1970-01-01'
const LATEST = '2999-12-31'

/** A native date input with its label. A date that is not whole yet changes nothing; leaving the field puts the last whole one back. */
export function DateField({ label, value, onChange }: DateFieldProps) {
  const [draft, setDraft] = useState<string | null>(null)
  return (
    <Field label={label}>
      {(id) => (
        <input
          id={id}
          type="date"
          className="qv-input"
          value={draft ?? value}
          min={EARLIEST}
          max={LATEST}
          required
          onBlur={() => setDraft(null)}
          onChange={({ target }) => {
            setDraft(target.value)
            if (target.validity.valid) onChange(target.value)
          }}
        />
      )}
    </Field>
  )
}

/** Props of `CheckField`. */
export interface CheckFieldProps {
  readonly label: string
  readonly checked: boolean
  readonly onChange: (checked: boolean) => void
  readonly disabled?: boolean
}

/** A native checkbox with its label beside it. */
export function CheckField({ label, checked, onChange, disabled = false }: CheckFieldProps) {
  return (
    <label className="qv-check" data-disabled={disabled ? '' : undefined}>
      <input
        type="checkbox"
        className="qv-checkbox"
        checked={checked}
        disabled={disabled}
        onChange={(event) => onChange(event.target.checked)}
      />
      <span className="qv-check-label">{label}</span>
    </label>
  )
}

function Field({
  label,
  wide = false,
  children,
}: {
  label: string
  wide?: boolean
  children: (id: string) => ReactNode
}) {
  const id = useId()
  return (
    <div className="qv-field" data-wide={wide ? '' : undefined}>
      <label className="qv-label" htmlFor={id}>
        {label}
      </label>
      {children(id)}
    </div>
  )
}
