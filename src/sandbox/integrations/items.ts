import { DAY } from '../../core/calendar.ts'
import type { History } from '../history.ts'
import { Problem } from '../problem.ts'
import type { Collection, Resource, Store } from '../store.ts'
import type { Platform } from './providers.ts'

/** While an integration forwards what happens: from an instant on, up to another; null while it does. */
export interface Span {
  readonly from: number
  readonly to: number | null
  /** Its credentials are wrong: the provider refuses what it is sent. */
  readonly isRefused?: boolean
}

/** An integration as the sandbox keeps it. Instants in unix seconds. */
export interface IntegrationItem extends Resource {
  readonly title: string
  /** Slug of its provider. */
  readonly provider: string
  readonly platform: Platform
  readonly spans: readonly Span[]
  /** Which stream of outcomes its deliveries are drawn from. */
  readonly stream: number
  readonly isDeleted: boolean
  readonly created_at: number
  readonly updated_at: number
}

/** All integrations that ever were, deleted ones too: what they delivered stays in the log, and no id is given twice. */
export const integrationsEver = (history: History, store: Store): Collection<IntegrationItem> =>
  store.collection('integration', () => seeds(history))

/** The integrations of the project, in the order they were made. */
export const integrationsOf = (history: History, store: Store): readonly IntegrationItem[] =>
  integrationsEver(history, store)
    .list()
    .filter(({ isDeleted }) => !isDeleted)

/** One of them. Throws a 404, also for one that was deleted. */
export function integrationOf(history: History, store: Store, id: string): IntegrationItem {
  const item = integrationsEver(history, store).get(id)
  if (!item.isDeleted) return item
  throw new Problem('not_found', `The integration "${id}" was deleted.`)
}

/** The span that is still open. */
export const openSpan = ({ spans }: IntegrationItem): Span | undefined =>
  spans.find(({ to }) => to === null)

/** The spans with the open one ended. */
export const endedAt = ({ spans }: IntegrationItem, at: number): readonly Span[] =>
  spans.map((span) => (span.to === null ? { ...span, to: at } : span))

type Seed = readonly [
  id: string,
  provider: string,
  platform: Platform,
  title: string,
  stream: number,
  state?: 'paused' | 'refused',
]

const SEEDS: readonly Seed[] = [
  ['int-am-01', 'amplitude', 'iOS', 'Amplitude — Production iOS', 0],
  ['int-am-02', 'amplitude', 'Android', 'Amplitude — Production Android', 0],
  ['int-am-03', 'amplitude', 'Stripe', 'Amplitude — Production web', 0],
  ['int-af-01', 'appsflyer', 'iOS', 'AppsFlyer — iOS', 1],
  ['int-af-02', 'appsflyer', 'Android', 'AppsFlyer — Android', 1],
  ['int-af-03', 'appsflyer', 'Stripe', 'AppsFlyer — web', 1],
  ['int-wh-01', 'webhooks', 'iOS', 'Release alerts', 2],
  ['int-wh-02', 'webhooks', 'Android', 'Release alerts, Android', 2],
  ['int-wh-03', 'webhooks', 'Stripe', 'Release alerts, web', 2],
  ['int-s3-01', 'amazon_s3', 'iOS', 'Finance archive', 3],
  ['int-sl-01', 'slack', 'iOS', 'Sales channel', 4, 'paused'],
  ['int-mp-01', 'mixpanel', 'iOS', 'Mixpanel — Production iOS', 5, 'refused'],
]

/** What was made since begins its streams after those. */
export const FIRST_STREAM = 100

function seeds({ rows }: History): IntegrationItem[] {
  const [first] = rows
  if (!first) return []
  const opening = Math.floor(first.at / DAY) * DAY
  return SEEDS.map(([id, provider, platform, title, stream, state]) => ({
    id,
    title,
    provider,
    platform,
    spans: state === 'paused' ? [] : [{ from: opening, to: null, isRefused: state === 'refused' }],
    stream,
    isDeleted: false,
    created_at: opening,
    updated_at: opening,
  }))
}
