import { describe, expectTypeOf, it } from 'vitest'
import {
  analyticsOnly,
  anyOf,
  byRole,
  createHandler,
  handlerFetcher,
  operations,
  readOnly,
  type AuditEntry,
  type Decision,
  type Fetcher,
  type Handler,
  type HandlerOptions,
  type Policy,
} from '../../src/entries/server.ts'

const secretKey = 'sk_0123456789'
const authorize = () => ({ project: 'acme' })

describe('createHandler', () => {
  it('makes a Web-standard handler', () => {
    const handler = createHandler({ secretKey, authorize })
    expectTypeOf(handler).toEqualTypeOf<Handler>()
    expectTypeOf(handler).toExtend<(request: Request) => Promise<Response>>()
    expectTypeOf(
      handlerFetcher(handler, new Request('https://host.example')),
    ).toEqualTypeOf<Fetcher>()
  })

  it('does not compile without authorize or a key', () => {
    // @ts-expect-error -- without authorize everyone could read everything
    createHandler({ secretKey })
    // @ts-expect-error -- there is nothing to ask with
    createHandler({ authorize })
  })

  it('takes a grant of a project or a refusal, never a bare yes', () => {
    createHandler({ secretKey, authorize: () => false })
    createHandler({ secretKey, authorize: () => null })
    createHandler({ secretKey, authorize: async () => ({ deny: 'Only finance.' }) })
    createHandler({ secretKey, authorize: () => ({ project: 'acme', viewer: 'u7' }) })
    // @ts-expect-error -- a session alone says not which project
    createHandler({ secretKey, authorize: () => true })
    // @ts-expect-error -- a viewer alone says not which project
    createHandler({ secretKey, authorize: () => ({ viewer: 'u7' }) })
    expectTypeOf<true>().not.toExtend<Decision>()
  })

  it('tells authorize the operation, its input and the request', () => {
    createHandler({
      secretKey,
      authorize: ({ operation, input, request }) => {
        expectTypeOf(operation.kind).toEqualTypeOf<'read' | 'write'>()
        expectTypeOf(operation.id).toExtend<string>()
        expectTypeOf(input).toEqualTypeOf<Readonly<Record<string, unknown>>>()
        expectTypeOf(request).toEqualTypeOf<Request>()
        return null
      },
    })
  })

  it('takes key and upstream by project, and names what it allows', () => {
    expectTypeOf<{
      secretKey: (project: string) => Promise<string>
      authorize: typeof authorize
      upstream: (project: string) => string
      allow: ('reads' | 'v4CreateSegment')[]
    }>().toExtend<HandlerOptions>()
    // @ts-expect-error -- no group of all writes
    createHandler({ secretKey, authorize, allow: ['writes'] })
  })

  it('takes what a role may do, and catches an id that is none', () => {
    const rights = byRole({
      analyst: analyticsOnly(),
      admin: anyOf(readOnly(), operations(['v4CreateSegment'])),
    })
    expectTypeOf(rights).toEqualTypeOf<(role: string) => Policy>()
    createHandler({
      secretKey,
      authorize: () => ({
        project: 'acme',
        allow: rights('analyst'),
        maskFields: ['_q_email'],
        secrets: ['prod_key'],
      }),
      allow: ['reads:cohorts', 'v4CreateSegment', 'prod_key'],
      audit: (entry) => expectTypeOf(entry).toEqualTypeOf<AuditEntry>(),
    })
    // @ts-expect-error -- no operation is called that
    operations(['v4MakeCoffee'])
    // @ts-expect-error -- a role is a policy, not a list
    byRole({ analyst: ['reads'] })
    // @ts-expect-error -- not the name of a secret field
    createHandler({ secretKey, authorize: () => ({ project: 'acme', secrets: ['email'] }) })
  })
})
