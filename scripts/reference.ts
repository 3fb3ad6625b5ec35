import type { Operation } from '../src/core/operation.ts'
import { pagesOf, type Described } from './rooms.ts'

const HEAD = `import { Meta } from '@storybook/addon-docs/blocks'

<Meta title="Guides/Reference" />

{/* Written by \`node scripts/manifest.ts\` from the definitions. Change those, not this page. */}

# Reference

Every operation of the API that this version knows, with its hooks. \`operations.json\` at the root of the repository holds the
same with the JSON Schema of each input, for agents and MCP servers.

- **Reads** have \`useX\`, \`useSuspenseX\` and a query for loaders and server components; lists that page have \`useInfiniteX\`.
- **Writes** have \`useVerbX\`. "Asks again" names the resources whose reads are made stale, and asked again before the write is
  reported as done. "Safe to repeat" says whether it is sent again when no answer came: \`key\` sends an \`Idempotency-Key\` along, which is
  the same for each try; \`yes\` is a method that has the same effect twice; \`no\` is sent once.
`

/** The reference page: a table of reads and one of writes for each resource. */
export function referencePage(described: readonly Described[]): string {
  const resources = [...new Set(described.map(({ operation }) => operation.resource))]
  const sections = resources.map((resource) => {
    const own = described.filter(({ operation }) => operation.resource === resource)
    const reads = own.filter(({ operation }) => operation.kind === 'read')
    const writes = own.filter(({ operation }) => operation.kind === 'write')
    return [`## ${titleOf(resource)}`, readTable(reads), writeTable(writes)]
      .filter((part) => part !== '')
      .join('\n\n')
  })
  return `${[HEAD.trimEnd(), ...sections].join('\n\n')}\n`
}

const readTable = (reads: readonly Described[]): string =>
  table(
    ['Read', 'Hooks and queries', 'Request', 'Pages'],
    reads.map(({ operation, hooks, queries }) => [
      code(operation.id),
      [...hooks, ...queries].map(code).join(', '),
      code(`${operation.method} ${operation.path}`),
      pagesText(operation),
    ]),
  )

const pagesText = (operation: Operation): string => {
  const by = pagesOf(operation)
  return by ? `by ${by}` : operation.pages ? 'one page' : ''
}

const writeTable = (writes: readonly Described[]): string =>
  table(
    ['Write', 'Hook', 'Request', 'Asks again', 'Safe to repeat'],
    writes.map(({ operation, hooks }) => [
      code(operation.id),
      hooks.map(code).join(', '),
      code(`${operation.method} ${operation.path}`),
      (operation.invalidates ?? [operation.resource]).join(', '),
      operation.idempotent ? 'key' : operation.method === 'POST' ? 'no' : 'yes',
    ]),
  )

function table(head: readonly string[], rows: readonly (readonly string[])[]): string {
  if (rows.length === 0) return ''
  const line = (cells: readonly string[]) => `| ${cells.join(' | ')} |`
  return [line(head), line(head.map(() => '---')), ...rows.map(line)].join('\n')
}

const code = (text: string): string => `\`${text}\``

const titleOf = (resource: string): string =>
  resource === 'ltv' ? 'LTV' : (resource[0]!.toUpperCase() + resource.slice(1)).replaceAll('-', ' ')
