export { CohortPanel, type CohortPanelProps } from '../resources/cohorts/CohortPanel.tsx'
export {
  initialPanelView,
  panelQuestion,
  readPanelView,
  type CohortPanelView,
} from '../resources/cohorts/panelView.model.ts'
export type { ExactRange, FixedRange, RangeChoice, RelativeRange } from '../core/ranges.ts'
export type { StoredView } from '../core/viewParts.ts'
export {
  browserAddress,
  useViewInUrl,
  type AddressAdapter,
  type ViewInUrl,
} from '../ui/useViewInUrl.ts'
export { decodeView, writeView } from '../ui/viewAddress.ts'
