import type { Answers } from '../answer.types.ts'
import { answerCustomers } from './list.ts'
import { answerCustomerMetrics } from './metrics.ts'
import { answerGrant, answerPermissions, answerRevoke } from './permissions.ts'
import { answerCustomer, answerDelete } from './profile.ts'
import { answerSetProperties } from './properties.ts'

/** Answers of the customers section, by operation id. */
export const customersAnswers: Answers = {
  v4ListCustomers: answerCustomers,
  v4GetCustomerMetrics: answerCustomerMetrics,
  v4GetCustomer: answerCustomer,
  v4DeleteCustomer: answerDelete,
  v4ListCustomerPermissions: answerPermissions,
  v4GrantCustomerPermission: answerGrant,
  v4RevokeCustomerPermission: answerRevoke,
  v4SetCustomerProperties: answerSetProperties,
}
