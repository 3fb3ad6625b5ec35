import { answerCohorts } from './cohorts/answer.ts'
import { answerCohortsMeta } from './cohorts/meta.ts'
import type { History } from './history.ts'

/** Computes one operation's answer from what has happened before `now` (unix seconds). Throws `Problem`. */
export type Answer = (history: History, input: Record<string, unknown>, now: number) => unknown

/** Every operation that the sandbox answers, by id. */
export const answers: Readonly<Record<string, Answer>> = {
  v4GetCohortAnalyticsData: answerCohorts,
  v4GetCohortAnalyticsMetadata: answerCohortsMeta,
}
