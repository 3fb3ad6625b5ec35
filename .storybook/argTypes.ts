import type { ArgTypesEnhancer, StrictInputType } from 'storybook/internal/types'

/**
 * Shows each prop's type as it is written, where the reader of doc comments only says "union", and without the `undefined` of
 * every optional one; its default in the column for it; and a control that fits the type, or none for what nobody types in.
 */
export const writtenTypes: ArgTypesEnhancer = ({ argTypes }) =>
  Object.fromEntries(
    Object.entries(argTypes).map(([name, argType]) => [name, typed(defaulted(argType))]),
  )

/** Takes the default out of the description. */
function defaulted(argType: StrictInputType): StrictInputType {
  const [description, summary] = argType.description?.split(/\s*@default\s+/) ?? []
  if (description === undefined || !summary) return argType
  return { ...argType, description, table: { ...argType.table, defaultValue: { summary } } }
}

function typed(argType: StrictInputType): StrictInputType {
  const { type } = argType
  const raw = type && typeof type === 'object' && 'raw' in type ? type.raw : undefined
  if (!raw) return argType
  const summary = raw.replace(/\s*\|\s*undefined$/, '').replace(/^\((.*)\)$/, '$1')
  return { ...argType, ...controlOf(summary), table: { ...argType.table, type: { summary } } }
}

/** The control of a written type. */
function controlOf(type: string): Pick<StrictInputType, 'control' | 'options'> {
  if (type === 'boolean' || type === 'number') return { control: type }
  if (type === 'string') return { control: 'text' }
  const options = type.split(' | ').map((option) => /^'([\w-]*)'$/.exec(option)?.[1])
  return options.every((option) => option !== undefined)
    ? { control: 'select', options }
    : { control: false }
}
