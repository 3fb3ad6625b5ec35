import { execute } from '../../src/core/execute.ts'
import type { InputOf, Operation } from '../../src/core/operation.ts'
import { createSandbox, type Sandbox } from '../../src/entries/sandbox.ts'
import { listCustomers } from '../../src/resources/customers/operations.ts'
import type { CustomersInput } from '../../src/resources/customers/types.ts'

/** When the business of these tests stands. */
export const now = new Date('2026-04-22T09:30:00Z')
/** A business of 600 customers, the same every time. */
export const make = () => createSandbox({ seed: 1, now, customers: 600 })
/** Asks one operation of it. */
export const ask = <Op extends Operation>(sandbox: Sandbox, operation: Op, input: InputOf<Op>) =>
  execute(operation, input, { fetcher: sandbox.fetcher })
/** Rows of its list of customers. */
export const list = async (sandbox: Sandbox, input: CustomersInput = {}) =>
  (await ask(sandbox, listCustomers, input)).data
/** The first customer of a status. */
export const first = async (sandbox: Sandbox, status: string) =>
  (await list(sandbox, { filter: { status: [status] }, limit: 1 }))[0]!
