// @vitest-environment node
import { readFileSync } from 'node:fs'
import { inspect } from 'node:util'
import { beforeAll, describe, expect, it } from 'vitest'
import { parse } from 'yaml'
import type { OperationId } from '../../src/core/operation.ts'
import { toRequest } from '../../src/core/serialize.ts'
import { operations } from '../../src/resources/all.ts'
import type { Allowed } from '../../src/server/allow.ts'
import { figure } from '../figures.ts'
import { record, type Recorded } from '../testing/recorded.ts'
import { askWire, handlerBefore, KEY } from './upstream.ts'

const CANARY = 'CANARY-0123456789'

/** Names of the fields that the contract marks as secret or as never read back. */
function markedIn(node: unknown): readonly string[] {
  if (typeof node !== 'object' || node === null) return []
  return Object.entries(node).flatMap(([name, field]: [string, unknown]) => {
    const isMarked =
      typeof field === 'object' && field !== null && ('x-secret' in field || 'writeOnly' in field)
    return (isMarked ? [name] : []).concat(markedIn(field))
  })
}
const marked = [...new Set(markedIn(parse(readFileSync('contract/openapi.yaml', 'utf8'))))]
const secrets = Object.fromEntries(marked.map((name) => [name, CANARY]))

/** An answer with every secret in each of its objects, and the key in a text. */
function poisoned(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(poisoned)
  if (typeof value !== 'object' || value === null) return value
  const fields = Object.entries(value).map(([name, field]) => [name, poisoned(field)])
  return { ...Object.fromEntries(fields), ...secrets, note: `by ${KEY}`, inner: [{ ...secrets }] }
}

const offered: readonly Allowed[] = operations.map(({ id }) => id)
let recorded: ReadonlyMap<OperationId, Recorded>
beforeAll(async () => {
  recorded = await record()
})

/** Everything that a handler tells of one request: its answer, its record and its errors. */
async function told({ operation, input, status }: Recorded, body: unknown): Promise<string> {
  const records: unknown[] = []
  const { handler, failures } = handlerBefore(
    () => (status === 204 ? new Response(null, { status }) : Response.json(body, { status })),
    { allow: offered, audit: (entry) => records.push(entry) },
  )
  const response = await askWire(handler, toRequest(operation, input))
  // It would bring a key that nobody may see.
  const expected = operation.id === 'v4RegenerateProjectSecret' ? 403 : status
  expect([operation.id, response.status]).toEqual([operation.id, expected])
  const parts = [[...response.headers], await response.text(), records, failures]
  return inspect(parts, { depth: 12, maxStringLength: null, maxArrayLength: null })
}

describe('what the contract marks as secret', () => {
  it('is nine fields of keys and credentials', () =>
    expect(marked.toSorted()).toEqual([
      'access_token',
      'api_key',
      'connect_private_key',
      'iap_private_key',
      'prod_key',
      'sandbox_key',
      'secret_key',
      'service_account_key',
      'shared_secret',
    ]))

  it('comes down in no answer of any operation, nor stands in a record or an error', async () => {
    expect([...recorded.keys()].toSorted()).toEqual(operations.map(({ id }) => id).toSorted())
    const hits: string[] = []
    for (const one of recorded.values()) {
      const text = await told(one, poisoned(JSON.parse(one.text || '{}')))
      if (text.includes(CANARY) || text.includes(KEY)) hits.push(one.operation.id)
    }
    expect(hits).toEqual([])
    figure('canaries in answers of every operation through the handler', recorded.size, '0 hits')
  })

  it.each([400, 422])('is not quoted back by a refusal with status %i', async (status) => {
    const of = recorded.get('v4UpdateStoreConfig')!
    const pem = `-----BEGIN PRIVATE KEY-----\n${CANARY}\n-----END PRIVATE KEY-----`
    const input = {
      platform: 'apple',
      connect_key_identifier: 'key',
      connect_private_key: pem,
      connect_issuer_id: 'issuer',
    }
    const text = await told(
      { ...of, input, status },
      {
        error: {
          type: 'request',
          code: 'validation_error',
          message: `The key "${pem}" is none.`,
          details: [{ field: 'connect_private_key', message: `"${pem}" is no PEM` }],
        },
      },
    )
    expect(text).not.toContain(CANARY)
    expect(text).toMatch(/The key .*\[removed\].* is none\./)
  })
})
