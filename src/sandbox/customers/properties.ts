import type { Answer } from '../answer.types.ts'
import type { Store } from '../store.ts'
import { customerUrl } from './list.ts'
import { livingCustomer } from './living.ts'

/** A property that a host has written to a customer. */
export interface Property {
  readonly key: string
  readonly value: string
}

/** Why a property was not written. */
export interface PropertyError {
  readonly key: string
  readonly error: string
}

/** Properties by customer; the id is the customer's. */
export const propertiesIn = (store: Store) =>
  store.collection<{ readonly id: string; readonly properties: readonly Property[] }>('properties')

/** The properties of one customer, in the order they were first written. */
export const propertiesOf = (store: Store, customerId: string): readonly Property[] => {
  const written = propertiesIn(store)
  return written.has(customerId) ? written.get(customerId).properties : []
}

/** Writes of the properties what fits, and says of the rest why it does not. */
export function writeProperties(
  store: Store,
  customerId: string,
  properties: readonly Property[],
): { readonly saved: readonly Property[]; readonly errors: readonly PropertyError[] } {
  const values = new Map(propertiesOf(store, customerId).map(({ key, value }) => [key, value]))
  const saved: Property[] = []
  const errors: PropertyError[] = []
  for (const property of properties) {
    const { key, value } = property
    const isTooMany = !values.has(key) && values.size >= MOST
    const error = isTooMany ? `a user has ${MOST} properties at most` : errorOf(property)
    if (error === null) {
      values.set(key, value)
      saved.push(property)
    } else errors.push({ key, error: `property key: ${key}. Error: ${error}` })
  }
  propertiesIn(store).put({
    id: customerId,
    properties: Array.from(values, ([key, value]) => ({ key, value })),
  })
  return { saved, errors }
}

/** Answers `v4SetCustomerProperties`: writes what fits and says of the rest why it does not. */
export const answerSetProperties: Answer = (history, input, now, store) => {
  const { customer_id, properties } = input as { customer_id: string; properties: Property[] }
  const { id } = livingCustomer(history, now, store, customer_id)
  const { saved, errors } = writeProperties(store, id, properties)
  return {
    object: 'customer_properties',
    url: `${customerUrl(id)}/properties`,
    data: { saved_properties: saved, property_errors: errors },
  }
}

const MOST = 100
const LONGEST_KEY = 80
const LONGEST_VALUE = 120
/** Keys with a leading underscore are the API's own; nobody can add to them. */
const RESERVED: ReadonlySet<string> = new Set([
  '_q_email',
  '_q_name',
  '_q_custom_user_id',
  '_q_app_version',
])

function errorOf({ key, value }: Property): string | null {
  const isKey =
    key.length <= LONGEST_KEY &&
    /^[-a-zA-Z0-9_.:]+$/.test(key) &&
    /[a-zA-Z]/.test(key) &&
    (!key.startsWith('_') || RESERVED.has(key))
  if (!isKey) return 'invalid key format'
  const isValue = new TextEncoder().encode(value).length <= LONGEST_VALUE && !/[\n\r"']/.test(value)
  return isValue ? null : 'invalid value format'
}
