import { DAY } from '../../core/calendar.ts'
import type { History } from '../history.ts'
import { isSimulated } from '../products/seed.ts'
import { hash } from '../random.ts'
import type { Collection, Store } from '../store.ts'
import type { ScreenItem } from './model.ts'

/** Screens of the business that other things name. */
export const SCREEN_IDS = { main: 'scr_main_paywall' } as const

/** The screens of the project, those that are gone too, the oldest first; a shop's purchase log begins with none. */
export const allScreensIn = (store: Store, history: History): Collection<ScreenItem> =>
  store.collection('screen', () => (isSimulated(history) ? seed(history) : []))

/** The id of the n-th screen that is made. */
export const screenId = (number: number): string =>
  `scr_${hash(MINTED, number).toString(16).padStart(8, '0')}`

type Seed = Pick<ScreenItem, 'id' | 'name' | 'type' | 'context_key' | 'content'> & {
  readonly isDraft?: true
}

const texts = (title: string, button: string) => ({ en: { title, button } })

const SCREENS: readonly Seed[] = [
  {
    id: SCREEN_IDS.main,
    name: 'Main paywall',
    type: 'paywall',
    context_key: 'onboarding_main',
    content: {
      background: 'linear-gradient(#fff4ec, #ffffff)',
      texts: { ...texts('Unlock everything', 'Go on'), de: { title: 'Alles', button: 'Weiter' } },
      products: ['premium_yearly', 'premium_monthly', 'premium_weekly'],
    },
  },
  {
    id: 'scr_pro_offer',
    name: 'Pro offer',
    type: 'paywall',
    context_key: 'pro_offer',
    content: {
      background: '#10131a',
      texts: texts('For professionals', 'Get Pro'),
      products: ['pro_monthly'],
    },
  },
  {
    id: 'scr_credit_shop',
    name: 'Credit shop',
    type: 'paywall',
    context_key: 'credit_shop',
    content: {
      background: '#ffffff',
      texts: texts('100 credits', 'Buy'),
      products: ['credits_100'],
    },
  },
  {
    id: 'scr_web_funnel',
    name: 'Web funnel',
    type: 'web_flow',
    context_key: 'web_funnel',
    content: {
      background: '#f6f7fb',
      texts: texts('Three questions first', 'Start'),
      products: ['premium_yearly', 'premium_monthly'],
    },
  },
  {
    id: 'scr_holiday_paywall',
    name: 'Holiday paywall',
    type: 'paywall',
    context_key: 'onboarding_main',
    content: {
      background: '#0b3d2e',
      texts: texts('Our gift to you', 'Unwrap it'),
      products: ['premium_yearly'],
    },
    isDraft: true,
  },
  {
    id: 'scr_untitled',
    name: 'Untitled',
    type: null,
    context_key: null,
    content: null,
    isDraft: true,
  },
]

/** Made in the days before the business opened, and published when it did. */
function seed({ rows }: History): ScreenItem[] {
  const opening = Math.floor((rows[0]?.at ?? 0) / DAY) * DAY
  return SCREENS.map(({ isDraft, ...fields }, index) => {
    const made = create(fields, opening - (SCREENS.length - index) * DAY)
    return isDraft ? made : publish(made, opening)
  })
}

/** A draft made at an instant, in unix seconds. */
export const create = (fields: Omit<Seed, 'isDraft'>, created_at: number): ScreenItem => ({
  ...fields,
  published_at: null,
  removed_at: null,
  created_at,
  updated_at: created_at,
})

/** A screen as people see it from an instant on, in unix seconds; one that they saw already has been seen since then. */
export const publish = (screen: ScreenItem, at: number): ScreenItem => ({
  ...screen,
  published_at: screen.published_at ?? at,
  updated_at: at,
})

const MINTED = 903
