import type { InputOf, OutputOf } from '../../core/operation.ts'
import type {
  createScreen,
  deleteScreen,
  getScreen,
  getScreenAnalytics,
  getScreensAnalyticsOverview,
  listScreens,
  updateScreen,
} from './operations.ts'

/** Which page of the screens is asked for. */
export type ScreensInput = InputOf<typeof listScreens>
/** One page of the screens. */
export type ScreensAnswer = OutputOf<typeof listScreens>
/** A screen in its lean form. */
export type ScreenSummary = ScreensAnswer['data'][number]
/** Names one screen, and whether its content is wanted. */
export type ScreenInput = InputOf<typeof getScreen>
/** A screen as the API documents it, snake_case and untouched, without SDK keys. */
export type Screen = OutputOf<typeof getScreen>
/** Name of a screen to make. */
export type CreateScreenInput = InputOf<typeof createScreen>
/** The name that a screen shall have from now on. */
export type UpdateScreenInput = InputOf<typeof updateScreen>
/** The screen to copy, to publish or to remove. */
export type NamedScreenInput = InputOf<typeof deleteScreen>
/** What figures of one screen are asked for; instants in Unix seconds, `to` exclusive. */
export type ScreenAnalyticsInput = InputOf<typeof getScreenAnalytics>
/** Figures of one screen; rates are fractions. */
export type ScreenAnalytics = OutputOf<typeof getScreenAnalytics>
/** What figures of all screens are asked for; instants in Unix seconds, `to` exclusive. */
export type ScreensAnalyticsOverviewInput = InputOf<typeof getScreensAnalyticsOverview>
/** Figures of all screens together; `conversion` is a fraction. */
export type ScreensAnalyticsOverview = OutputOf<typeof getScreensAnalyticsOverview>
/** One figure of the range and of the range before it, with one number for each unit of time. */
export type ScreenKpi = NonNullable<
  NonNullable<NonNullable<ScreenAnalytics['data']>['kpis']>['purchases']
>
