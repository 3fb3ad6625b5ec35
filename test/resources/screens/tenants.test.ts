// @vitest-environment node
import { QueryClient, QueryObserver } from '@tanstack/react-query'
import { expect, it } from 'vitest'
import { createSandbox } from '../../../src/entries/sandbox.ts'
import { write } from '../../../src/react/write.ts'
import {
  createRemoteConfiguration,
  deleteRemoteConfiguration,
  updateRemoteConfiguration,
} from '../../../src/resources/remote-configurations/operations.ts'
import { remoteConfigurationsQuery } from '../../../src/resources/remote-configurations/queries.ts'
import {
  createScreen,
  deleteScreen,
  updateScreen,
} from '../../../src/resources/screens/operations.ts'
import { screensQuery } from '../../../src/resources/screens/queries.ts'
import { createRandom } from '../../../src/sandbox/random.ts'
import { figure, runs } from '../../figures.ts'

const SEED = 20_261_122
const TENANTS = ['acme', 'globex'] as const

it('two tenants in one cache, whose ids are the same, never show each other’s rows', async () => {
  const client = new QueryClient()
  const random = createRandom(SEED)
  const open = (scope: string) => {
    const { fetcher } = createSandbox({ seed: 1, now: new Date('2026-04-22'), customers: 1 })
    const source = { fetcher, scope }
    const queries = [
      remoteConfigurationsQuery({ limit: 100 }, source),
      screensQuery({ limit: 100 }, source),
    ]
    const observers = queries.map((query) => new QueryObserver(client, query as never))
    for (const observer of observers) observer.subscribe(() => undefined)
    const shown = () =>
      observers.map((observer) => {
        const { data } = observer.getCurrentResult() as {
          data?: { data: { id: string; name: string }[] }
        }
        return data?.data ?? []
      })
    return { scope, source, shown, made: [] as { config: string; screen: string }[] }
  }
  const tenants = TENANTS.map(open)
  const foreign = () =>
    tenants.flatMap(({ scope, shown }) =>
      shown()
        .flat()
        .filter(({ name }) => TENANTS.some((other) => other !== scope && name.startsWith(other))),
    )
  const count = runs(1_000)
  let number = 0
  const act = async ({ scope, source, made }: (typeof tenants)[number]) => {
    const name = `${scope} ${++number}`
    const known = made[random.below(made.length + 1)]
    if (!known) {
      const config = await write(createRemoteConfiguration, { name }, source, client)
      const screen = await write(createScreen, { name }, source, client)
      made.push({ config: config.id, screen: screen.id })
    } else if (random.chance(7000)) {
      await write(updateRemoteConfiguration, { config_id: known.config, name }, source, client)
      await write(updateScreen, { screen_id: known.screen, name }, source, client)
    } else {
      made.splice(made.indexOf(known), 1)
      await write(deleteRemoteConfiguration, { config_id: known.config }, source, client)
      await write(deleteScreen, { screen_id: known.screen }, source, client)
    }
  }
  for (let turn = 0; turn < count; turn++) {
    await Promise.all(tenants.map(act))
    expect(foreign()).toEqual([])
  }
  for (const { shown, made } of tenants)
    expect(
      shown().map((rows) =>
        made.every(({ config, screen }) => rows.some(({ id }) => id === config || id === screen)),
      ),
    ).toEqual([true, true])
  client.clear()
  figure('writes of two tenants in turns: rows of the other', count * 4, '0', SEED)
})
