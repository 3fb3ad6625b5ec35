// @vitest-environment node
import { beforeAll, describe, expect, it } from 'vitest'
import { pagesOf } from '../../scripts/rooms.ts'
import { canonical } from '../../src/core/canonical.ts'
import { ListError } from '../../src/core/errors.ts'
import { withFaults } from '../../src/entries/testing.ts'
import type { OperationId } from '../../src/core/operation.ts'
import type { ListOperation } from '../../src/react/infiniteQuery.ts'
import { operations } from '../../src/resources/all.ts'
import { createRandom } from '../../src/sandbox/random.ts'
import { figure, runs } from '../figures.ts'
import { walk } from '../sandbox/walk.ts'
import { record, smallBusiness, type Recorded } from './recorded.ts'

const SEED = 20_261_121
const lists = operations.filter(
  (operation): operation is ListOperation => pagesOf(operation) !== null,
)
const { fetcher } = smallBusiness(1, 300)

/** What a list is of, without which page of it. */
const PAGING = new Set(['limit', 'starting_after', 'page', 'offset'])
let recorded: ReadonlyMap<OperationId, Recorded>
beforeAll(async () => {
  recorded = await record(1, 300)
}, 120_000)

describe('every list that has pages', () => {
  it.each(lists.map((operation, index) => [operation.id, operation, index] as const))(
    '%s ends, each row once and none lacking, in pages of any size and restarted anywhere',
    async (id, operation, index) => {
      const { input } = recorded.get(id)!
      const question = Object.fromEntries(
        Object.entries(input).filter(([name]) => !PAGING.has(name)),
      )
      const read = (limit: number, of = fetcher) =>
        walk(operation, { ...question, limit } as never, of)
      const { rows } = await read(100)
      expect(rows.length).toBeGreaterThan(0)
      const random = createRandom(SEED, index)
      const count = Math.ceil(runs(2000) / lists.length)
      let errors = 0
      for (let run = 0; run < count; run++) {
        const least = Math.ceil(rows.length / 20)
        const limit = Math.min(100, least + random.below(rows.length))
        const restarts = withFaults(fetcher, {
          seed: SEED + run,
          rate: 0.15,
          faults: ['restarted list'],
        })
        const walked = await read(limit, restarts.fetcher).catch((error: unknown) => {
          expect(error).toBeInstanceOf(ListError)
          errors++
        })
        if (walked) expect(walked.rows.map(canonical)).toEqual(rows.map(canonical))
      }
      expect(errors).toBeLessThan(count)
      figure(
        `${id} in random pages: duplicate / missing rows`,
        count,
        `0 / 0 (${errors} typed errors)`,
        SEED,
      )
    },
  )
})
