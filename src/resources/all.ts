import type { Operation } from '../core/operation.ts'
import * as cohorts from './cohorts/operations.ts'

/** Every operation of the package. Imported by server, sandbox, testing and tests only: a browser pays for what it uses. */
export const operations: readonly Operation[] = [cohorts].flatMap((room) => Object.values(room))
