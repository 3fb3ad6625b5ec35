import { describe, expectTypeOf, it } from 'vitest'
import {
  useCard,
  useChart,
  useInsights,
  useLtv,
  type ChartAnswer,
  type ChartCode,
} from '../../src/entries/index.ts'

describe('analytics hooks', () => {
  it('take the 25 codes that the API answers, and no chart that it defers', () => {
    expectTypeOf<'mrr' | 'user-to-trial-conversion'>().toExtend<ChartCode>()
    expectTypeOf<ChartCode>().extract<'events' | 'cohort-revenue' | 'refund-keeper'>().toBeNever()
    // @ts-expect-error a deferred chart is a 404 by design
    useChart({ chart_code: 'events' })
    // @ts-expect-error which chart is not optional
    useChart({ unit: 'day' })
  })

  it('take the one card that is published', () => {
    useCard({ card_code: 'realtime' })
    // @ts-expect-error other codes are the vendor's own
    useCard({ card_code: 'internal' })
  })

  it('ask for nothing where everything is optional', () => {
    useLtv()
    useInsights()
    useInsights({ period: 7, force: true })
  })

  it('know a point that may be missing its value', () => {
    expectTypeOf<ChartAnswer['series'][number]['data'][number]['value']>().toEqualTypeOf<
      number | null
    >()
  })
})
