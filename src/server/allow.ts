import type { OperationId } from '../core/operation.ts'
import { operations } from '../resources/all.ts'
import type { Policy } from './policies.ts'
import { SECRET_FIELDS, type SecretField } from './secrets.ts'

/** One thing that a handler offers: every read, the reads of one section, one operation, or one secret field in answers. */
export type Allowed = 'reads' | `reads:${string}` | OperationId | SecretField

/** A handler's `allow`, read. */
export interface Offer {
  readonly policy: Policy
  /** Secret fields that a grant may keep. */
  readonly secrets: ReadonlySet<SecretField>
}

/** Reads what a handler offers. Throws for a name that is none. */
export function readAllow(names: readonly Allowed[]): Offer {
  const named = new Set<string>(names)
  const known = new Set<string>(['reads', ...SECRET_FIELDS])
  for (const { id, resource } of operations) known.add(id).add(`reads:${resource}`)
  const stranger = names.find((name) => !known.has(name))
  if (stranger)
    throw new Error(
      `createHandler allow names ${stranger}, which no operation of this version is called. It takes "reads", the reads of ` +
        'a section as "reads:cohorts", ids as in operations.json, and names of secret fields.',
    )
  return {
    policy: ({ id, kind, resource }) =>
      named.has(id) ||
      (kind === 'read' && (named.has('reads') || named.has(`reads:${resource}`))) ||
      `This server does not offer ${id}. Its createHandler can name it in allow.`,
    secrets: new Set([...SECRET_FIELDS].filter((name) => named.has(name))),
  }
}
