// @vitest-environment node
import { expect, it } from 'vitest'
import { execute } from '../../src/core/execute.ts'
import type { Fetcher } from '../../src/core/fetcher.ts'
import { createSandbox } from '../../src/entries/sandbox.ts'
import {
  createRemoteConfiguration,
  deleteRemoteConfiguration,
  listRemoteConfigurations,
} from '../../src/resources/remote-configurations/operations.ts'
import { createScreen, deleteScreen, listScreens } from '../../src/resources/screens/operations.ts'
import { createRandom } from '../../src/sandbox/random.ts'
import { figure, runs } from '../figures.ts'
import { walk } from './walk.ts'

const SEED = 20_261_122
const NAMES = { name: 'Made on the way' }

/** Two lists by cursor, each with how a row is made and removed. */
const LISTS = [
  {
    list: listRemoteConfigurations,
    make: (fetcher: Fetcher) => execute(createRemoteConfiguration, NAMES, { fetcher }),
    remove: (fetcher: Fetcher, config_id: string) =>
      execute(deleteRemoteConfiguration, { config_id }, { fetcher }),
  },
  {
    list: listScreens,
    make: (fetcher: Fetcher) => execute(createScreen, NAMES, { fetcher }),
    remove: (fetcher: Fetcher, screen_id: string) =>
      execute(deleteScreen, { screen_id }, { fetcher }),
  },
] as const

it.each(LISTS.map((one) => [one.list.id, one] as const))(
  '%s ends with every row that stayed, once, whatever is made and removed on the way',
  async (_, { list, make, remove }) => {
    const random = createRandom(SEED)
    const count = runs(400)
    let restarts = 0
    for (let turn = 0; turn < count; turn++) {
      const { fetcher } = createSandbox({ seed: 1, now: new Date('2026-04-22'), customers: 1 })
      for (let extra = random.below(8); extra > 0; extra--) await make(fetcher)
      const stayed = new Set((await walk(list, { limit: 100 }, fetcher)).rows.map(({ id }) => id))
      // Once at most: a list that begins again twice is an error, which is tried elsewhere.
      let isRemoved = false
      const changing: Fetcher = async (path, init) => {
        const cursor = new URL(path, 'https://x.example').searchParams.get('starting_after')
        if (random.chance(3000)) await make(fetcher)
        if (cursor && !isRemoved && random.chance(5000)) {
          isRemoved = true
          stayed.delete(cursor)
          await remove(fetcher, cursor)
        }
        const answer = await fetcher(path, init)
        if (answer.headers.get('x-qon-pagination-restarted')) restarts++
        return answer
      }
      const { rows } = await walk(list, { limit: 1 + random.below(6) }, changing)
      const found = rows.map(({ id }) => id)
      expect(new Set(found).size).toBe(found.length)
      expect([...stayed].filter((id) => !found.includes(id))).toEqual([])
    }
    expect(restarts).toBeGreaterThan(0)
    figure(
      `${list.id} changed on the way: endless / duplicate / missing rows`,
      count,
      `0 / 0 / 0 (${restarts} restarts)`,
      SEED,
    )
  },
)
