// @vitest-environment node
import { describe, expect, it } from 'vitest'
import { execute } from '../../src/core/execute.ts'
import type { InputOf, Operation } from '../../src/core/operation.ts'
import { createSandbox } from '../../src/entries/sandbox.ts'
import { listAutomations } from '../../src/resources/automations/operations.ts'
import { listEventLogs, listEvents } from '../../src/resources/events/operations.ts'
import type { EventLogEntry } from '../../src/resources/events/types.ts'
import {
  createIntegration,
  deleteIntegration,
  getIntegrationsMeta,
  listIntegrations,
  updateIntegrationStatus,
} from '../../src/resources/integrations/operations.ts'
import {
  getScheduledReport,
  listScheduledReportDestinations,
  listScheduledReports,
} from '../../src/resources/scheduled-reports/operations.ts'
import { figure } from '../figures.ts'
import { at } from './ask.ts'
import { createOracle } from './oracle/oracle.ts'
import { SEEDS } from './seeds.ts'
import { walk } from './walk.ts'

const DAY = 86_400
const seconds = (iso: string | null | undefined) => (iso ? at(iso) : null)

/** Which store's customers an integration hears of, in the words of the log. */
const STORE: Readonly<Record<string, string>> = {
  iOS: 'app_store',
  Android: 'play_store',
  Stripe: 'stripe',
}
/** Those of money alone are of attribution; storage gets files and not events. */
const takes = (provider: string) =>
  ['AppsFlyer', 'Branch'].includes(provider)
    ? 'price IS NOT NULL'
    : provider === 'Amazon S3'
      ? 'false'
      : 'true'

/** A business whose clock a test moves on, with SQL over all that has happened so far. */
function open(seed: number) {
  const clock = { at: at('2026-02-20T08:00:00Z') }
  const sandbox = createSandbox({
    seed,
    customers: 800,
    now: () => new Date(clock.at * 1000),
  })
  const ask = <Op extends Operation>(operation: Op, input: InputOf<Op>) =>
    execute(operation, input, sandbox)
  let oracle: { readonly at: number; readonly sql: ReturnType<typeof createOracle> } | undefined
  const query = <Row>(text: string): Row[] => {
    if (oracle?.at !== clock.at) {
      oracle?.sql.close()
      const now = new Date(clock.at * 1000)
      oracle = { at: clock.at, sql: createOracle(sandbox.log(), [], now) }
    }
    return oracle.sql.query(text) as unknown as Row[]
  }
  return { clock, ask, query, fetcher: sandbox.fetcher }
}

type Business = ReturnType<typeof open>

/** Moves the clock past `days` days to a moment at which every delivery is over: no event lies in the minutes before. */
function moveOn({ clock, query }: Business, days: number): void {
  const from = clock.at + days * DAY
  clock.at = from + DAY
  const [gap] = query<{ at: number }>(`
    SELECT at FROM (SELECT at, lead(at) OVER (ORDER BY event_id) AS next FROM log WHERE at >= ${from})
    WHERE next - at > 80 ORDER BY at LIMIT 1`)
  clock.at = gap!.at + 70
}

/** All entries of the log in [from, to), read day by day. */
async function entriesBetween(
  { fetcher }: Business,
  from: number,
  to: number,
): Promise<EventLogEntry[]> {
  const entries: EventLogEntry[] = []
  for (let start = from; start < to; start += DAY) {
    // Both ends of a window belong to a request: what lies on the end is the next one's.
    const window = { from: start, to: Math.min(to, start + DAY) }
    entries.push(...(await walk(listEventLogs, { limit: 100, ...window }, fetcher)).rows)
  }
  return entries
}

const eventOf = ({ id }: EventLogEntry) => Number(id?.split('.').at(-1))

/** What SQL says an integration is sent in [from, to). */
const due = (
  { query }: Business,
  { integration, target_platform }: { integration: string; target_platform: string },
  from: number,
  to: number,
) =>
  query<{ id: number }>(`
    SELECT event_id AS id FROM event JOIN customer USING (customer_id)
    WHERE event.environment = 1 AND event.at >= ${from} AND event.at < ${to}
      AND customer.store = '${STORE[target_platform]}' AND ${takes(integration)}
    ORDER BY event_id`).map(({ id }) => id)

describe.each(SEEDS)('what leaves the business of seed %i', (seed) => {
  it('is to each integration, since it was active, every event of its kinds in the log', async () => {
    const business = open(seed)
    const { ask, clock } = business
    moveOn(business, 0)
    const started = clock.at
    const made = []
    for (const given of [
      { title: 'PostHog', integration: 'posthog', target_platform: 'iOS' },
      { title: 'Branch', integration: 'branch', target_platform: 'Android' },
    ] as const) {
      const { id } = await ask(createIntegration, given)
      made.push(await ask(updateIntegrationStatus, { integration_id: id, status: 1 }))
    }
    const [events, money] = made
    moveOn(business, 3)
    const paused = clock.at
    await ask(updateIntegrationStatus, { integration_id: events!.id, status: 0 })
    await ask(deleteIntegration, { integration_id: money!.id })
    moveOn(business, 2)
    const entries = await entriesBetween(business, started, clock.at)
    const { data } = await ask(listIntegrations, {})
    expect(data.map(({ id }) => id)).not.toContain(money!.id)

    const sentTo = (id: string) =>
      entries
        .filter(({ uid }) => uid === id)
        .map(eventOf)
        .toSorted((a, b) => a - b)
    let equalities = 0
    for (const integration of [...data, money!]) {
      const { id, active } = integration
      const isOurs = made.some((one) => one.id === id)
      const until = isOurs ? paused : clock.at
      // Suspended long ago, and never active.
      const expected = active === 1 || isOurs ? due(business, integration, started, until) : []
      expect([id, sentTo(id)]).toEqual([id, expected])
      equalities++
    }
    expect(sentTo(events!.id).length).toBeGreaterThan(5)
    figure('deliveries of an integration = its events by SQL on the log', equalities, 'equal', seed)
  })

  it('is what each integration says of its last delivery, last error and errors in a row', async () => {
    const business = open(seed)
    moveOn(business, 0)
    const { ask, clock } = business
    const from = clock.at - 30 * DAY
    const entries = await entriesBetween(business, from, clock.at)
    const { data } = await ask(listIntegrations, {})
    const [report] = (await ask(listScheduledReports, {})).data
    const last = (times: readonly number[]) => (times.length > 0 ? Math.max(...times) : null)
    let equalities = 0
    for (const one of data.filter(
      ({ active, integration }) => active === 1 && takes(integration) !== 'false',
    )) {
      const own = entries.filter(({ uid }) => uid === one.id)
      const timesOf = (isGood: boolean) =>
        own
          .filter(({ is_success }) => is_success === isGood)
          .map(({ updated_at }) => seconds(updated_at)!)
      const good = last(timesOf(true))!
      const [slot] = business.query<{ at: number }>(
        `SELECT unixepoch(date(${clock.at}, 'unixepoch') || ' ${report!.send_at}') AS at`,
      )
      const sent = slot!.at > clock.at ? slot!.at - DAY : slot!.at
      const isSent = report!.destinations.some(({ id }) => id === one.id)
      expect([one.id, seconds(one.last_delivery_at)]).toEqual([
        one.id,
        isSent ? Math.max(good, sent) : good,
      ])
      const bad = last(timesOf(false))
      if (bad === null) expect(seconds(one.last_error_at) ?? 0).toBeLessThan(from)
      else {
        expect(seconds(one.last_error_at)).toBe(bad)
        const codes = own.filter(
          ({ updated_at, failed_code }) => failed_code !== null && seconds(updated_at) === bad,
        )
        expect(
          codes.some(({ failed_code }) => SAID[String(failed_code)]!.test(one.last_error_message!)),
        ).toBe(true)
      }
      expect(one.delivery_error_count).toBe(timesOf(false).filter((time) => time > good).length)
      equalities += 3
    }
    expect(equalities).toBe(27)
    figure(
      'an integration’s last delivery, last error, errors in a row = the delivery log',
      equalities,
      'equal',
      seed,
    )
  })

  it('stops where credentials are wrong, after the ten first events by SQL', async () => {
    const business = open(seed)
    const { ask, query } = business
    const { data } = await ask(listIntegrations, {})
    const suspended = data.find(({ active }) => active === 2)!
    const since = seconds(suspended.created_at)!
    const first = due(business, suspended, since, business.clock.at).slice(0, 10)
    const [end] = query<{ at: number }>(`SELECT at FROM event WHERE event_id = ${first.at(-1)}`)
    const entries = await entriesBetween(business, since, end!.at + 10 * DAY)
    const refused = entries.filter(({ uid }) => uid === suspended.id)
    expect(refused.map(eventOf).toSorted((a, b) => a - b)).toEqual(first)
    expect(new Set(refused.map(({ failed_code }) => failed_code))).toEqual(new Set(['http_401']))
    expect(suspended).toMatchObject({ delivery_error_count: 10, last_delivery_at: null })
    const times = refused.map(({ updated_at }) => seconds(updated_at)!)
    expect(seconds(suspended.last_error_at)).toBe(Math.max(...times))
    figure(
      'refusals before an integration is suspended = its ten first events by SQL',
      10,
      'equal',
      seed,
    )
  })

  it('are reports, as often as their time has come by SQL', async () => {
    const business = open(seed)
    const { ask, clock, query } = business
    const { data } = await ask(listScheduledReports, {})
    let equalities = 0
    for (const days of [0, 1, 10]) {
      clock.at += days * DAY
      for (const { id } of data) {
        const report = await ask(getScheduledReport, { report_id: id })
        const [{ runs } = { runs: -1 }] = query<{ runs: number }>(`
          WITH RECURSIVE slot (at) AS (
            SELECT unixepoch(date('${report.created_at}') || ' ${report.send_at}')
            UNION ALL SELECT at + 86400 FROM slot WHERE at + 86400 <= ${clock.at}
          )
          SELECT count(*) AS runs FROM slot WHERE at > unixepoch('${report.created_at}')`)
        expect([id, report.runs]).toEqual([id, report.status === 'active' ? runs : 0])
        equalities++
      }
    }
    figure('runs of a report = its times by SQL', equalities, 'equal', seed)
  })

  it('goes where the project has servers and storage, and starts with events that the log holds', async () => {
    const { ask, query } = open(seed)
    const { categories } = await ask(getIntegrationsMeta, {})
    const servers = new Set(
      categories.find(({ code }) => code === 'server')!.integrations.map(({ label }) => label),
    )
    const { data } = await ask(listIntegrations, {})
    const destinations = (await ask(listScheduledReportDestinations, {})).data
    expect(destinations.map(({ id }) => id)).toEqual(
      data.filter(({ integration }) => servers.has(integration)).map(({ id }) => id),
    )
    const catalog = new Map((await ask(listEvents, {})).data.map(({ id, code }) => [id, code]))
    const happened = new Set(
      query<{ type: string }>('SELECT DISTINCT type FROM event').map(({ type }) => type),
    )
    const started = (await ask(listAutomations, {})).data.flatMap(
      ({ data: { initiators } }) => initiators ?? [],
    )
    expect(started.length).toBeGreaterThan(3)
    expect(started.filter(({ uid }) => !happened.has(catalog.get(uid)!))).toEqual([])
    figure('events of automations are of the log by SQL', started.length, 'all', seed)
  })
})

/** What an integration says of a failure that the log has by its code. */
const SAID: Readonly<Record<string, RegExp>> = {
  http_500: /status 500/,
  timeout: /in time/,
  http_429: /status 429/,
  http_401: /status 401/,
}
