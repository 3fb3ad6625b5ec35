import type * as v from 'valibot'
import type { Paging } from './lists.ts'

/** HTTP method of an operation. */
export type Method = 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE'

/** The vendor's name of an operation, for example `v4GetCohortAnalyticsData`; or `permissions`, which the handler answers itself. */
export type OperationId = `v4${string}` | 'permissions'

/** Any schema of the schema library, whatever it accepts and yields. */
export type Schema = v.BaseSchema<unknown, unknown, v.BaseIssue<unknown>>

/**
 * One call of the Qonversion REST API v4, described once as data. Requests, checks, cache keys, the server's
 * allow-list, the sandbox's routes and the reference page are all derived from it.
 */
export interface Operation<In extends Schema = Schema, Out extends Schema = Schema> {
  readonly id: OperationId
  /** The section of the API it belongs to: third part of every cache key and the unit of invalidation. */
  readonly resource: string
  readonly method: Method
  /** Path template below `/v4`; `{name}` takes the input of that name. */
  readonly path: `/${string}`
  readonly kind: 'read' | 'write'
  /** One sentence for the reference page and for agents. */
  readonly summary: string
  /** Strict schema of the input: an unknown key is an error before it is a request. A thunk, so that unused ones drop out of bundles. */
  readonly input: () => In
  /** Tolerant schema of the answer: unknown keys pass, enums are open. */
  readonly output: () => Out
  /** Inputs of a write that travel in the query; all others are the JSON body. Reads have no body. */
  readonly query?: readonly string[]
  /** Reads the layouts this operation recognises into the documented one; what it does not know it returns as it came. */
  readonly adapt?: (raw: unknown) => unknown
  /**
   * Where no public page shows what an answer looks like: an answer without what does not fit and may be missing, for the rest
   * to be read; null when nothing of that kind is in it. What was left out is reported.
   */
  readonly withoutMisfits?: (
    schema: Schema,
    answer: unknown,
    issues: readonly v.BaseIssue<unknown>[],
  ) => object | null
  /** How long an answer counts as fresh, in milliseconds, perhaps by what was asked; default 0. */
  readonly staleTime?: number | ((input: unknown) => number)
  /** Resources that a write makes stale. */
  readonly invalidates?: readonly string[]
  /** A write that takes an `Idempotency-Key`: the same key replays the first answer, so that it can be sent again. */
  readonly idempotent?: true
  /**
   * A write to what there is once in a project, as its settings, or that gives one thing what it takes from another, as being
   * the main one: such writes go one after the other, whatever they name.
   */
  readonly exclusive?: true
  /** A 429 is about the one thing that the path names, as one call a minute for each: nothing else of the scope waits for it. */
  readonly ownLimit?: true
  /** Answers are so large that comparing an old and a new one costs more than drawing anew. */
  readonly isLarge?: true
  /** A list whose answer is `listOf(row)`, and how its pages follow each other. */
  readonly pages?: Paging
  /** Lists inside brackets that repeat without `[]`, as `filter[type]=a&filter[type]=b`; default: all repeat with it. */
  readonly plainLists?: readonly string[]
  /** Input or answer hold what must never reach a browser. */
  readonly secret?: true
}

/** The input type of an operation. */
export type InputOf<Op extends Operation> = v.InferInput<ReturnType<Op['input']>>

/** The answer type of an operation. */
export type OutputOf<Op extends Operation> = v.InferOutput<ReturnType<Op['output']>>

/** What may be known of an operation without its schemas: what an `authorize` or a policy decides by and a log writes. */
export type OperationInfo = Pick<
  Operation,
  'id' | 'resource' | 'method' | 'path' | 'kind' | 'summary' | 'secret'
>

/** Names of the inputs that an operation's path takes. */
export function pathNames(operation: Operation): string[] {
  return [...operation.path.matchAll(/\{(\w+)\}/g)].map((match) => match[1]!)
}

/** Where an input of that name travels. */
export function placeOf(operation: Operation, name: string): 'path' | 'query' | 'body' {
  if (pathNames(operation).includes(name)) return 'path'
  return operation.method === 'GET' || operation.query?.includes(name) ? 'query' : 'body'
}

/** Declares an operation; the identity function at run time, all its worth is in the inferred types. */
export function defineOperation<
  const In extends Schema,
  const Out extends Schema,
  const Id extends OperationId,
>(
  operation: Operation<In, Out> & { readonly id: Id; readonly pages: Paging },
): Operation<In, Out> & { readonly id: Id; readonly pages: Paging }
export function defineOperation<
  const In extends Schema,
  const Out extends Schema,
  const Id extends OperationId,
>(operation: Operation<In, Out> & { readonly id: Id }): Operation<In, Out> & { readonly id: Id }
export function defineOperation<const In extends Schema, const Out extends Schema>(
  operation: Operation<In, Out>,
): Operation<In, Out> {
  return operation
}
