// @vitest-environment node
import { readFileSync } from 'node:fs'
import { beforeAll, describe, expect, it } from 'vitest'
import { parse } from 'yaml'
import { ResponseShapeError } from '../../src/core/errors.ts'
import { execute } from '../../src/core/execute.ts'
import type { OperationId } from '../../src/core/operation.ts'
import { record, type Recorded } from '../testing/recorded.ts'

interface Documented {
  readonly operationId?: string
  readonly responses?: Readonly<Record<string, { content?: unknown; $ref?: string }>>
}
const { paths } = parse(readFileSync('contract/openapi.yaml', 'utf8')) as {
  paths: Record<string, Record<string, Documented>>
}

/** Operations whose good answers are documented without a body. */
const silent = Object.values(paths)
  .flatMap((item) => Object.values(item))
  .filter(({ operationId, responses = {} }) => {
    const good = Object.entries(responses).filter(([status]) => status.startsWith('2'))
    return operationId !== undefined && good.every(([, { content, $ref }]) => !content && !$ref)
  })
  .map(({ operationId }) => operationId as OperationId)

/** An empty answer; which status comes with it is not documented for every write. */
const answers: readonly [string, () => Response][] = [
  ['204', () => new Response(null, { status: 204 })],
  ['202 and nothing', () => new Response(null, { status: 202 })],
  ['202 and words', () => Response.json({ status: 'queued' }, { status: 202 })],
  ['200 and nothing', () => new Response('', { status: 200 })],
  ['200 and a thing', () => Response.json({ object: 'thing', deleted: true })],
]

let recorded: ReadonlyMap<OperationId, Recorded>
beforeAll(async () => {
  recorded = await record()
})

describe('an operation without a body in its answer', () => {
  it('is each that deletes, detaches, or sends on', () => expect(silent.length).toBe(20))

  it.each(silent)('%s succeeds with nothing, however it is answered', async (id) => {
    const { operation, input } = recorded.get(id)!
    for (const [name, answer] of answers) {
      const done = execute(operation, input, { fetcher: async () => answer() })
      await expect(done, name).resolves.toBeUndefined()
    }
    // A sign-in page is no answer.
    const page = () => new Response('<p>Sign in</p>', { headers: { 'content-type': 'text/html' } })
    await expect(execute(operation, input, { fetcher: async () => page() })).rejects.toBeInstanceOf(
      ResponseShapeError,
    )
  })

  it('is no read, nor a write that brings a thing: there an empty answer was cut off', async () => {
    for (const id of ['v4GetScreen', 'v4CreateScreen', 'v4ListScreens'] as const) {
      const { operation, input } = recorded.get(id)!
      await expect(
        execute(operation, input, { fetcher: async () => new Response('') }),
      ).rejects.toThrow(/the body is empty/)
    }
  })

  it('may be a payload that was stored: no page shows what is answered', async () => {
    for (const id of [
      'v4ReplaceRemoteConfigurationPayload',
      'v4SetRemoteConfigurationPayloadMapping',
    ] as const) {
      const { operation, input } = recorded.get(id)!
      const done = execute(operation, input, { fetcher: async () => new Response('') })
      await expect(done).resolves.toBeUndefined()
    }
  })
})
