import type { Answers } from './answer.types.ts'
import { answerCohorts } from './cohorts/answer.ts'
import { answerCohortsMeta } from './cohorts/meta.ts'

const cohortAnswers: Answers = {
  v4GetCohortAnalyticsData: answerCohorts,
  v4GetCohortAnalyticsMetadata: answerCohortsMeta,
}

/** Every operation that the sandbox answers, by id. */
export const answers: Answers = { ...cohortAnswers }
