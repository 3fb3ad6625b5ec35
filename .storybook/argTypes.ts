import type { ArgTypesEnhancer, SBType, StrictInputType } from 'storybook/internal/types'

/**
 * Shows each prop as it is written, where the reader of doc comments only says "union": its type without the `undefined` of every
 * optional one, its `@default` in the column of defaults, and a control that fits the type; a function has none.
 */
export const writtenTypes: ArgTypesEnhancer = ({ argTypes }) =>
  Object.fromEntries(Object.entries(argTypes).map(([name, argType]) => [name, written(argType)]))

function written(argType: StrictInputType): StrictInputType {
  const { type } = argType
  const raw = type?.raw
  if (!type || !raw) return argType
  const summary = raw.replace(/\s*\|\s*undefined$/, '').replace(/^\((.*)\)$/, '$1')
  const [description = '', byDefault] = (argType.description ?? '').split(/\s*@default\s+/)
  const defaultValue =
    argType.table?.defaultValue ?? (byDefault ? { summary: byDefault } : undefined)
  return {
    ...argType,
    description,
    type: shapeOf(summary, type),
    table: { ...argType.table, type: { summary }, ...(defaultValue && { defaultValue }) },
  }
}

/** What a control is chosen by: a plain type, or a choice of words. */
function shapeOf(written: string, given: SBType): SBType {
  const { required = false } = given
  if (written === 'string' || written === 'number' || written === 'boolean')
    return { name: written, required }
  if (written.includes('=>')) return { name: 'function', required }
  const words = written.split(/\s*\|\s*/).filter(Boolean)
  return words.every((word) => /^'[^']*'$/.test(word))
    ? { name: 'enum', value: words.map((word) => word.slice(1, -1)), required }
    : given
}
