'use client'
import { createQueryHook, type QueryHook } from '../../react/createQueryHook.ts'
import { createSuspenseHook, type SuspenseHook } from '../../react/createSuspenseHook.ts'
import { getChart, getChartMeta } from './operations.ts'

/** The time series of one chart: revenue, recurring revenue, subscriptions, trials or users over a range. */
export const useChart: QueryHook<typeof getChart> = /* @__PURE__ */ createQueryHook(getChart)

/** `useChart` that suspends. */
export const useSuspenseChart: SuspenseHook<typeof getChart> =
  /* @__PURE__ */ createSuspenseHook(getChart)

/** What one chart may be asked for: drawing types, units, splits and the project's filter attributes. */
export const useChartMeta: QueryHook<typeof getChartMeta> =
  /* @__PURE__ */ createQueryHook(getChartMeta)

/** `useChartMeta` that suspends. */
export const useSuspenseChartMeta: SuspenseHook<typeof getChartMeta> =
  /* @__PURE__ */ createSuspenseHook(getChartMeta)
