import type { InputOf } from '../../core/operation.ts'
import type { QuerySource } from '../../react/ask.ts'
import {
  infiniteQuery,
  type InfiniteOperationQuery,
  type ListInput,
} from '../../react/infiniteQuery.ts'
import { operationQuery, type OperationQuery } from '../../react/operationQuery.ts'
import { getProduct, listProducts } from './operations.ts'
import type { ProductsInput } from './types.ts'

/** The query behind `useProducts`, for prefetching on the server, route loaders and reads of the cache. */
export const productsQuery = (
  input: ProductsInput,
  source: QuerySource,
): OperationQuery<typeof listProducts> => operationQuery(listProducts, input, source)

/** The query behind `useInfiniteProducts`, for `prefetchInfiniteQuery`. */
export const infiniteProductsQuery = (
  input: ListInput<typeof listProducts>,
  source: QuerySource,
): InfiniteOperationQuery<typeof listProducts> => infiniteQuery(listProducts, input, source)

/** The query behind `useProduct`. */
export const productQuery = (
  input: InputOf<typeof getProduct>,
  source: QuerySource,
): OperationQuery<typeof getProduct> => operationQuery(getProduct, input, source)
