import type { OperationInfo } from '../core/operation.ts'
import { operations as known, type KnownOperationId } from '../resources/all.ts'

/** Says of an operation whether it may be called: true, or the sentence why not. It knows the operation alone, so that a page can be told beforehand. */
export type Policy = (operation: OperationInfo) => true | string

/** Every read whose answer holds no secret; no write. */
export function readOnly(): Policy {
  return ({ kind, secret }) => {
    if (kind === 'write') return 'Your role reads only, and this would change the project.'
    return secret ? 'Your role does not read the secrets of the project.' : true
  }
}

/** Sections whose answers are figures and definitions, never rows of people. */
const ANALYTICS: ReadonlySet<string> = new Set([
  'cards',
  'charts',
  'cohorts',
  'currencies',
  'experiments',
  'insights',
  'ltv',
  'segments',
])

/** Figures in a section that is more than figures. */
const FIGURES: ReadonlySet<string> = new Set<KnownOperationId>([
  'v4GetScreenAnalytics',
  'v4GetScreensAnalyticsOverview',
])

/**
 * Reads of cards, charts, cohorts, currencies, experiments, insights, LTV and segments, and the figures of screens. Not
 * customers, events and exports, which name single people, and not the catalogue.
 */
export function analyticsOnly(): Policy {
  const reads = readOnly()
  return (operation) =>
    ANALYTICS.has(operation.resource) || FIGURES.has(operation.id)
      ? reads(operation)
      : 'Your role sees analytics only.'
}

/** These operations, reads or writes, and no others. Throws for an id that this version does not know. */
export function operations(ids: readonly KnownOperationId[]): Policy {
  const stranger = ids.find((id) => !known.some((operation) => operation.id === id))
  if (stranger)
    throw new Error(
      `operations names ${stranger}, which no operation of this version is called. The ids are in operations.json.`,
    )
  const named = new Set<string>(ids)
  return ({ id }) => named.has(id) || 'This is not among what your role may do.'
}

/** What at least one of the policies lets pass; otherwise the reason of the last. */
export function anyOf(...policies: readonly Policy[]): Policy {
  return (operation) => {
    let verdict: true | string = 'Nothing is allowed here.'
    for (const policy of policies) {
      verdict = policy(operation)
      if (verdict === true) return true
    }
    return verdict
  }
}

/** What every one of the policies lets pass; otherwise the reason of the first that does not. */
export function allOf(...policies: readonly Policy[]): Policy {
  return (operation) => {
    for (const policy of policies) {
      const verdict = policy(operation)
      if (verdict !== true) return verdict
    }
    return true
  }
}

/** A policy for each role of the host's; a role it does not list may do nothing. */
export function byRole(roles: Readonly<Record<string, Policy>>): (role: string) => Policy {
  const policies = new Map(Object.entries(roles))
  return (role) => policies.get(role) ?? (() => 'Your role has no rights in this panel.')
}
