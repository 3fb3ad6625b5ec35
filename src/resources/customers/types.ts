import type { InputOf, OutputOf } from '../../core/operation.ts'
import type {
  getCustomer,
  getCustomerMetrics,
  grantCustomerPermission,
  listCustomerPermissions,
  listCustomers,
  setCustomerProperties,
} from './operations.ts'

/** A question for a page of customers: number, size, order, search and filters; every part is optional. */
export type CustomersInput = InputOf<typeof listCustomers>
/** A page of customers. */
export type CustomersPage = OutputOf<typeof listCustomers>
export type CustomerRow = CustomersPage['data'][number]
/** Which customers the counters are over. */
export type CustomerMetricsInput = InputOf<typeof getCustomerMetrics>
/** Counters over customers; some are texts, as the API sends them. */
export type CustomerMetrics = OutputOf<typeof getCustomerMetrics>
/** Everything known of one customer. */
export type CustomerAnswer = OutputOf<typeof getCustomer>
/** Permissions of one customer. */
export type CustomerPermissionsPage = OutputOf<typeof listCustomerPermissions>
export type CustomerPermission = CustomerPermissionsPage['data'][number]
/** What is granted, to whom and until when. */
export type GrantCustomerPermissionInput = InputOf<typeof grantCustomerPermission>
/** Properties to write, and of whom. */
export type SetCustomerPropertiesInput = InputOf<typeof setCustomerProperties>
/** Which properties were saved and which refused. */
export type CustomerPropertiesResult = OutputOf<typeof setCustomerProperties>
