import * as v from 'valibot'
import { noBody } from '../../core/answers.ts'
import { openEnum } from '../../core/filters.ts'
import { cursorPages, listOf } from '../../core/lists.ts'
import { defineOperation } from '../../core/operation.ts'

const minute = 60_000

const text = () => v.optional(v.nullable(v.string()))
const type = () => v.picklist(['subscription_with_promo', 'subscription', 'consumable', 'lifetime'])
const duration = () => v.nullable(v.picklist(['P1W', 'P1M', 'P3M', 'P6M', 'P1Y']))
const storeIds = () => ({
  apple_product_id: text(),
  google_product_id: text(),
  google_base_plan_id: text(),
  stripe_product_id: text(),
})
const ofProduct = () => ({ product_id: v.pipe(v.string(), v.maxLength(255)) })

const product = () =>
  v.looseObject({
    object: v.string(),
    id: v.string(),
    url: v.string(),
    created_at: v.string(),
    updated_at: v.string(),
    type: v.optional(
      v.nullable(openEnum('subscription_with_promo', 'subscription', 'consumable', 'lifetime')),
    ),
    duration: v.optional(v.nullable(openEnum('P1W', 'P1M', 'P3M', 'P6M', 'P1Y'))),
    ...storeIds(),
  })

/** Products of the project, newest first. */
export const listProducts = /* @__PURE__ */ defineOperation({
  id: 'v4ListProducts',
  resource: 'products',
  method: 'GET',
  path: '/products',
  kind: 'read',
  summary: 'Products of the project, newest first.',
  input: () =>
    v.strictObject({
      limit: v.optional(v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(100))),
      starting_after: v.optional(v.string()),
      filter: v.optional(v.strictObject({ type: v.optional(v.array(v.string())) })),
    }),
  output: () => listOf(product()),
  pages: cursorPages,
  plainLists: ['filter.type'],
  staleTime: minute,
})

/** One product with its ids in the stores. */
export const getProduct = /* @__PURE__ */ defineOperation({
  id: 'v4GetProduct',
  resource: 'products',
  method: 'GET',
  path: '/products/{product_id}',
  kind: 'read',
  summary: 'One product with its ids in the stores.',
  input: () => v.strictObject(ofProduct()),
  output: product,
})

/** Adds a product to the project; its id is chosen and stays. */
export const createProduct = /* @__PURE__ */ defineOperation({
  id: 'v4CreateProduct',
  resource: 'products',
  method: 'POST',
  path: '/products',
  kind: 'write',
  summary: 'Adds a product to the project; only subscriptions have a duration.',
  input: () =>
    v.strictObject({
      id: v.pipe(
        v.string(),
        v.minLength(1),
        v.maxLength(255),
        v.regex(/^[a-zA-Z0-9._-]+$/, 'must be letters, digits, hyphen, underscore or dot'),
      ),
      type: type(),
      duration: v.optional(duration()),
      ...storeIds(),
    }),
  output: product,
  invalidates: ['products'],
})

/** Changes the fields that are given; null clears one. */
export const updateProduct = /* @__PURE__ */ defineOperation({
  id: 'v4UpdateProduct',
  resource: 'products',
  method: 'PATCH',
  path: '/products/{product_id}',
  kind: 'write',
  summary: 'Changes the fields of a product that are given; null clears one.',
  input: () =>
    v.strictObject({
      ...ofProduct(),
      type: v.optional(type()),
      duration: v.optional(duration()),
      ...storeIds(),
    }),
  output: product,
  invalidates: ['products'],
})

/** Removes a product, and with it its place in offerings. */
export const deleteProduct = /* @__PURE__ */ defineOperation({
  id: 'v4DeleteProduct',
  resource: 'products',
  method: 'DELETE',
  path: '/products/{product_id}',
  kind: 'write',
  summary: 'Removes a product.',
  input: () => v.strictObject(ofProduct()),
  output: noBody,
  invalidates: ['products', 'offerings'],
})
