'use client'
import { FilterField } from './FilterField.tsx'
import { FieldSkeleton } from './Skeleton.tsx'
import type { Choice } from './fields.tsx'

/** Something that can be filtered by. */
export interface FilterAttribute {
  readonly code: string
  readonly label: string
  readonly values: readonly Choice[]
}

/** Props of `FilterFields`. */
export interface FilterFieldsProps {
  /** Undefined while they load: room is kept for them. */
  readonly attributes: readonly FilterAttribute[] | undefined
  /** Chosen values by attribute code; an attribute without any is not filtered. */
  readonly value: Readonly<Record<string, readonly string[]>>
  readonly onChange: (value: Readonly<Record<string, readonly string[]>>) => void
}

/** One field per attribute, each for any number of values. */
export function FilterFields({ attributes, value, onChange }: FilterFieldsProps) {
  if (!attributes) return <FieldSkeleton count={USUAL_ATTRIBUTES} />
  const change = (code: string, chosen: readonly string[]) => {
    const { [code]: _, ...others } = value
    onChange(chosen.length > 0 ? { ...others, [code]: chosen } : others)
  }
  // What is filtered by although it is not offered stays in sight, so that it can be cleared.
  const unlisted = Object.keys(value)
    .filter((code) => !attributes.some((attribute) => attribute.code === code))
    .map((code) => ({ code, label: code, values: [] }))
  return [...attributes, ...unlisted].map(({ code, label, values }) => (
    <FilterField
      key={code}
      label={label}
      choices={values}
      value={value[code] ?? []}
      onChange={(chosen) => change(code, chosen)}
    />
  ))
}

const USUAL_ATTRIBUTES = 4
