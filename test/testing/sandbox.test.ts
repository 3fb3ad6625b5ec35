// @vitest-environment node
import { expect, it } from 'vitest'
import { execute } from '../../src/core/execute.ts'
import {
  createSegment,
  deleteSegment,
  listSegments,
  updateSegment,
} from '../../src/resources/segments/operations.ts'
import { figure, runs } from '../figures.ts'
import { openBadNetwork } from './badNetwork.ts'

const SEED = 20_261_121

it('segments of the sandbox survive a bad network: each reported success is there once, or gone', async () => {
  const count = runs(600)
  const { fetcher, faults, isDone: write } = openBadNetwork(SEED)
  /** How often each name is there, read without faults. */
  const stored = async () => {
    const rows: { id: string; name: string }[] = []
    for (let after: string | undefined, isMore = true; isMore; after = rows.at(-1)?.id) {
      const input = { limit: 100, ...(after !== undefined && { starting_after: after }) }
      const page = await execute(listSegments, input, { fetcher })
      rows.push(...page.data.map(({ id, name }) => ({ id, name })))
      isMore = page.has_more
    }
    return rows
  }
  const created = new Map<string, boolean>()
  for (let index = 0; index < count; index++)
    created.set(`made ${index}`, await write(createSegment, { name: `made ${index}` }))
  const made = (await stored()).filter(({ name }) => name.startsWith('made'))
  for (const [name, isDone] of created) {
    const times = made.filter((segment) => segment.name === name).length
    if (isDone) expect([name, times]).toEqual([name, 1])
    else expect(times).toBeLessThanOrEqual(1)
  }

  const renamed = new Map<string, boolean>()
  const deleted = new Map<string, boolean>()
  for (const [index, { id }] of made.entries()) {
    const name = `renamed ${index}`
    if (index % 2 === 0) renamed.set(name, await write(updateSegment, { segment_id: id, name }))
    else deleted.set(id, await write(deleteSegment, { segment_id: id }))
  }
  const left = await stored()
  for (const [name, isDone] of renamed)
    if (isDone) expect(left.filter((segment) => segment.name === name)).toHaveLength(1)
  for (const [id, isDone] of deleted)
    if (isDone) expect(left.filter((segment) => segment.id === id)).toEqual([])

  const outcomes = [...created.values(), ...renamed.values(), ...deleted.values()]
  const done = outcomes.filter(Boolean).length
  expect(done).toBeGreaterThan(outcomes.length * 0.9)
  expect(faults()).toBeGreaterThan(outcomes.length)
  figure(
    'segments of the sandbox written with 20% faults: lost / duplicated',
    outcomes.length,
    `0 / 0 (${done} reported as done)`,
    SEED,
  )
}, 120_000)
