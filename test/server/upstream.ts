import * as fc from 'fast-check'
import { vi } from 'vitest'
import type { Operation } from '../../src/core/operation.ts'
import { toRequest, type WireRequest } from '../../src/core/serialize.ts'
import { operations } from '../../src/resources/all.ts'
import { createHandler, type Handler } from '../../src/server/createHandler.ts'
import type { HandlerOptions } from '../../src/server/options.ts'
import { empty } from '../core/answering.ts'
import { inputOf } from '../core/inputs.ts'

export const KEY = 'sk_test_0123456789abcdef'

/** What a write of the handler's own page carries. */
export const fromOwnPage = {
  'content-type': 'application/json',
  'x-requested-with': 'qonversion-react',
  origin: 'https://host.example',
  'sec-fetch-site': 'same-origin',
}

/** What went up, in one readable piece. */
export interface Sent {
  readonly url: string
  readonly method: string
  readonly headers: Record<string, string>
  readonly redirect: string | undefined
  readonly body: unknown
}

/** A handler before an upstream that answers as `answer` says; everyone may read project `acme` unless told otherwise. */
export function handlerBefore(
  answer: (url: string, init: RequestInit) => Response | Promise<Response> = () =>
    Response.json(empty),
  options: Partial<HandlerOptions> = {},
): { handler: Handler; sent: Sent[]; failures: unknown[] } {
  const sent: Sent[] = []
  const failures: unknown[] = []
  const fetch = vi.fn(async (input: string | URL | Request, init: RequestInit = {}) => {
    const url = input instanceof Request ? input.url : String(input)
    sent.push({
      url,
      method: init.method ?? 'GET',
      headers: Object.fromEntries(new Headers(init.headers)),
      redirect: init.redirect,
      body: init.body,
    })
    return answer(url, init)
  })
  const handler = createHandler({
    secretKey: KEY,
    authorize: () => ({ project: 'acme' }),
    fetch,
    onError: (error, context) => failures.push({ error, ...context }),
    ...options,
  })
  return { handler, sent, failures }
}

export const ask = (
  handler: Handler,
  path = '/analytics/cohorts?grouping=month',
  init: RequestInit = {},
): Promise<Response> => handler(new Request(`https://host.example/api/qonversion${path}`, init))

/** Status and error of an answer, as a viewer gets them. */
export async function errorOf(
  response: Response,
): Promise<{ status: number } & Record<string, unknown>> {
  const { error } = (await response.json()) as { error: Record<string, unknown> }
  return { status: response.status, ...error }
}

/** Ids of path segments that every schema accepts, listed words apart. */
const plainIds = ({ path }: Operation) =>
  Object.fromEntries(
    [...path.matchAll(/\{(\w+_id)\}/g)].map(([, name]) => [name!, `${name!.replace('_id', '')}_1`]),
  )

/** A request of each operation that its schema accepts, the same in every run. */
export const samples: readonly { readonly operation: Operation; readonly wire: WireRequest }[] =
  operations.map((operation) => {
    const [input] = fc.sample(inputOf(operation), { numRuns: 1, seed: 5 })
    return { operation, wire: toRequest(operation, { ...input, ...plainIds(operation) }) }
  })

/** Sends what `toRequest` wrote, from the handler's own page unless told otherwise. */
export const askWire = (
  handler: Handler,
  { method, path, body }: WireRequest,
  headers: Record<string, string> = {},
): Promise<Response> =>
  ask(handler, path, {
    method,
    headers: { ...fromOwnPage, ...headers },
    ...(body !== undefined && { body }),
  })
