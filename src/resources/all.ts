import * as cohorts from './cohorts/operations.ts'

/** Every operation of the package. Imported by server, sandbox, testing and tests only: a browser pays for what it uses. */
export const operations = [cohorts.getCohorts, cohorts.getCohortsMeta] as const
