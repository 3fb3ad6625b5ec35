'use client'
import { useId } from 'react'
import { CheckField, type Choice } from './fields.tsx'
import { latePart } from './latePart.tsx'
import { useMoreControlTexts } from './useMoreControlTexts.ts'
import { usePopover } from './usePopover.ts'

/** Props of `FilterField`. */
export interface FilterFieldProps {
  /** What the values are of, in words. */
  readonly label: string
  /** What can be chosen. */
  readonly choices: readonly Choice[]
  /** Values chosen; none means all. */
  readonly value: readonly string[]
  /** Told all values that are chosen now. */
  readonly onChange: (value: readonly string[]) => void
}

/** Lists longer than this are searched. */
const LONG = 50

// Few projects have lists that long: what searches them comes with the first that is opened.
const SearchList = latePart(() => import('./SearchList.tsx').then((module) => module.SearchList))

/** Any number of values of one attribute: a button that opens checkboxes, or a searchable list where there are more than 50. */
export function FilterField({ label, choices, value, onChange }: FilterFieldProps) {
  const { t, format } = useMoreControlTexts()
  const { button, panel, isOpen } = usePopover()
  const id = useId()
  // A chosen value that is not offered is shown as it is, so that it can be put away.
  const unlisted = value
    .filter((code) => !choices.some((choice) => choice.value === code))
    .map((code) => ({ value: code, label: code }))
  const all = [...unlisted, ...choices]
  const first = all.find((choice) => choice.value === value[0])
  const summary =
    value.length === 0
      ? t('controls.filter.any')
      : value.length === 1
        ? (first?.label ?? value[0])
        : t('controls.filter.some', { count: value.length, n: format.count(value.length) })
  return (
    <div className="qv-field">
      <span className="qv-label" id={`${id}label`}>
        {label}
      </span>
      <button
        ref={button}
        type="button"
        id={`${id}button`}
        className="qv-input qv-opener"
        aria-haspopup="dialog"
        aria-labelledby={`${id}label ${id}button`}
        data-chosen={value.length > 0 ? '' : undefined}
      >
        <span className="qv-opener-text">{summary}</span>
      </button>
      <div
        ref={panel}
        id={`${id}panel`}
        popover="auto"
        role="dialog"
        aria-labelledby={`${id}label`}
        className="qv-popover"
      >
        {isOpen && (
          <>
            {all.length > LONG ? (
              <SearchList
                fallback={<p className="qv-choices-note">{t('controls.loading')}</p>}
                label={label}
                choices={all}
                value={value}
                onChange={onChange}
              />
            ) : (
              <div className="qv-choices" role="group" aria-label={label}>
                {all.map((choice) => (
                  <CheckField
                    key={choice.value}
                    label={choice.label}
                    checked={value.includes(choice.value)}
                    onChange={(on) =>
                      onChange(
                        on
                          ? [...value, choice.value]
                          : value.filter((code) => code !== choice.value),
                      )
                    }
                  />
                ))}
              </div>
            )}
            <button
              type="button"
              className="qv-button"
              aria-disabled={value.length === 0}
              onClick={() => onChange([])}
            >
              {t('controls.filter.clear')}
            </button>
          </>
        )}
      </div>
    </div>
  )
}
