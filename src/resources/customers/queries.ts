import type { InputOf } from '../../core/operation.ts'
import type { QuerySource } from '../../react/ask.ts'
import {
  infiniteQuery,
  type InfiniteOperationQuery,
  type ListInput,
} from '../../react/infiniteQuery.ts'
import { operationQuery, type OperationQuery } from '../../react/operationQuery.ts'
import {
  getCustomer,
  getCustomerMetrics,
  listCustomerPermissions,
  listCustomers,
} from './operations.ts'
import type { CustomerMetricsInput, CustomersInput } from './types.ts'

/** The query behind `useCustomers`, for prefetching on the server, route loaders and reads of the cache. */
export const customersQuery = (
  input: CustomersInput,
  source: QuerySource,
): OperationQuery<typeof listCustomers> => operationQuery(listCustomers, input, source)

/** The query behind `useInfiniteCustomers`, for `prefetchInfiniteQuery`. */
export const infiniteCustomersQuery = (
  input: ListInput<typeof listCustomers>,
  source: QuerySource,
): InfiniteOperationQuery<typeof listCustomers> => infiniteQuery(listCustomers, input, source)

/** The query behind `useCustomerMetrics`. */
export const customerMetricsQuery = (
  input: CustomerMetricsInput,
  source: QuerySource,
): OperationQuery<typeof getCustomerMetrics> => operationQuery(getCustomerMetrics, input, source)

/** The query behind `useCustomer`. */
export const customerQuery = (
  input: InputOf<typeof getCustomer>,
  source: QuerySource,
): OperationQuery<typeof getCustomer> => operationQuery(getCustomer, input, source)

/** The query behind `useCustomerPermissions`. */
export const customerPermissionsQuery = (
  input: InputOf<typeof listCustomerPermissions>,
  source: QuerySource,
): OperationQuery<typeof listCustomerPermissions> =>
  operationQuery(listCustomerPermissions, input, source)
