import type { Answers } from './answer.types.ts'
import { automationAnswers } from './automations/answers.ts'
import { answerCohorts } from './cohorts/answer.ts'
import { answerCohortsMeta } from './cohorts/meta.ts'
import { customersAnswers } from './customers/answers.ts'
import { eventAnswers } from './events/answers.ts'
import { experimentAnswers } from './experiments/answers.ts'
import { exportAnswers } from './exports/answers.ts'
import { integrationAnswers } from './integrations/answers.ts'
import { offeringsAnswers } from './offerings/answers.ts'
import { productsAnswers } from './products/answers.ts'
import { scheduledReportAnswers } from './scheduled-reports/answers.ts'
import { segmentAnswers } from './segments/answers.ts'
import { cardAnswers } from './cards/answer.ts'
import { chartAnswers } from './charts/answer.ts'
import { currencyAnswers } from './currencies/answer.ts'
import { insightAnswers } from './insights/answer.ts'
import { ltvAnswers } from './ltv/answer.ts'

const cohortAnswers: Answers = {
  v4GetCohortAnalyticsData: answerCohorts,
  v4GetCohortAnalyticsMetadata: answerCohortsMeta,
}

/** Every operation that the sandbox answers, by id. */
export const answers: Answers = {
  ...automationAnswers,
  ...cohortAnswers,
  ...customersAnswers,
  ...eventAnswers,
  ...experimentAnswers,
  ...exportAnswers,
  ...integrationAnswers,
  ...offeringsAnswers,
  ...productsAnswers,
  ...scheduledReportAnswers,
  ...segmentAnswers,
  ...cardAnswers,
  ...chartAnswers,
  ...currencyAnswers,
  ...insightAnswers,
  ...ltvAnswers,
}
