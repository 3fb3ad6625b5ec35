import { DAY } from '../../core/calendar.ts'
import type { InsightsInput } from '../../resources/insights/types.ts'
import type { Answers } from '../answer.types.ts'
import type { History } from '../history.ts'
import type { Store } from '../store.ts'
import { readFigures } from './figures.ts'
import { writeInsights, type Written } from './write.ts'

/** What was written once, kept until it is written again. */
interface Snapshot {
  readonly id: string
  /** Unix seconds. */
  readonly at: number
  readonly written: Written
}

const DEFAULT_PERIOD = 30

/**
 * Answers `v4GetAnalyticsInsights`: what is kept, or with `force` or when nothing is kept what is written now. A snapshot
 * of an earlier day is shown once more as stale while a new one is made. `cached_only` makes none.
 */
export function answerInsights(
  history: History,
  {
    period = DEFAULT_PERIOD,
    force = false,
    cached_only: cachedOnly,
    environment = 1,
  }: InsightsInput,
  now: number,
  store: Store,
) {
  const kept = store.collection<Snapshot>('insights snapshot')
  const id = `${environment} ${period}`
  const write = () =>
    kept.put({
      id,
      at: now,
      written: writeInsights(readFigures(history, period, environment, now), period),
    })
  const old = kept.has(id) ? kept.get(id) : undefined
  const isStale = old !== undefined && Math.floor(old.at / DAY) < Math.floor(now / DAY)
  if (cachedOnly && !old)
    return envelope(period, { health: null, is_cached: false, is_stale: false, insights: [] })
  if (!cachedOnly && (force || !old)) return told(period, write(), false, false)
  if (!cachedOnly && isStale) write()
  return told(period, old!, true, isStale && !cachedOnly)
}

const told = (period: number, { at, written }: Snapshot, isCached: boolean, isStale: boolean) =>
  envelope(period, {
    generated_at: new Date(Math.floor(at) * 1000).toISOString().replace('.000Z', '+00:00'),
    ...written,
    is_cached: isCached,
    is_stale: isStale,
  })

const envelope = (period: number, rest: object) => ({
  object: 'analytics_insights',
  url: '/v4/analytics/insights',
  period_days: period,
  ...rest,
})

/** Answers of the insights. */
export const insightAnswers: Answers = {
  v4GetAnalyticsInsights: (history, input, now, store) =>
    answerInsights(history, input, now, store),
}
