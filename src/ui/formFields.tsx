'use client'
import { useId, useState, type ReactNode } from 'react'
import { useDisplay } from '../i18n/DisplayContext.tsx'
import { readAmount, writeAmount } from './amount.ts'
import type { Choice } from './fields.tsx'

/** What every field of a form has beside its value. */
export interface FormFieldProps {
  readonly label: string
  /** What it is for or how it is written, below it. */
  readonly hint?: string | undefined
  /** What is wrong with it, a sentence; the field is marked and described by it. */
  readonly error?: string | undefined
  /** @default false */
  readonly required?: boolean | undefined
  /** Over the whole width. @default false */
  readonly wide?: boolean | undefined
}

/** What a control is told by its field: its name, what describes it, and whether it is at fault. */
export interface ControlProps {
  readonly id: string
  readonly 'aria-describedby': string | undefined
  readonly 'aria-invalid': true | undefined
  readonly 'aria-required': true | undefined
}

/** A label, a control, what it is for and what is wrong with it. */
export function FormField({
  label,
  hint,
  error,
  required = false,
  wide = false,
  children,
}: FormFieldProps & { readonly children: (control: ControlProps) => ReactNode }) {
  const id = useId()
  const described = [error && `${id}error`, hint && `${id}hint`].filter(Boolean).join(' ')
  return (
    <div className="qv-field" data-wide={wide ? '' : undefined}>
      <label className="qv-label" htmlFor={id}>
        {label}
      </label>
      {children({
        id,
        'aria-describedby': described || undefined,
        'aria-invalid': error ? true : undefined,
        // Not `required`: the browser's own message would come before all others and speak its own language.
        'aria-required': required ? true : undefined,
      })}
      {error && (
        <span id={`${id}error`} className="qv-field-error">
          {error}
        </span>
      )}
      {hint && (
        <span id={`${id}hint`} className="qv-field-hint">
          {hint}
        </span>
      )}
    </div>
  )
}

/** Props of `TextField`. */
export interface TextFieldProps extends FormFieldProps {
  readonly value: string
  readonly onChange: (value: string) => void
  /** Lines in view: more than one makes it a text area. @default 1 */
  readonly lines?: number
  readonly maxLength?: number | undefined
  /** For what machines read: no correction of spelling. @default false */
  readonly isCode?: boolean
}

/** A field for text of one line or several. */
export function TextField({
  value,
  onChange,
  lines = 1,
  maxLength,
  isCode = false,
  ...field
}: TextFieldProps) {
  return (
    <FormField {...field}>
      {(control) => {
        const shared = {
          ...control,
          className: 'qv-input',
          value,
          maxLength,
          spellCheck: isCode ? false : undefined,
          autoComplete: 'off',
          onChange: ({ target }: { target: { value: string } }) => onChange(target.value),
        }
        return lines > 1 ? <textarea {...shared} rows={lines} /> : <input {...shared} type="text" />
      }}
    </FormField>
  )
}

/** Props of `NumberField`. */
export interface NumberFieldProps extends FormFieldProps {
  /** Null where nothing stands; NaN where what stands is no number of 0 or more. */
  readonly value: number | null
  /** Called at each keystroke with what is read: null for nothing, NaN for what is no number of 0 or more. */
  readonly onChange: (value: number | null) => void
}

/**
 * A field for a number of 0 or more with the provider's decimal mark. What is no number stays as it was written, so that
 * nothing typed is lost; the form says what is wrong with it. A native number input would follow the browser's language.
 */
export function NumberField({ value, onChange, ...field }: NumberFieldProps) {
  const { locale } = useDisplay()
  const [written, setWritten] = useState<{ text: string; value: number | null } | null>(null)
  // A number that comes from elsewhere takes the place of what was written.
  const isWritten = written !== null && Object.is(written.value, value)
  return (
    <FormField {...field}>
      {(control) => (
        <input
          {...control}
          type="text"
          className="qv-input"
          inputMode="decimal"
          autoComplete="off"
          value={isWritten ? written.text : Number.isNaN(value) ? '' : writeAmount(value, locale)}
          onChange={({ target: { value: text } }) => {
            const read = readAmount(text, locale)
            setWritten({ text, value: read })
            onChange(read)
          }}
          onBlur={() => Number.isNaN(value) || setWritten(null)}
        />
      )}
    </FormField>
  )
}

/** Props of `ChoiceField`. */
export interface ChoiceFieldProps extends FormFieldProps {
  readonly value: string
  readonly choices: readonly Choice[]
  readonly onChange: (value: string) => void
}

/** A native select of a form. A value that is not among the choices is shown as it is, never replaced. */
export function ChoiceField({ value, choices, onChange, ...field }: ChoiceFieldProps) {
  const isKnown = choices.some((choice) => choice.value === value)
  const shown = isKnown ? choices : [{ value, label: value }, ...choices]
  return (
    <FormField {...field}>
      {(control) => (
        <select
          {...control}
          className="qv-input"
          value={value}
          onChange={({ target }) => onChange(target.value)}
        >
          {shown.map((choice) => (
            <option key={choice.value} value={choice.value}>
              {choice.label}
            </option>
          ))}
        </select>
      )}
    </FormField>
  )
}

/** Props of `FormSection`. */
export interface FormSectionProps {
  readonly title: string
  /** What the section is for. */
  readonly about?: ReactNode
  readonly children: ReactNode
}

/** Fields that belong together, under a heading that screen readers say with each. */
export function FormSection({ title, about, children }: FormSectionProps) {
  return (
    <fieldset className="qv-form-section">
      <legend className="qv-form-legend">{title}</legend>
      {about && <p className="qv-form-about">{about}</p>}
      {children}
    </fieldset>
  )
}
