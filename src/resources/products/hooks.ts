'use client'
import { createInfiniteHook, type InfiniteHook } from '../../react/createInfiniteHook.ts'
import { createMutationHook, type MutationHook } from '../../react/createMutationHook.ts'
import { createQueryHook, type QueryHook } from '../../react/createQueryHook.ts'
import { createSuspenseHook, type SuspenseHook } from '../../react/createSuspenseHook.ts'
import {
  createProduct,
  deleteProduct,
  getProduct,
  listProducts,
  updateProduct,
} from './operations.ts'

/** A page of the products of the project, newest first. */
export const useProducts: QueryHook<typeof listProducts> =
  /* @__PURE__ */ createQueryHook(listProducts)

/** Products read page by page: `data.rows`, each product once. */
export const useInfiniteProducts: InfiniteHook<typeof listProducts> =
  /* @__PURE__ */ createInfiniteHook(listProducts)

/** `useProducts` that suspends until its answer is there. */
export const useSuspenseProducts: SuspenseHook<typeof listProducts> =
  /* @__PURE__ */ createSuspenseHook(listProducts)

/** One product with its ids in the stores. */
export const useProduct: QueryHook<typeof getProduct> = /* @__PURE__ */ createQueryHook(getProduct)

/** `useProduct` that suspends until its answer is there. */
export const useSuspenseProduct: SuspenseHook<typeof getProduct> =
  /* @__PURE__ */ createSuspenseHook(getProduct)

/** Adds a product; an id that is taken is an `already_exists` (409). */
export const useCreateProduct: MutationHook<typeof createProduct> =
  /* @__PURE__ */ createMutationHook(createProduct)

/** Changes the fields that are given and keeps the others; null clears one. */
export const useUpdateProduct: MutationHook<typeof updateProduct> =
  /* @__PURE__ */ createMutationHook(updateProduct)

/** Removes a product. */
export const useDeleteProduct: MutationHook<typeof deleteProduct> =
  /* @__PURE__ */ createMutationHook(deleteProduct)
