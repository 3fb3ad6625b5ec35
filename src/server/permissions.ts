import type { OperationInfo } from '../core/operation.ts'
import type { PermissionsAnswer } from '../core/permissions.ts'
import { operations } from '../resources/all.ts'
import type { Offer } from './allow.ts'
import type { Grant } from './grant.ts'
import type { SecretField } from './secrets.ts'

/** Why the grant does not cover an operation, or true. */
export function verdictOf(offer: Offer, grant: Grant, operation: OperationInfo): true | string {
  const verdict: unknown = grant.allow === undefined || grant.allow(operation)
  const isLost =
    operation.id === 'v4RegenerateProjectSecret' &&
    !keptSecrets(offer, grant).includes('secret_key')
  if (verdict === true) return isLost ? LOST : true
  return typeof verdict === 'string' && verdict !== '' ? verdict : 'Your role may not do this.'
}

const LOST =
  'This would revoke the Secret Key of the project and show the new one to nobody, because this server keeps it out of ' +
  'answers. Its createHandler can name secret_key in allow, and its authorize in secrets of the grant.'

/** Secret fields that answers keep for this viewer: those that handler and grant both name. */
export const keptSecrets = (offer: Offer, { secrets = [] }: Grant): readonly SecretField[] =>
  secrets.filter((name) => offer.secrets.has(name))

/** What the viewer may do: what handler and grant both allow. */
export function permissionsOf(offer: Offer, grant: Grant): PermissionsAnswer {
  const allowed: string[] = []
  const denied: Record<string, string> = {}
  for (const operation of operations) {
    const offered = offer.policy(operation)
    const verdict = offered === true ? verdictOf(offer, grant, operation) : offered
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
