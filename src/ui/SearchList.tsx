'use client'
import { Combobox } from '@base-ui/react/combobox'
import { useEffect, useMemo, useRef, useState } from 'react'
import type { Choice } from './fields.tsx'
import { useMoreControlTexts } from './useMoreControlTexts.ts'

/** Props of `SearchList`. */
export interface SearchListProps {
  readonly label: string
  readonly choices: readonly Choice[]
  readonly value: readonly string[]
  readonly onChange: (value: readonly string[]) => void
}

/** As many as a person looks through; more are found by typing. */
const SHOWN = 100

/** A long list that is narrowed by typing, for any number of choices. Loaded on first opening. */
export function SearchList({ label, choices, value, onChange }: SearchListProps) {
  const { t, format } = useMoreControlTexts()
  const [query, setQuery] = useState('')
  // Those chosen when it opened come first: in a long list they would be out of reach.
  const [first] = useState(() => new Set(value))
  const items = useMemo(
    () => [
      ...choices.filter((choice) => first.has(choice.value)),
      ...choices.filter((choice) => !first.has(choice.value)),
    ],
    [choices, first],
  )
  const chosen = useMemo(() => {
    const known = new Map(choices.map((choice) => [choice.value, choice]))
    return value.map((code) => known.get(code) ?? { value: code, label: code })
  }, [choices, value])
  const { contains } = Combobox.useFilter({ multiple: true })
  const fitting = choices.filter((choice) =>
    contains(choice, query, ({ label: name }) => name),
  ).length
  const input = useRef<HTMLInputElement>(null)
  // Once: it came after its popover had opened.
  useEffect(() => input.current?.focus({ preventScroll: true }), [])
  return (
    <Combobox.Root
      inline
      open
      multiple
      items={items}
      limit={SHOWN}
      value={chosen}
      isItemEqualToValue={isSame}
      onValueChange={(now) => onChange(now.map((choice) => choice.value))}
      inputValue={query}
      onInputValueChange={(text, { reason }) => {
        // A choice would empty the search; the next one is often found by the same words.
        if (reason !== 'input-clear') setQuery(text)
      }}
      autoHighlight
    >
      <Combobox.Input
        ref={input}
        className="qv-input"
        aria-label={t('controls.filter.search', { attribute: label })}
        placeholder={t('controls.filter.search', { attribute: label })}
      />
      {fitting > SHOWN && (
        <p className="qv-choices-note">
          {t('controls.filter.limit', {
            n: format.count(SHOWN),
            all: format.count(fitting),
          })}
        </p>
      )}
      <Combobox.Empty className="qv-choices-note">{t('controls.filter.none')}</Combobox.Empty>
      <Combobox.List className="qv-choices" aria-label={label}>
        {(choice: Choice) => (
          <Combobox.Item key={choice.value} value={choice} className="qv-choice">
            <span className="qv-choice-mark" aria-hidden="true" />
            {choice.label}
          </Combobox.Item>
        )}
      </Combobox.List>
    </Combobox.Root>
  )
}

const isSame = (a: Choice, b: Choice) => a.value === b.value
