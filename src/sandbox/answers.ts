import type { Answers } from './answer.types.ts'
import { automationAnswers } from './automations/answers.ts'
import { answerCohorts } from './cohorts/answer.ts'
import { answerCohortsMeta } from './cohorts/meta.ts'
import { customersAnswers } from './customers/answers.ts'
import { entitlementAnswers } from './entitlements/answers.ts'
import { eventAnswers } from './events/answers.ts'
import { experimentAnswers } from './experiments/answers.ts'
import { exportAnswers } from './exports/answers.ts'
import { integrationAnswers } from './integrations/answers.ts'
import { offeringsAnswers } from './offerings/answers.ts'
import { productsAnswers } from './products/answers.ts'
import { scheduledReportAnswers } from './scheduled-reports/answers.ts'
import { identityAnswers } from './identities/answers.ts'
import { projectSettingsAnswers } from './project-settings/answers.ts'
import { purchaseAnswers } from './purchases/answers.ts'
import { remoteConfigurationAnswers } from './remote-configurations/answers.ts'
import { screenAnswers } from './screens/answers.ts'
import { segmentAnswers } from './segments/answers.ts'
import { userAnswers } from './users/answers.ts'
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
  ...entitlementAnswers,
  ...eventAnswers,
  ...experimentAnswers,
  ...exportAnswers,
  ...integrationAnswers,
  ...offeringsAnswers,
  ...productsAnswers,
  ...scheduledReportAnswers,
  ...identityAnswers,
  ...projectSettingsAnswers,
  ...purchaseAnswers,
  ...remoteConfigurationAnswers,
  ...screenAnswers,
  ...segmentAnswers,
  ...userAnswers,
  ...cardAnswers,
  ...chartAnswers,
  ...currencyAnswers,
  ...insightAnswers,
  ...ltvAnswers,
}
