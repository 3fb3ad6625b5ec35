export { createSandbox, type SandboxOptions } from '../sandbox/createSandbox.ts'
export type { LoggedExposure } from '../sandbox/experiments/exposures.ts'
export type { EventType, LogRow } from '../sandbox/log.ts'
export type { RateRow } from '../sandbox/rates.ts'
export type { Sandbox } from '../sandbox/sandbox.ts'
export {
  endOfTransactions,
  parseTransactions,
  TransactionsError,
  type Transaction,
} from '../sandbox/transactions.ts'
