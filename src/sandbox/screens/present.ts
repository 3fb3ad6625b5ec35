import type { ScreenSummary } from '../../resources/screens/types.ts'
import { isoInstant } from '../instant.ts'
import { Problem } from '../problem.ts'
import type { ScreenItem } from './model.ts'

/** Path of the section. */
export const SCREENS = '/v4/screens'

/** A screen that is not gone. Throws a 404. */
export function requireLiving(screen: ScreenItem): ScreenItem {
  if (screen.removed_at === null) return screen
  throw new Problem('not_found', `There is no screen "${screen.id}" any more.`)
}

/** Where a screen stands. */
export const statusOf = ({ published_at: at }: ScreenItem): 'published' | 'draft' =>
  at === null ? 'draft' : 'published'

/** A screen in its lean form at `now` (unix seconds). */
export const presentLean = (screen: ScreenItem, now: number): ScreenSummary => ({
  object: 'screen',
  id: screen.id,
  url: `${SCREENS}/${screen.id}`,
  name: screen.name,
  status: statusOf(screen),
  is_web: screen.type === 'web_flow',
  created_at: isoInstant(screen.created_at),
  updated_at: isoInstant(Math.min(screen.updated_at, now)),
  type: screen.type,
  context_key: screen.context_key,
})

/** The same with what an app needs to draw it; the keys are made up and open nothing. */
export function presentFull(screen: ScreenItem, now: number) {
  const { content } = screen
  return {
    ...presentLean(screen, now),
    prod_key: 'app_key_prod_demo',
    sandbox_key: 'app_key_test_demo',
    ...(content && {
      background: content.background,
      default_lang: 'en',
      configs: { version: 1 },
      content: content.texts,
      used: content.products,
    }),
  }
}
