import type { OperationInfo } from '../core/operation.ts'
import type { PermissionsAnswer } from '../core/permissions.ts'
import { operations } from '../resources/all.ts'
import type { Offer } from './allow.ts'
import type { Grant } from './grant.ts'
import type { SecretField } from './secrets.ts'

/** Why the grant does not cover an operation, or true. */
export function verdictOf(grant: Grant, operation: OperationInfo): true | string {
  const verdict: unknown = grant.allow === undefined || grant.allow(operation)
  if (verdict === true) return true
  return typeof verdict === 'string' && verdict !== '' ? verdict : 'Your role may not do this.'
}

/** Secret fields that answers keep for this viewer: those that handler and grant both name. */
export const keptSecrets = (offer: Offer, { secrets = [] }: Grant): readonly SecretField[] =>
  secrets.filter((name) => offer.secrets.has(name))

/** What the viewer may do: what handler and grant both allow. */
export function permissionsOf(offer: Offer, grant: Grant): PermissionsAnswer {
  const allowed: string[] = []
  const denied: Record<string, string> = {}
  for (const operation of operations) {
    const offered = offer.policy(operation)
    const verdict = offered === true ? verdictOf(grant, operation) : offered
    if (verdict === true) allowed.push(operation.id)
    else denied[operation.id] = verdict
  }
  return {
    allowed,
    denied,
    masked: [...(grant.maskFields ?? [])],
    secrets: [...keptSecrets(offer, grant)],
  }
}
