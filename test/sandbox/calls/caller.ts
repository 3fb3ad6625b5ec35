import type { OperationId } from '../../../src/core/operation.ts'

/** An answer's body as a test reads it. */
export type Body = Readonly<Record<string, unknown>>

/** Calls operations over HTTP; every answer is judged by the contract. */
export interface Caller {
  /** Calls the operation at hand; throws unless the answer has this status, and this error code if one is given. */
  readonly ask: (input: Body, status?: number, code?: string) => Promise<Body>
  /** The same unchecked, as another client may send it: inputs of the path apart, all is in the body. */
  readonly raw: (input: Body, status: number, code: string) => Promise<Body>
  /** Calls another one, for what the one at hand needs. */
  readonly other: (operation: OperationId, input?: Body) => Promise<Body>
}

/** How to call an operation: with every kind of input that matters, and into every error that is its own. */
export type Calls = (caller: Caller) => Promise<unknown>

export const rowsOf = (list: Body) => list['data'] as readonly Body[]
export const idsOf = (list: Body) => rowsOf(list).map((row) => String(row['id']))

export const someCustomer = async ({ other }: Caller) => idsOf(await other('v4ListCustomers'))[0]!

/** Every page of a cursor list, two rows at a time, then a cursor that the server does not know. */
export const cursorWalk: Calls = async ({ ask }) => {
  await ask({})
  let page = await ask({ limit: 2 })
  for (let turn = 0; page['has_more'] === true && turn < 5; turn++)
    page = await ask({ limit: 2, starting_after: page['next_cursor'] })
  await ask({ limit: 2, starting_after: 'unknown' })
}

/** Once, without an input. */
export const plain: Calls = ({ ask }) => ask({})

/** How to call each of several operations. */
export type CallTable = Readonly<Partial<Record<OperationId, Calls>>>

/** Two months of the simulated business, unix seconds. */
export const RANGE = { from: 1_767_225_600, to: 1_772_323_200 }
