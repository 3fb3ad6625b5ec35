import { DAY } from '../../core/calendar.ts'
import type { Automation } from '../../resources/automations/types.ts'
import { eventTypeId } from '../events/catalog.ts'
import type { History } from '../history.ts'
import type { EventType } from '../log.ts'
import { isSimulated } from '../products/seed.ts'
import type { Collection, Resource, Store } from '../store.ts'

/** What starts an automation, for whom, and what it shows. */
export interface Data {
  /** Null is every platform. */
  readonly platform: 'iOS' | 'Android' | null
  /** Events by their number in the catalog. */
  readonly initiators: readonly { readonly uid: string; readonly type: 'event' }[]
  readonly actions: { readonly push?: string; readonly screen?: string }
  /** Id of one segment; null is everyone. */
  readonly segments: string | null
}

/** An automation as the sandbox keeps it; `made_at` in unix seconds. */
export interface AutomationItem extends Resource {
  readonly name: string
  readonly caption: string
  readonly status: string
  readonly data: Data
  readonly made_at: number
}

/** The automations of the project, in the order they were made; a shop's purchase log begins with none. */
export const automationsIn = (history: History, store: Store): Collection<AutomationItem> =>
  store.collection('automation', () => seeds(history))

/** An automation as the API has it. */
export const present = ({ id, name, caption, status, data }: AutomationItem): Automation => ({
  object: 'automation',
  id,
  url: `/v4/automations/${id}`,
  name,
  caption,
  status,
  data: {
    platform: data.platform,
    initiators: data.initiators.map((one) => ({ ...one })),
    actions: { ...data.actions },
    segments: data.segments,
    type: 'event',
  },
})

interface Seed {
  readonly id: string
  readonly name: string
  readonly caption: string
  readonly status: string
  readonly event: EventType
  readonly platform?: 'iOS' | 'Android'
  readonly actions: Data['actions']
  readonly segment?: string
}

const PUSH = 'nCRUE7SW'
/** The paywall that every app shows first. */
const SCREEN = 'scr_main_paywall'

const SEEDS: readonly Seed[] = [
  {
    id: 'auto-welcome',
    name: 'Welcome Flow',
    caption: 'Says welcome to whoever starts a trial',
    status: 'active',
    event: 'trial_started',
    platform: 'iOS',
    actions: { push: PUSH, screen: SCREEN },
  },
  {
    id: 'auto-winback',
    name: 'Stay with us',
    caption: 'An offer to subscribers who turn renewal off',
    status: 'active',
    event: 'subscription_canceled',
    actions: { screen: SCREEN },
    segment: 'premium-users',
  },
  {
    id: 'auto-retry',
    name: 'Payment failed',
    caption: 'Asks for another means of payment',
    status: 'paused',
    event: 'subscription_billing_retry',
    platform: 'Android',
    actions: { push: PUSH },
  },
  {
    id: 'auto-credits',
    name: 'Thanks for the credits',
    caption: '',
    status: 'inactive',
    event: 'in_app_purchase',
    actions: { push: PUSH },
    segment: 'never-paid',
  },
  {
    // Made by a newer version, in a state that this one cannot name.
    id: 'auto-draft',
    name: 'Second trial',
    caption: 'Not finished',
    status: 'unknown',
    event: 'trial_expired',
    actions: { screen: SCREEN },
  },
]

function seeds(history: History): AutomationItem[] {
  const [first] = history.rows
  if (!first || !isSimulated(history)) return []
  const made_at = Math.floor(first.at / DAY) * DAY
  return SEEDS.map(({ id, name, caption, status, event, platform, actions, segment }) => ({
    id,
    name,
    caption,
    status,
    data: {
      platform: platform ?? null,
      initiators: [{ uid: eventTypeId(event), type: 'event' }],
      actions,
      segments: segment ?? null,
    },
    made_at,
  }))
}
