// @vitest-environment node
import { QueryClient, QueryObserver } from '@tanstack/react-query'
import { beforeAll, describe, expect, it } from 'vitest'
import { matchOperation } from '../../src/core/deserialize.ts'
import type { Fetcher } from '../../src/core/fetcher.ts'
import type { Operation, OperationId } from '../../src/core/operation.ts'
import { operationQuery } from '../../src/react/operationQuery.ts'
import { write } from '../../src/react/write.ts'
import { operations } from '../../src/resources/all.ts'
import { record, type Recorded } from './recorded.ts'

let recorded: ReadonlyMap<OperationId, Recorded>
beforeAll(async () => {
  recorded = await record()
}, 120_000)

const turn = () => new Promise<void>((resolve) => setImmediate(resolve))

/** A page that shows an answer of every read, over a backend that answers when it is told to. */
function openPage() {
  const client = new QueryClient()
  const held: { readonly id: OperationId; readonly answer: () => void }[] = []
  const log: string[] = []
  const fetcher: Fetcher = (path, { method, signal }) =>
    new Promise((resolve, reject) => {
      const { id } = matchOperation<Operation>(operations, method, path)!
      const { text, status } = recorded.get(id)!
      const headers = { 'content-type': 'application/json' }
      signal.addEventListener('abort', () => reject(signal.reason as Error))
      log.push(id)
      held.push({ id, answer: () => resolve(new Response(text || null, { status, headers })) })
    })
  const source = { fetcher, scope: 'acme' }
  const reads = [...recorded.values()].filter(({ operation }) => operation.kind === 'read')
  const stops = reads.map(({ operation, input }) =>
    new QueryObserver(client, operationQuery(operation, input, source) as never).subscribe(
      () => {},
    ),
  )
  return {
    client,
    source,
    log,
    /** Answers what is held, of one operation or of all. */
    async answer(only?: OperationId) {
      const [now, later] = [
        held.filter(({ id }) => only === undefined || id === only),
        held.filter(({ id }) => only !== undefined && id !== only),
      ]
      held.splice(0, held.length, ...later)
      for (const one of now) one.answer()
      await turn()
    },
    close() {
      for (const stop of stops) stop()
      client.clear()
    },
  }
}

const writes = operations.filter(({ kind }) => kind === 'write')

describe('a write asks again what it names, and nothing else, before it is reported as done', () => {
  it.each(writes.map((operation) => [operation.id, operation] as const))(
    '%s',
    async (id, operation) => {
      for (const state of ['idle', 'first load'] as const) {
        const page = openPage()
        await turn()
        if (state === 'idle') await page.answer()
        page.log.length = 0
        let isDone = false
        const { input } = recorded.get(id)!
        const writing = write(operation, input, page.source, page.client).then(
          () => (isDone = true),
        )
        await turn()
        expect(page.log).toEqual([id])
        await page.answer(id)
        await turn()
        const stale = operation.invalidates ?? [operation.resource]
        const named = [...recorded.values()]
          .map((one) => one.operation)
          .filter((one) => one.kind === 'read' && stale.includes(one.resource))
          .map((one) => one.id)
        expect([state, page.log.slice(1).toSorted()]).toEqual([state, named.toSorted()])
        expect([state, isDone]).toEqual([state, named.length === 0])
        await page.answer()
        await writing
        page.close()
      }
    },
  )
})
