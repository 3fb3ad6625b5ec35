export { CohortPanel, type CohortPanelProps } from '../resources/cohorts/CohortPanel.tsx'
export {
  initialPanelView,
  panelQuestion,
  type CohortPanelView,
} from '../resources/cohorts/panelView.model.ts'
