import type { ArgTypesEnhancer } from 'storybook/internal/types'

/** Shows each prop's type as it is written, where the reader of doc comments only says "union", and without the `undefined` of every optional one. */
export const writtenTypes: ArgTypesEnhancer = ({ argTypes }) =>
  Object.fromEntries(
    Object.entries(argTypes).map(([name, argType]) => {
      const raw =
        argType.type && typeof argType.type === 'object' && 'raw' in argType.type
          ? argType.type.raw
          : undefined
      if (!raw) return [name, argType]
      const summary = raw.replace(/\s*\|\s*undefined$/, '').replace(/^\((.*)\)$/, '$1')
      return [name, { ...argType, table: { ...argType.table, type: { summary } } }]
    }),
  )
