export { createTexts } from '../i18n/createTexts.ts'
export { toProblem, type QueryProblem } from '../react/problem.ts'
export { CohortHeatmap, type CohortHeatmapProps } from '../resources/cohorts/CohortHeatmap.tsx'
export type { CohortChartAction, CohortPosition } from '../resources/cohorts/cohortPosition.ts'
export type { CurvesBy } from '../resources/cohorts/curves.model.ts'
export {
  RetentionCurves,
  type RetentionCurvesProps,
} from '../resources/cohorts/RetentionCurves.tsx'
export { CohortTable, type CohortTableProps } from '../resources/cohorts/CohortTable.tsx'
export type {
  CohortCellAction,
  CohortCellMenu,
  CohortColumnAction,
  CohortInteraction,
} from '../resources/cohorts/useCohortInteraction.ts'
export {
  useInteractiveTable,
  type InteractiveTable,
  type InteractiveTableOptions,
} from '../resources/cohorts/useInteractiveTable.ts'
export type { CohortAnnotation } from '../resources/cohorts/annotations.model.ts'
export { describeGrid, type DescribeOptions } from '../resources/cohorts/cohortDescribe.ts'
export { cohortFile, type CohortFileSource } from '../resources/cohorts/cohortFile.ts'
export { cohortCsv, type CsvSource } from '../resources/cohorts/cohortCsv.ts'
export type { Reading } from '../resources/cohorts/cohortTexts.ts'
export { arrangeRows, type ArrangeOptions } from '../resources/cohorts/grid.arrange.model.ts'
export { buildCohortGrid } from '../resources/cohorts/grid.build.model.ts'
export {
  buildCohortGrids,
  type CohortGridsOptions,
  type CohortSegment,
} from '../resources/cohorts/grid.segments.model.ts'
export { cellOf, stateOf } from '../resources/cohorts/grid.states.model.ts'
export { summarize, type SummaryOptions } from '../resources/cohorts/grid.summary.model.ts'
export {
  createHeat,
  type ColourOptions,
  type Heat,
  type HeatStop,
  type Ramp,
} from '../resources/cohorts/grid.colour.model.ts'
export {
  compareRows,
  compareShares,
  intervalOf,
  wilson,
  type Interval,
  type RowComparison,
  type Share,
} from '../resources/cohorts/grid.uncertainty.model.ts'
export type * from '../resources/cohorts/grid.types.ts'
export {
  readCell,
  readTotal,
  unitOf,
  viewsOf,
  type OfferedView,
  type ViewSituation,
} from '../resources/cohorts/grid.views.model.ts'
export type { CohortDrawing, DrawnCell } from '../resources/cohorts/cohortDrawing.ts'
export { rowId, type CohortLine, type SummaryRow } from '../resources/cohorts/grid.lines.model.ts'
export { useCohortTable, type CohortTableModel } from '../resources/cohorts/useCohortTable.ts'
export type { CohortTableOptions } from '../resources/cohorts/useCohortModel.ts'
export type * from '../resources/experiments/analysis.types.ts'
export {
  ExperimentForm,
  type ExperimentFormProps,
} from '../resources/experiments/ExperimentForm.tsx'
export type * from '../resources/experiments/form.types.ts'
export {
  decisionText,
  describeResult,
  describeArmResult,
  reasonText,
  type ExperimentTexts,
  type ResultNames,
} from '../resources/experiments/describeResult.ts'
export type { ActionProblem } from '../resources/experiments/ActionFailure.tsx'
export type { ExperimentAction, StatusAction } from '../resources/experiments/actions.model.ts'
export type { ActionSubject } from '../resources/experiments/actionTexts.ts'
export {
  ExperimentActions,
  type ExperimentActionsProps,
} from '../resources/experiments/ExperimentActions.tsx'
export {
  experimentsCsv,
  type ExperimentsCsvSource,
} from '../resources/experiments/experimentsCsv.ts'
export {
  ExperimentTable,
  type ExperimentTableProps,
} from '../resources/experiments/ExperimentTable.tsx'
export { summaryFigures, type HostResults } from '../resources/experiments/figures.model.ts'
export type {
  ExperimentColumn,
  ExperimentFigures,
  ExperimentListView,
  ExperimentRow,
  ExperimentSort,
  FiguresState,
  RowHealth,
} from '../resources/experiments/list.model.ts'
export type { ExperimentListTexts, MetricNames } from '../resources/experiments/listTexts.ts'
export { defaultPlan } from '../resources/experiments/plan.default.model.ts'
export { runDates, runFacts, type RunDates } from '../resources/experiments/run.facts.model.ts'
export {
  useExperimentTable,
  type ExperimentTableModel,
  type ExperimentTableOptions,
  type FiguresOf,
} from '../resources/experiments/useExperimentTable.ts'
export {
  ExperimentResults,
  type ExperimentResultsProps,
} from '../resources/experiments/ExperimentResults.tsx'
export { experimentCsv, type ExperimentCsvSource } from '../resources/experiments/experimentCsv.ts'
export {
  detectableEffect,
  planSample,
  revenueBaseline,
  type Baseline,
  type PriceShare,
  type SamplePlan,
  type SampleQuestion,
} from '../resources/experiments/plan.sample.model.ts'
export type * from '../resources/experiments/planner.types.ts'
export {
  SampleSizePlanner,
  type SampleSizePlannerProps,
} from '../resources/experiments/SampleSizePlanner.tsx'
export {
  useSamplePlanner,
  type SamplePlannerModel,
  type SamplePlannerOptions,
} from '../resources/experiments/useSamplePlanner.ts'
export { analyze, analyzeOtherwise } from '../resources/experiments/result.analyze.model.ts'
export type { Contrast, Method } from '../resources/experiments/result.compare.model.ts'
export {
  decide,
  type Decision,
  type DecisionWord,
  type Reason,
} from '../resources/experiments/result.decide.model.ts'
export {
  resultsFromEvents,
  type ArmDesign,
  type EventsQuestion,
  type EventsResult,
  type ExposureRow,
  type OutcomeRow,
} from '../resources/experiments/result.events.model.ts'
export type {
  Health,
  HealthFinding,
  HealthProblem,
} from '../resources/experiments/result.health.model.ts'
export type { Measurement } from '../resources/experiments/result.measure.model.ts'
export {
  poolPhases,
  type Phase,
  type PooledPhases,
} from '../resources/experiments/result.phases.model.ts'
export { armsFromSummary, SUMMARY_METRICS } from '../resources/experiments/result.summary.model.ts'
export type * from '../resources/experiments/result.types.ts'
export {
  RESULT_VIEW,
  type EarlierPlan,
  type ResultLook,
  type ResultScale,
  type ResultView,
} from '../resources/experiments/resultView.types.ts'
export {
  useExperimentResults,
  type ExperimentResultsModel,
  type ExperimentResultsOptions,
} from '../resources/experiments/useExperimentResults.ts'
export { LtvChart, type LtvChartProps } from '../resources/ltv/LtvChart.tsx'
export { ltvCsv, type LtvCsvSource } from '../resources/ltv/ltvCsv.ts'
export {
  lifetimeColumns,
  LTV_COLUMN_DAYS,
  type LtvColumn,
} from '../resources/ltv/ltv.columns.model.ts'
export {
  costAt,
  type CostBase,
  type LtvCosts,
  type LtvSpend,
} from '../resources/ltv/ltv.costs.model.ts'
export {
  buildLtvCurves,
  type LtvAge,
  type LtvCounting,
  type LtvCurve,
  type LtvCurves,
  type LtvMeasure,
  type LtvOptions,
  type LtvPopulation,
  type LtvState,
} from '../resources/ltv/ltv.curves.model.ts'
export { payback, type Payback } from '../resources/ltv/ltv.payback.model.ts'
export {
  useLtvChart,
  type LtvChartModel,
  type LtvChartOptions,
  type LtvLine,
} from '../resources/ltv/useLtvChart.ts'
export { GuardedButton, type GuardedButtonProps } from '../ui/GuardedButton.tsx'
export { Root } from '../ui/Root.tsx'
export { preloadParts } from '../ui/sentPart.tsx'
export type { MenuItem } from '../ui/Menu.tsx'
export type { Problem, ProblemKind } from '../ui/ProblemNotice.tsx'
export type {
  ElementRef,
  GridCellProps,
  GridNavigation,
  GridPosition,
} from '../ui/useGridNavigation.ts'
export type { TooltipContent } from '../ui/GridTooltip.tsx'
