import type { ExperimentPlan } from 'qonversion-react/components'
import { SUMMARY_METRICS } from 'qonversion-react/components'
import * as v from 'valibot'

/** Plans of one project by the id of their experiment. The API has no place for them: a real host has a table. */
export type Plans = Map<string, ExperimentPlan>

const metric = (id: string) => SUMMARY_METRICS[id]!

/** In 1,000 users: refunds are too rare for a test of these sizes to show that they are not half as many more. */
const REFUND_MARGIN = 5 / 1000

const BASE = {
  engine: 'sequential',
  alpha: 0.05,
  minDays: 14,
  minEffect: 0.02,
  guardrails: [{ ...metric('refunds'), absoluteMargin: REFUND_MARGIN }],
} as const

/** What was planned for the experiments of the simulated business before they started, by alias. */
export const PLANNED: Readonly<Record<string, ExperimentPlan>> = {
  paywall_layout: {
    ...BASE,
    outcomeWindow: 10,
    plannedUsers: 9000,
    primary: metric('user_to_paid'),
    secondary: [metric('sales')],
  },
  onboarding_aa: {
    ...BASE,
    outcomeWindow: 10,
    plannedUsers: 4000,
    primary: metric('user_to_paid'),
    secondary: [metric('sales')],
  },
  trial_or_instant: {
    ...BASE,
    outcomeWindow: 40,
    plannedUsers: 6000,
    primary: metric('sales'),
    secondary: [metric('user_to_paid')],
    guardrails: [],
  },
  welcome_video: {
    ...BASE,
    outcomeWindow: 3,
    plannedUsers: 6000,
    primary: { ...metric('user_to_trial'), isDelayed: false },
  },
}

const some = v.pipe(v.number(), v.finite(), v.minValue(0))
const planMetric = v.looseObject({
  id: v.pipe(v.string(), v.maxLength(100)),
  kind: v.picklist(['proportion', 'mean', 'ratio']),
})

/** What a plan must be for `analyze`; the rest of it is the page's. */
export const planShape = v.looseObject({
  engine: v.picklist(['sequential', 'fixed', 'bayesian']),
  alpha: v.pipe(some, v.gtValue(0), v.ltValue(1)),
  outcomeWindow: some,
  plannedUsers: v.pipe(some, v.minValue(1)),
  primary: planMetric,
  secondary: v.optional(v.array(planMetric)),
  guardrails: v.optional(v.array(planMetric)),
  minDays: v.optional(some),
  minEffect: v.optional(some),
  cap: v.optional(some),
})
