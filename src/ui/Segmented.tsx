'use client'
import { useId } from 'react'
import type { Choice } from './fields.tsx'

/** Props of `Segmented`. */
export interface SegmentedProps {
  /** What is chosen, for screen readers. */
  readonly label: string
  readonly value: string
  readonly choices: readonly Choice[]
  readonly onChange: (value: string) => void
}

/** A choice of a few, all in sight: native radio buttons in a row, so the arrow keys go from one to the next. */
export function Segmented({ label, value, choices, onChange }: SegmentedProps) {
  const name = useId()
  return (
    <div className="qv-segmented" role="radiogroup" aria-label={label}>
      {choices.map((choice) => (
        <label
          key={choice.value}
          className="qv-segment"
          data-chosen={choice.value === value ? '' : undefined}
        >
          <input
            type="radio"
            className="qv-segment-input"
            name={name}
            value={choice.value}
            checked={choice.value === value}
            onChange={() => onChange(choice.value)}
          />
          {choice.label}
        </label>
      ))}
    </div>
  )
}
