// @vitest-environment node
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { serve, type Served } from '../../scripts/serve.ts'
import { pathNames, type Operation, type OperationId } from '../../src/core/operation.ts'
import { toRequest, type WireRequest } from '../../src/core/serialize.ts'
import { createSandbox } from '../../src/entries/sandbox.ts'
import { operations } from '../../src/resources/all.ts'
import {
  answerProblems,
  documentedStatuses,
  schemaProblems,
  type HttpAnswer,
} from '../contract/validator.ts'
import { figure } from '../figures.ts'
import { calls } from './calls/calls.ts'
import type { Body, Caller } from './calls/caller.ts'

const KEY = { authorization: 'Bearer sk_sandbox_demo' }
const sandbox = createSandbox({ seed: 1, now: new Date('2026-04-22T09:30:00Z'), customers: 600 })
let server: Served
beforeAll(async () => {
  server = await serve(sandbox.handle)
})
afterAll(async () => {
  figure('answers over HTTP judged by Ajv against the contract', judged, '0 problems', 1)
  await server.close()
})
beforeEach(() => sandbox.reset())

let judged = 0

/** Sends a request over HTTP and has the contract judge its answer. */
async function send(
  operation: Operation,
  { method, path, body }: WireRequest,
  headers: Record<string, string> = KEY,
): Promise<HttpAnswer> {
  const response = await fetch(`${server.url}/v4${path}`, {
    method,
    headers: { ...headers, ...(body !== undefined && { 'content-type': 'application/json' }) },
    body: body ?? null,
  })
  const { status } = response
  const contentType = response.headers.get('content-type')
  const answer = { status, contentType, text: await response.text() }
  expect(answerProblems(operation.id, answer)).toEqual([])
  judged++
  return answer
}

const byId = new Map<string, Operation>(operations.map((operation) => [operation.id, operation]))

/** What a status says of an answer: that it is as asked, or which error it should be. */
const good = (operation: Operation) =>
  documentedStatuses(operation.id).find((status) => status < 300)!

async function call(
  operation: Operation,
  input: Body,
  status: number,
  code?: string,
): Promise<Body> {
  return read(await send(operation, toRequest(operation, input)), input, status, code)
}

/** The body of an answer that has the status and code it should have. */
function read(answer: HttpAnswer, input: Body, status: number, code?: string): Body {
  const body = (answer.text === '' ? {} : JSON.parse(answer.text)) as Body
  const said = (body['error'] as Body | undefined)?.['code']
  expect({ status: answer.status, said, of: input }).toEqual({
    status,
    said: code ?? said,
    of: input,
  })
  return body
}

/** Notes the statuses of the operation at hand in `seen`. */
const callerOf = (operation: Operation, seen: Set<number>): Caller => ({
  ask: (input, status = good(operation), code) => {
    seen.add(status)
    return call(operation, input, status, code)
  },
  raw: async (input, status, code) => {
    seen.add(status)
    return read(await send(operation, unchecked(operation, input)), input, status, code)
  },
  other: (id, input = {}) => {
    const other = byId.get(id)!
    return call(other, input, good(other))
  },
})

/** A write as a client without our check may send it. */
function unchecked(operation: Operation, input: Body): WireRequest {
  const fields = new Map(Object.entries(input))
  const path = operation.path.replace(/\{(\w+)\}/g, (_, name: string) => {
    const segment = encodeURIComponent(String(fields.get(name)))
    fields.delete(name)
    return segment
  })
  return { method: operation.method, path, body: JSON.stringify(Object.fromEntries(fields)) }
}

/** A request to an operation with ids that name nothing. */
function toNothing(operation: Operation): WireRequest {
  const path = operation.path.replace(/\{\w+\}/g, 'nothing')
  const body = BODIES[operation.id]
  return { method: operation.method, path, ...(body && { body: JSON.stringify(body) }) }
}

/** The same with a parameter, or a field of its body, that no operation has. */
function withNonsense({ method, path, body }: WireRequest): WireRequest {
  if (method === 'GET' || method === 'DELETE') return { method, path: `${path}?nonsense=1` }
  return { method, path, body: JSON.stringify({ ...JSON.parse(body ?? '{}'), nonsense: 1 }) }
}

/** Bodies of writes that want one, so that it is the id that is refused. */
const BODIES: Readonly<Record<string, Body>> = {
  v4GrantCustomerPermission: { permission_id: 'gift' },
  v4SetCustomerProperties: { properties: [{ key: 'color', value: 'blue' }] },
  v4ChangeExperimentStatus: { status: 'active' },
  v4CreateExperimentGroup: { weight: 1 },
  v4AttachUserToExperiment: { group_id: 'nothing' },
  v4UpdateRemoteConfiguration: { name: 'Nothing' },
  v4ChangeRemoteConfigurationStatus: { status: 'active' },
  v4ReplaceRemoteConfigurationPayload: { data: {} },
  v4SetRemoteConfigurationPayloadMapping: { data: {} },
  v4UpdateScreen: { name: 'Nothing' },
  v4UpdateSegment: { name: 'Nothing' },
  v4SetUserProperties: { properties: [{ key: 'color', value: 'blue' }] },
  v4GrantUserEntitlement: { entitlement_id: 'premium' },
  v4UpdateScheduledReport: {
    report_name: 'Nothing',
    send_at: '00:00',
    included_range_days: 1,
    status: 'draft',
    environment: 'sandbox',
    destinations: [{ type: 'target_integration', id: 'int-wh-01' }],
  },
  v4UpdateIntegrationStatus: { status: 1 },
  v4UpdateAutomation: {
    name: 'Nothing',
    status: 'paused',
    data: { initiators: [{ uid: '2', type: 'event' }], actions: { push: 'nothing' } },
  },
  v4UpdateAutomationStatus: { status: 'paused' },
}

/** Operations whose documented answer to a bad body is a 422. */
const UNPROCESSABLE: ReadonlySet<OperationId> = new Set([
  'v4CreateExport',
  'v4CreateScheduledReport',
  'v4UpdateScheduledReport',
  'v4CreateIntegration',
  'v4UpdateIntegrationStatus',
  'v4CreateAutomation',
  'v4UpdateAutomation',
  'v4UpdateProjectSettings',
])

/** Any request may be answered so; the sandbox has nobody without rights and no limits. */
const NEVER = new Set([403, 429])

describe('every documented answer of every operation is what the contract says', () => {
  it.each(operations.map((operation) => [operation.id, operation] as const))(
    '%s',
    async (id, operation) => {
      const seen = new Set<number>()
      const note = async (answer: Promise<HttpAnswer>) => {
        const { status } = await answer
        seen.add(status)
        return status
      }
      await calls[id]?.(callerOf(operation, seen))
      // With the first key again, should there be another now.
      sandbox.reset()
      const nothing = toNothing(operation)
      expect(await note(send(operation, nothing, {}))).toBe(401)
      // A fixed list of codes makes an unknown code a 404 before anything else is looked at.
      const refused = UNPROCESSABLE.has(id) ? [422] : [400, 404]
      expect(refused).toContain(await note(send(operation, withNonsense(nothing))))
      if (pathNames(operation).length > 0) expect(await note(send(operation, nothing))).toBe(404)
      const missed = documentedStatuses(id).filter((status) => !seen.has(status))
      expect(missed.filter((status) => !NEVER.has(status))).toEqual([])
    },
  )
})

describe('the table of calls', () => {
  it('has an entry for every operation, and none besides', () => {
    expect(Object.keys(calls).toSorted()).toEqual([...byId.keys()].toSorted())
  })
})

describe('the judge finds', () => {
  const answer = (status: number, body: unknown): HttpAnswer => ({
    status,
    contentType: 'application/json',
    text: body === undefined ? '' : JSON.stringify(body),
  })
  const job = { object: 'export', id: 'e', url: '/v4/exports/e', status: 'New' }

  it.each<[string, OperationId, HttpAnswer, RegExp]>([
    ['a missing field', 'v4GetExport', answer(200, { ...job, status: undefined }), /status/],
    ['a wrong type', 'v4GetExport', answer(200, { ...job, rows: '7' }), /rows.*integer/],
    ['a wrong instant', 'v4GetExport', answer(200, { ...job, created_at: 'soon' }), /created_at/],
    ['a row of another kind', 'v4ListExports', answer(200, { data: [{}] }), /data/],
    ['an undocumented status', 'v4GetExport', answer(201, job), /201 is not documented/],
    ['an error without a code', 'v4GetExport', answer(404, { error: {} }), /code/],
    ['a body where none belongs', 'v4DeleteSegment', answer(204, {}), /has a body/],
    [
      'another type of content',
      'v4GetExport',
      { ...answer(200, job), contentType: 'text/html' },
      /text\/html, not JSON/,
    ],
  ])('%s', (_, id, given, problem) => {
    expect(answerProblems(id, given).join('\n')).toMatch(problem)
  })

  it('a keyword of the contract that it would otherwise pass over', () => {
    expect(() => schemaProblems({ multipleOf: 2 }, 3)).toThrow(/keyword multipleOf: teach it/)
  })
})
