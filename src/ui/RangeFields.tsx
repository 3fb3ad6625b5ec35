'use client'
import { CheckField, DateField, SelectField } from './fields.tsx'
import { useControlTexts } from './useControlTexts.ts'

/** The last `last` complete periods of a length; `current` adds the one that is still running. */
export interface RelativeRangeValue {
  readonly last: number
  readonly unit: 'day' | 'week' | 'month' | 'quarter' | 'year'
  readonly current?: boolean
}

/** From one day through another, `YYYY-MM-DD`. */
export interface FixedRangeValue {
  readonly from: string
  readonly through: string
}

/** A range as it is chosen: moving with the calendar, or fixed. */
export type RangeValue = RelativeRangeValue | FixedRangeValue

/** Props of `RangeFields`. */
export interface RangeFieldsProps {
  readonly value: RangeValue
  /** The ranges offered beside own dates. */
  readonly presets: readonly RelativeRangeValue[]
  /** The first and last day that `value` means now: what own dates begin with. */
  readonly days: FixedRangeValue
  readonly onChange: (value: RangeValue) => void
}

const CUSTOM = 'custom'

/** Which time is asked about: a list of whole periods with a switch for the current one, or two dates. */
export function RangeFields({ value, presets, days, onChange }: RangeFieldsProps) {
  const { t, format } = useControlTexts()
  const isRelative = 'last' in value
  const known = presets.some((preset) => isRelative && name(preset) === name(value))
  const offered = isRelative && !known ? [value, ...presets] : presets
  const choices = offered.map((preset) => ({
    value: name(preset),
    label: t(`controls.range.last.${preset.unit}`, {
      count: preset.last,
      n: format.count(preset.last),
    }),
  }))
  const choose = (chosen: string) => {
    const preset = offered.find((item) => name(item) === chosen)
    if (!preset) onChange(days)
    else onChange(isRelative && value.current ? { ...preset, current: true } : strip(preset))
  }
  return (
    <>
      <SelectField
        wide
        label={t('controls.range')}
        value={isRelative ? name(value) : CUSTOM}
        choices={[...choices, { value: CUSTOM, label: t('controls.range.custom') }]}
        onChange={choose}
      />
      {isRelative ? (
        <CheckField
          label={t('controls.range.current')}
          checked={value.current ?? false}
          onChange={(current) => onChange(current ? { ...value, current } : strip(value))}
        />
      ) : (
        <>
          <DateField
            label={t('controls.from')}
            value={value.from}
            onChange={(from) => onChange({ from, through: value.through })}
          />
          <DateField
            label={t('controls.to')}
            value={value.through}
            onChange={(through) => onChange({ from: value.from, through })}
          />
        </>
      )}
    </>
  )
}

const name = ({ last, unit }: RelativeRangeValue): string => `${last} ${unit}`

// A switch that is off is left out: equal ranges are then written alike.
const strip = ({ last, unit }: RelativeRangeValue): RelativeRangeValue => ({ last, unit })
