import * as v from 'valibot'
import { noBody } from '../../core/answers.ts'
import { cursorPages, listOf } from '../../core/lists.ts'
import { defineOperation } from '../../core/operation.ts'

const minute = 60_000

const letters = () =>
  v.regex(
    /^[a-zA-Z0-9._:\- ]+$/,
    'must be letters, digits, dot, underscore, colon, hyphen or space',
  )
const id = () => v.pipe(v.string(), v.maxLength(64), letters())
const productIds = () =>
  v.optional(
    v.pipe(
      v.array(v.pipe(v.string(), v.maxLength(255), letters())),
      v.maxLength(100, 'must hold at most 100 products'),
    ),
  )
const ofOffering = () => ({ offering_id: id() })

const offering = () =>
  v.looseObject({
    object: v.string(),
    id: v.string(),
    url: v.string(),
    /** 1 is the main offering; 0 and null both mean that it is not. */
    tag: v.nullable(v.number()),
    product_ids: v.array(v.string()),
    created_at: v.string(),
    updated_at: v.string(),
  })

/** Offerings of the project; variants of experiments are left out. */
export const listOfferings = /* @__PURE__ */ defineOperation({
  id: 'v4ListOfferings',
  resource: 'offerings',
  method: 'GET',
  path: '/offerings',
  kind: 'read',
  summary: 'Offerings of the project; variants of experiments are left out.',
  input: () =>
    v.strictObject({
      limit: v.optional(v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(100))),
      starting_after: v.optional(id()),
    }),
  output: () => listOf(offering()),
  pages: cursorPages,
  staleTime: minute,
})

/** One offering with its products in display order. */
export const getOffering = /* @__PURE__ */ defineOperation({
  id: 'v4GetOffering',
  resource: 'offerings',
  method: 'GET',
  path: '/offerings/{offering_id}',
  kind: 'read',
  summary: 'One offering with its products in display order.',
  input: () => v.strictObject(ofOffering()),
  output: offering,
})

/** Adds an offering; the first of a project becomes the main one. */
export const createOffering = /* @__PURE__ */ defineOperation({
  id: 'v4CreateOffering',
  resource: 'offerings',
  method: 'POST',
  path: '/offerings',
  kind: 'write',
  summary: 'Adds an offering; the first of a project becomes the main one.',
  input: () =>
    v.strictObject({
      id: v.pipe(v.string(), v.minLength(1), v.maxLength(64), letters()),
      tag: v.optional(
        v.nullable(v.picklist([0], 'must be 0 or null: setMainOffering makes an offering main')),
      ),
      product_ids: productIds(),
    }),
  output: offering,
  idempotent: true,
  invalidates: ['offerings'],
})

/** Replaces the products of an offering: an empty list clears them, none at all keeps them. */
export const updateOffering = /* @__PURE__ */ defineOperation({
  id: 'v4UpdateOffering',
  resource: 'offerings',
  method: 'PATCH',
  path: '/offerings/{offering_id}',
  kind: 'write',
  summary: 'Replaces the products of an offering: an empty list clears them.',
  input: () => v.strictObject({ ...ofOffering(), product_ids: productIds() }),
  output: offering,
  invalidates: ['offerings'],
})

/** Removes an offering and its links to products. */
export const deleteOffering = /* @__PURE__ */ defineOperation({
  id: 'v4DeleteOffering',
  resource: 'offerings',
  method: 'DELETE',
  path: '/offerings/{offering_id}',
  kind: 'write',
  summary: 'Removes an offering and its links to products; never the main one.',
  input: () => v.strictObject(ofOffering()),
  output: noBody,
  invalidates: ['offerings'],
})

/** Makes an offering the main one and demotes the one before it, in one step. */
export const setMainOffering = /* @__PURE__ */ defineOperation({
  id: 'v4SetMainOffering',
  resource: 'offerings',
  method: 'POST',
  path: '/offerings/{offering_id}/set-main',
  kind: 'write',
  summary: 'Makes an offering the main one and demotes the one before it, in one step.',
  input: () => v.strictObject(ofOffering()),
  output: offering,
  idempotent: true,
  exclusive: true,
  invalidates: ['offerings'],
})
