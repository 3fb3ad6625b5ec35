import { charts } from './en/charts.ts'
import { cohortActions } from './en/cohortActions.ts'
import { cohortCompare } from './en/cohortCompare.ts'
import { cohortCopy } from './en/cohortCopy.ts'
import { cohortHints } from './en/cohortHints.ts'
import { cohortMore } from './en/cohortMore.ts'
import { cohorts } from './en/cohorts.ts'
import { common } from './en/common.ts'
import { controls } from './en/controls.ts'
import { experimentActions } from './en/experimentActions.ts'
import { experimentList } from './en/experimentList.ts'
import { experimentMetrics } from './en/experimentMetrics.ts'
import { experimentOpen } from './en/experimentOpen.ts'
import { experimentPanel } from './en/experimentPanel.ts'
import { experimentPlanChange } from './en/experimentPlanChange.ts'
import { experimentResults } from './en/experimentResults.ts'
import { experimentForm } from './en/experimentForm.ts'
import { experimentSentences } from './en/experimentSentences.ts'
import { experiments } from './en/experiments.ts'
import { ltv } from './en/ltv.ts'
import { ltvPanel } from './en/ltvPanel.ts'
import { moreControls } from './en/moreControls.ts'
import { samplePlanner } from './en/samplePlanner.ts'
import { toolbar } from './en/toolbar.ts'

/** The English texts: source of the keys for every language. `{name}` marks what is filled in. */
export const en = {
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
} as const
