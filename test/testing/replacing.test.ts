// @vitest-environment node
import { expect, it } from 'vitest'
import { execute } from '../../src/core/execute.ts'
import {
  createRemoteConfiguration,
  deleteRemoteConfiguration,
  getRemoteConfigurationPayload,
  listRemoteConfigurations,
  replaceRemoteConfigurationPayload,
} from '../../src/resources/remote-configurations/operations.ts'
import { duplicateScreen, listScreens } from '../../src/resources/screens/operations.ts'
import { figure, runs } from '../figures.ts'
import { walk } from '../sandbox/walk.ts'
import { openBadNetwork } from './badNetwork.ts'

const SEED = 20_261_122

it('what is replaced on a bad network is what was reported, and no copy is made twice', async () => {
  const count = runs(400)
  const { fetcher, isDone } = openBadNetwork(SEED)
  const namesOf = async (list: typeof listRemoteConfigurations | typeof listScreens) =>
    (await walk(list, { limit: 100 }, fetcher)).rows.map(({ name }) => name)
  const times = (names: readonly string[], name: string) =>
    names.filter((one) => one === name).length
  let reported = 0

  // Without an idempotency key a POST is sent once: at most one effect, exactly one where it is reported.
  for (let index = 0; index < count; index++) {
    const name = `made ${index}`
    const done = await isDone(createRemoteConfiguration, { name })
    if (done) reported++
    const found = times(await namesOf(listRemoteConfigurations), name)
    expect([name, found]).toEqual([name, done ? 1 : Math.min(found, 1)])
  }
  const screen_id = 'scr_pro_offer'
  const copies = async () => times(await namesOf(listScreens), 'Pro offer (copy)')
  for (let index = 0; index < count; index++) {
    const before = await copies()
    const done = await isDone(duplicateScreen, { screen_id })
    if (done) reported++
    const made = (await copies()) - before
    expect(made).toBe(done ? 1 : Math.min(made, 1))
  }

  // PUT and DELETE have one effect however often they are sent.
  const { rows } = await walk(listRemoteConfigurations, { limit: 100 }, fetcher)
  for (const [index, { id: config_id }] of rows
    .filter(({ name }) => name.startsWith('made'))
    .entries()) {
    const data = { version: index }
    if (await isDone(replaceRemoteConfigurationPayload, { config_id, data })) {
      reported++
      const input = { config_id }
      const stored = await execute(getRemoteConfigurationPayload, input, { fetcher })
      expect(stored.data).toEqual(data)
    }
    if (await isDone(deleteRemoteConfiguration, { config_id })) {
      reported++
      const left = await walk(listRemoteConfigurations, { limit: 100 }, fetcher)
      expect(left.rows.map(({ id }) => id)).not.toContain(config_id)
    }
  }
  expect(reported).toBeGreaterThan(count * 2)
  figure(
    'configurations and screens written with 20% faults: lost / duplicated',
    reported,
    '0 / 0',
    SEED,
  )
}, 60_000)
