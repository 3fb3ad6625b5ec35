export {
  SampleSizePlannerPanel,
  type SampleSizePlannerPanelProps,
} from '../panels/SampleSizePlannerPanel.tsx'
export { CohortPanel, type CohortPanelProps } from '../resources/cohorts/CohortPanel.tsx'
export {
  initialPanelView,
  panelQuestion,
  readPanelView,
  type CohortPanelView,
} from '../resources/cohorts/panelView.model.ts'
export {
  ExperimentActionsPanel,
  type ExperimentActionsPanelProps,
} from '../resources/experiments/ExperimentActionsPanel.tsx'
export {
  ExperimentsPanel,
  type ExperimentsPanelProps,
} from '../resources/experiments/ExperimentsPanel.tsx'
export {
  initialExperimentsView,
  readExperimentsView,
  type ExperimentsView,
} from '../resources/experiments/experimentsView.model.ts'
export { experimentsQuestion } from '../resources/experiments/figures.model.ts'
export {
  ExperimentFormPanel,
  type ExperimentFormPanelProps,
} from '../resources/experiments/ExperimentFormPanel.tsx'
export { LtvPanel, type LtvPanelProps } from '../resources/ltv/LtvPanel.tsx'
export {
  initialLtvView,
  ltvQuestion,
  readLtvView,
  type CostKey,
  type HostCosts,
  type LtvView,
} from '../resources/ltv/ltvView.model.ts'
export type { ExactRange, FixedRange, RangeChoice, RelativeRange } from '../core/ranges.ts'
export type { StoredView } from '../core/viewParts.ts'
export {
  browserAddress,
  useViewInUrl,
  type AddressAdapter,
  type ViewInUrl,
} from '../ui/useViewInUrl.ts'
export { decodeView, writeView } from '../ui/viewAddress.ts'
export { preloadParts } from '../ui/sentPart.tsx'
