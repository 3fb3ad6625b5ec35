import type { ArgTypesEnhancer, SBType, StrictInputType } from 'storybook/internal/types'

/**
 * Shows each prop as it is written, where the reader of doc comments only says "union": its type without the `undefined` of every
 * optional one, its `@default` in the column of defaults, and a control that fits the type; a function has none.
 */
export const writtenTypes: ArgTypesEnhancer = ({ argTypes }) =>
  Object.fromEntries(Object.entries(argTypes).map(([name, argType]) => [name, written(argType)]))

function written(argType: StrictInputType): StrictInputType {
  const { type, table } = argType
  const [description = '', byDefault] = (argType.description ?? '').split(/\s*@default\s+/)
  const defaultValue = table?.defaultValue ?? (byDefault ? { summary: byDefault } : undefined)
  const said = {
    ...argType,
    ...(description && { description }),
    table: { ...table, ...(defaultValue && { defaultValue }) },
  }
  if (!type?.raw) return said
  // Of a union over several lines the first member has a bar before it too.
  const summary = type.raw.replace(/^\s*\|\s*|\s*\|\s*undefined$/g, '').replace(/^\((.*)\)$/, '$1')
  return { ...said, type: shapeOf(summary, type), table: { ...said.table, type: { summary } } }
}

/** What a control is chosen by: a plain type, or a choice of words. */
function shapeOf(summary: string, given: SBType): SBType {
  const { required = false } = given
  const plain = summary.replace(/\s*\|\s*null$/, '')
  if (plain === 'string' || plain === 'number' || plain === 'boolean')
    return { name: plain, required }
  if (summary.includes('=>')) return { name: 'function', required }
  const words = summary.split(/\s*\|\s*/).filter(Boolean)
  return words.every((word) => /^'[^']*'$/.test(word))
    ? { name: 'enum', value: words.map((word) => word.slice(1, -1)), required }
    : given
}
