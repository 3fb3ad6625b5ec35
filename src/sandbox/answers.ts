import type { Answers } from './answer.types.ts'
import { answerCohorts } from './cohorts/answer.ts'
import { answerCohortsMeta } from './cohorts/meta.ts'
import { customersAnswers } from './customers/answers.ts'
import { eventAnswers } from './events/answers.ts'
import { exportAnswers } from './exports/answers.ts'
import { offeringsAnswers } from './offerings/answers.ts'
import { productsAnswers } from './products/answers.ts'
import { segmentAnswers } from './segments/answers.ts'

const cohortAnswers: Answers = {
  v4GetCohortAnalyticsData: answerCohorts,
  v4GetCohortAnalyticsMetadata: answerCohortsMeta,
}

/** Every operation that the sandbox answers, by id. */
export const answers: Answers = {
  ...cohortAnswers,
  ...customersAnswers,
  ...eventAnswers,
  ...exportAnswers,
  ...offeringsAnswers,
  ...productsAnswers,
  ...segmentAnswers,
}
