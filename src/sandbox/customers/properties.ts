import type { Answer } from '../answer.types.ts'
import type { Store } from '../store.ts'
import { customerUrl } from './list.ts'
import { livingCustomer } from './living.ts'

/** A property that a host has written to a customer. */
export interface Property {
  readonly key: string
  readonly value: string
}

/** Properties by customer; the id is the customer's. */
export const propertiesIn = (store: Store) =>
  store.collection<{ readonly id: string; readonly properties: readonly Property[] }>('properties')

/** The properties of one customer, in the order they were first written. */
export const propertiesOf = (store: Store, customerId: string): readonly Property[] => {
  const written = propertiesIn(store)
  return written.has(customerId) ? written.get(customerId).properties : []
}

/** Answers `v4SetCustomerProperties`: writes what fits and says of the rest why it does not. */
export const answerSetProperties: Answer = (history, input, now, store) => {
  const { customer_id, properties } = input as { customer_id: string; properties: Property[] }
  const { id } = livingCustomer(history, now, store, customer_id)
  const judged = properties.map((property) => ({ property, error: errorOf(property) }))
  const saved = judged.filter(({ error }) => error === null).map(({ property }) => property)
  const values = new Map(
    [...propertiesOf(store, id), ...saved].map(({ key, value }) => [key, value]),
  )
  propertiesIn(store).put({
    id,
    properties: Array.from(values, ([key, value]) => ({ key, value })),
  })
  return {
    object: 'customer_properties',
    url: `${customerUrl(id)}/properties`,
    data: {
      saved_properties: saved,
      property_errors: judged.flatMap(({ property: { key }, error }) =>
        error === null ? [] : [{ key, error }],
      ),
    },
  }
}

const LONGEST_KEY = 80
const LONGEST_VALUE = 120

function errorOf({ key, value }: Property): string | null {
  const isKey =
    key.length <= LONGEST_KEY &&
    /^[-a-zA-Z0-9_.:]+$/.test(key) &&
    /[a-zA-Z]/.test(key) &&
    (!key.startsWith('_') || key.startsWith('_q_'))
  if (!isKey) return `property key: ${key}. Error: invalid key format`
  const isValue = new TextEncoder().encode(value).length <= LONGEST_VALUE && !/[\n\r"']/.test(value)
  return isValue ? null : `property key: ${key}. Error: invalid value format`
}
