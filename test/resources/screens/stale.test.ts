// @vitest-environment node
import { QueryClient, QueryObserver } from '@tanstack/react-query'
import { expect, it } from 'vitest'
import type { Operation } from '../../../src/core/operation.ts'
import { createSandbox } from '../../../src/entries/sandbox.ts'
import { write } from '../../../src/react/write.ts'
import {
  experimentGroupsQuery,
  experimentsQuery,
} from '../../../src/resources/experiments/queries.ts'
import * as configurations from '../../../src/resources/remote-configurations/operations.ts'
import {
  remoteConfigurationPayloadMappingQuery,
  remoteConfigurationPayloadQuery,
  remoteConfigurationQuery,
  remoteConfigurationsQuery,
} from '../../../src/resources/remote-configurations/queries.ts'
import * as screens from '../../../src/resources/screens/operations.ts'
import {
  screenAnalyticsQuery,
  screenQuery,
  screensAnalyticsOverviewQuery,
  screensQuery,
} from '../../../src/resources/screens/queries.ts'

const screen_id = 'scr_main_paywall'
const SINCE = { from: Date.parse('2024-01-01') / 1000 }

/** Everything that reads configurations, screens, or what names them, in view, over a business of its own. */
async function open() {
  const sandbox = createSandbox({ seed: 1, now: new Date('2026-04-22'), customers: 100 })
  const { fetcher } = sandbox
  const client = new QueryClient()
  const source = { fetcher, scope: 'acme' }
  const { data: experiments } = await client.fetchQuery(experimentsQuery(source))
  const { data: groups } = await client.fetchQuery(
    experimentGroupsQuery({ experiment_id: experiments[0]!.id }, source),
  )
  const config_id = groups[0]!.remote_config_uid!
  const user_id = sandbox.log()[0]!.customer_id
  const queries = (scope: string) => {
    const of = { fetcher, scope }
    return [
      remoteConfigurationsQuery({ limit: 100 }, of),
      remoteConfigurationQuery({ config_id }, of),
      remoteConfigurationPayloadQuery({ config_id }, of),
      remoteConfigurationPayloadMappingQuery({ config_id }, of),
      experimentGroupsQuery({ experiment_id: experiments[0]!.id }, of),
      screensQuery({}, of),
      screenQuery({ screen_id }, of),
      screenAnalyticsQuery({ screen_id, ...SINCE }, of),
      screensAnalyticsOverviewQuery(SINCE, of),
    ]
  }
  const watch = async (scope: string) => {
    const observers = queries(scope).map(
      (query) => new QueryObserver(client, { ...query, retry: false } as never),
    )
    for (const observer of observers) observer.subscribe(() => undefined)
    await Promise.all(observers.map((observer) => observer.refetch({ cancelRefetch: false })))
    return () => observers.map((observer) => observer.getCurrentResult())
  }
  const shown = await watch('acme')
  return { client, source, watch, shown, names: { config_id, user_id } }
}

const writes: readonly (readonly [
  Operation,
  (names: { config_id: string; user_id: string }) => object,
])[] = [
  [configurations.createRemoteConfiguration, () => ({ name: 'New' })],
  [configurations.updateRemoteConfiguration, ({ config_id }) => ({ config_id, name: 'Other' })],
  [configurations.deleteRemoteConfiguration, ({ config_id }) => ({ config_id })],
  [
    configurations.changeRemoteConfigurationStatus,
    ({ config_id }) => ({ config_id, status: 'archived' }),
  ],
  [
    configurations.replaceRemoteConfigurationPayload,
    ({ config_id }) => ({ config_id, data: { a: 1 } }),
  ],
  [
    configurations.setRemoteConfigurationPayloadMapping,
    ({ config_id }) => ({ config_id, data: { a: 'Number' } }),
  ],
  [configurations.attachUserToRemoteConfiguration, (names) => names],
  [screens.createScreen, () => ({ name: 'New' })],
  [screens.updateScreen, () => ({ screen_id, name: 'Other' })],
  [screens.duplicateScreen, () => ({ screen_id })],
  [screens.publishScreen, () => ({ screen_id: 'scr_holiday_paywall' })],
  [screens.deleteScreen, () => ({ screen_id: 'scr_credit_shop' })],
]

it.each(writes.map(([operation, input]) => [operation.id, operation, input] as const))(
  'after %s everything in view is what the server says',
  async (_, operation, inputOf) => {
    const { client, source, watch, shown, names } = await open()
    const before = shown().map(({ data }) => data)
    expect(before.every((data) => data !== undefined)).toBe(true)
    await write(operation, inputOf(names), source, client)
    const after = shown()
    // Another scope has never asked before: it is told what is so now.
    const fresh = (await watch('acme after'))()
    for (const [index, { data, error, isFetching }] of after.entries()) {
      const { data: now, error: trouble } = fresh[index]!
      expect(isFetching).toBe(false)
      if (trouble) expect(error).toMatchObject({ status: (trouble as { status?: number }).status })
      else expect(data).toEqual(now)
    }
    client.clear()
  },
)
