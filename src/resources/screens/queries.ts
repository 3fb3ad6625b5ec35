import type { QuerySource } from '../../react/ask.ts'
import {
  infiniteQuery,
  type InfiniteOperationQuery,
  type ListInput,
} from '../../react/infiniteQuery.ts'
import { operationQuery, type OperationQuery } from '../../react/operationQuery.ts'
import {
  getScreen,
  getScreenAnalytics,
  getScreensAnalyticsOverview,
  listScreens,
} from './operations.ts'
import type {
  ScreenAnalyticsInput,
  ScreenInput,
  ScreensAnalyticsOverviewInput,
  ScreensInput,
} from './types.ts'

/** The query behind `useScreens`, for prefetching on the server, route loaders and reads of the cache. */
export const screensQuery = (
  input: ScreensInput,
  source: QuerySource,
): OperationQuery<typeof listScreens> => operationQuery(listScreens, input, source)

/** The query behind `useInfiniteScreens`, for `prefetchInfiniteQuery`. */
export const infiniteScreensQuery = (
  input: ListInput<typeof listScreens>,
  source: QuerySource,
): InfiniteOperationQuery<typeof listScreens> => infiniteQuery(listScreens, input, source)

/** The query behind `useScreen`. */
export const screenQuery = (
  input: ScreenInput,
  source: QuerySource,
): OperationQuery<typeof getScreen> => operationQuery(getScreen, input, source)

/** The query behind `useScreenAnalytics`. */
export const screenAnalyticsQuery = (
  input: ScreenAnalyticsInput,
  source: QuerySource,
): OperationQuery<typeof getScreenAnalytics> => operationQuery(getScreenAnalytics, input, source)

/** The query behind `useScreensAnalyticsOverview`. */
export const screensAnalyticsOverviewQuery = (
  input: ScreensAnalyticsOverviewInput,
  source: QuerySource,
): OperationQuery<typeof getScreensAnalyticsOverview> =>
  operationQuery(getScreensAnalyticsOverview, input, source)
