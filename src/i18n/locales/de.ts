import type { Messages } from '../messages.ts'
import { charts } from './de/charts.ts'
import { cohortActions } from './de/cohortActions.ts'
import { cohortCompare } from './de/cohortCompare.ts'
import { cohortCopy } from './de/cohortCopy.ts'
import { cohortHints } from './de/cohortHints.ts'
import { cohortMore } from './de/cohortMore.ts'
import { cohorts } from './de/cohorts.ts'
import { common } from './de/common.ts'
import { controls } from './de/controls.ts'
import { experimentActions } from './de/experimentActions.ts'
import { experimentList } from './de/experimentList.ts'
import { experimentMetrics } from './de/experimentMetrics.ts'
import { experimentOpen } from './de/experimentOpen.ts'
import { experimentPanel } from './de/experimentPanel.ts'
import { experimentPlanChange } from './de/experimentPlanChange.ts'
import { experimentResults } from './de/experimentResults.ts'
import { experimentForm } from './de/experimentForm.ts'
import { experimentSentences } from './de/experimentSentences.ts'
import { experiments } from './de/experiments.ts'
import { ltv } from './de/ltv.ts'
import { ltvPanel } from './de/ltvPanel.ts'
import { moreControls } from './de/moreControls.ts'
import { samplePlanner } from './de/samplePlanner.ts'
import { toolbar } from './de/toolbar.ts'

/** The German texts, whole: `messages={de}` on the provider, beside `locale="de-DE"`. */
export const de: Messages = {
  ...common,
  ...controls,
  ...toolbar,
  ...moreControls,
  ...cohorts,
  ...cohortHints,
  ...cohortActions,
  ...cohortCopy,
  ...cohortMore,
  ...cohortCompare,
  ...charts,
  ...experiments,
  ...experimentSentences,
  ...experimentActions,
  ...experimentList,
  ...experimentMetrics,
  ...experimentOpen,
  ...experimentPanel,
  ...experimentPlanChange,
  ...experimentResults,
  ...experimentForm,
  ...samplePlanner,
  ...ltv,
  ...ltvPanel,
}
