import { DAY } from '../../core/calendar.ts'
import { configurationId } from '../experiments/ids.ts'
import type { Design } from '../experiments/model.ts'
import type { History } from '../history.ts'
import { isSimulated } from '../products/seed.ts'
import { SCREEN_IDS } from '../screens/seed.ts'
import type { Rule } from '../segments/select.ts'
import type { Collection, Store } from '../store.ts'
import type { ConfigurationItem, Pin } from './model.ts'

/** The remote configurations of the project, the oldest first; a shop's purchase log begins with none. */
export const configurationsIn = (store: Store, history: History): Collection<ConfigurationItem> =>
  store.collection('remote configuration', () => (isSimulated(history) ? seed(history) : []))

/** Users pinned to configurations, who was pinned last at the end. */
export const pinsIn = (store: Store): Collection<Pin> =>
  store.collection('pinned remote configuration')

/** The id of the n-th configuration that is made; those of the business come before. */
export const mintedId = (number: number): string => configurationId(MINTED, number)

type Seed = Pick<ConfigurationItem, 'name' | 'status' | 'context_key' | 'payload' | 'mapping'> &
  Partial<Pick<ConfigurationItem, 'segment_percent' | 'segmentation_conditions'>>

const rule = (metric: string, value: string): Rule => ({
  metric,
  comparator: 'eq',
  value,
  negate: false,
})

const ONBOARDING = { title: 'String', skippable: 'Bool' } as const

/** Configurations that stand for themselves, made in the first days of the business. */
const OWN: readonly Seed[] = [
  {
    name: 'Welcome copy of the first version',
    status: 'archived',
    context_key: 'welcome',
    payload: { title: 'Hello' },
    mapping: { title: 'String' },
  },
  {
    name: 'Main paywall',
    status: 'active',
    context_key: 'main_paywall',
    payload: {
      title: 'Unlock everything',
      button_color: '#E4572E',
      show_reviews: true,
      steps: 5,
      faq: { entries: [{ question: 'Can I cancel?', answer: 'At any time.' }] },
      products: ['premium_yearly', 'premium_monthly', 'premium_weekly'],
      screen: [SCREEN_IDS.main],
    },
    mapping: {
      title: 'String',
      button_color: 'Color',
      show_reviews: 'Bool',
      steps: 'Number',
      faq: 'Json',
      products: 'Products',
      screen: 'Screens',
    },
  },
  {
    name: 'Onboarding copy',
    status: 'active',
    context_key: 'onboarding',
    payload: { title: 'Welcome', skippable: true },
    mapping: ONBOARDING,
  },
  {
    name: 'Onboarding copy, Germany',
    status: 'active',
    context_key: 'onboarding',
    payload: { title: 'Willkommen', skippable: true },
    mapping: ONBOARDING,
    segmentation_conditions: [rule('country', 'DE')],
  },
  {
    name: 'Win back',
    status: 'active',
    context_key: 'winback',
    payload: { discount: 0.5, products: ['premium_yearly'] },
    mapping: { discount: 'Number', products: 'Products' },
    segmentation_conditions: [rule('environment', 'prod'), rule('status', 'churned')],
    segment_percent: 50,
  },
  { name: 'Holiday theme', status: 'draft', context_key: null, payload: {}, mapping: {} },
]

/** What the groups of each experiment are handed out, by its alias. */
const VARIANTS: Readonly<
  Record<
    string,
    {
      readonly mapping: ConfigurationItem['mapping']
      readonly payloads: readonly ConfigurationItem['payload'][]
    }
  >
> = {
  paywall_layout: {
    mapping: { layout: 'String', steps: 'Number', show_reviews: 'Bool' },
    payloads: [
      { layout: 'full', steps: 5, show_reviews: true },
      { layout: 'short', steps: 2, show_reviews: false },
    ],
  },
  onboarding_aa: {
    mapping: ONBOARDING,
    payloads: [
      { title: 'Welcome', skippable: true },
      { title: 'Welcome', skippable: true },
    ],
  },
  trial_or_instant: {
    mapping: { trial_days: 'Number', products: 'Products' },
    payloads: [
      { trial_days: 7, products: ['premium_monthly'] },
      { trial_days: 0, products: ['premium_monthly'] },
    ],
  },
  welcome_video: {
    mapping: { media: 'String', autoplay: 'Bool' },
    payloads: [
      { media: 'picture', autoplay: false },
      { media: 'video', autoplay: true },
    ],
  },
}

function seed(history: History): ConfigurationItem[] {
  const opening = Math.floor((history.rows[0]?.at ?? 0) / DAY) * DAY
  const own = OWN.map((fields, index) =>
    create(configurationId(OWN_ID, index), fields, opening + index * DAY),
  )
  return [...own, ...history.experiments.flatMap(variantsOf)].toSorted(
    (a, b) => a.created_at - b.created_at,
  )
}

function variantsOf({ experiment, groups }: Design): ConfigurationItem[] {
  const { mapping = {}, payloads = [] } = VARIANTS[experiment.alias_id] ?? {}
  const { context_key, created_at, updated_at } = experiment
  const status = experiment.status === 'finished' ? 'archived' : 'active'
  return groups.flatMap(({ remote_config_uid: id, name: group }, index) => {
    if (id === null) return []
    const name = `${experiment.name}: ${group}`
    const fields = { name, status, context_key, payload: payloads[index] ?? {}, mapping } as const
    return create(id, fields, created_at, updated_at)
  })
}

/** A configuration made and last changed at instants, in unix seconds. */
export const create = (
  id: string,
  { segment_percent = 100, segmentation_conditions = [], ...fields }: Seed,
  created_at: number,
  updated_at = created_at,
): ConfigurationItem => ({
  id,
  ...fields,
  segment_percent,
  segmentation_conditions,
  created_at,
  updated_at,
})

const OWN_ID = 901
const MINTED = 902
