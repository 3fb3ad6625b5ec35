import { createDraw } from '../experiments/assign.ts'
import type { LogRow } from '../log.ts'
import type { ScreenItem } from './model.ts'

/** The context key of the screen that a customer meets: by how they came and what they were offered, which the first row of each says. */
function placeOf({ store, first_product: offer }: LogRow): string {
  if (store === 'stripe') return 'web_funnel'
  if (offer === 'pro_monthly') return 'pro_offer'
  return offer === 'credits_100' ? 'credit_shop' : 'onboarding_main'
}

/**
 * Tells which screen a customer met at their first sight of the app, by the first row of each; undefined where none was published. Screens
 * published under one context key share the people who come there evenly, from the moment of publishing until they are removed.
 */
export function createAudience(
  screens: readonly ScreenItem[],
): (first: LogRow) => ScreenItem | undefined {
  const draw = createDraw('screens', 'split')
  return (first) => {
    const place = placeOf(first)
    const shown = screens.filter(
      ({ context_key: key, published_at: from, removed_at: to }) =>
        key === place && from !== null && from <= first.at && (to === null || first.at < to),
    )
    return shown.length > 1 ? shown[Math.floor(draw(first.customer_id) * shown.length)] : shown[0]
  }
}
