import type { InputOf, OutputOf } from '../../core/operation.ts'
import type {
  attachUserToExperiment,
  changeExperimentStatus,
  createExperiment,
  createExperimentGroup,
  getExperiment,
  getExperimentsSummary,
  listExperimentGroups,
  listExperiments,
  updateExperiment,
  updateExperimentGroup,
} from './operations.ts'

/** All experiments of the project. */
export type ExperimentsAnswer = OutputOf<typeof listExperiments>
/** Names one experiment. */
export type ExperimentInput = InputOf<typeof getExperiment>
/** An experiment as the API documents it, snake_case and untouched; null where the answer says nothing. */
export type Experiment = OutputOf<typeof getExperiment>
/** Where an experiment stands in its life. */
export type ExperimentStatus = InputOf<typeof changeExperimentStatus>['status']
/** The groups of one experiment. */
export type ExperimentGroupsAnswer = OutputOf<typeof listExperimentGroups>
/** What a part of an experiment's users is given. */
export type ExperimentGroup = ExperimentGroupsAnswer['data'][number]
/** Which experiments' results are asked for, 1 to 50. */
export type ExperimentsSummaryInput = InputOf<typeof getExperimentsSummary>
/** Settings and results of experiments by group. */
export type ExperimentsSummary = OutputOf<typeof getExperimentsSummary>
/** One experiment of a summary. */
export type ExperimentSummary = ExperimentsSummary['items'][number]
/** One group of a summary. */
export type ExperimentGroupSummary = ExperimentSummary['groups'][number]
/** Results of one group, of the users exposed to it; null where the answer says nothing. */
export type ExperimentGroupMetrics = NonNullable<ExperimentGroupSummary['metrics']>
/** Settings of an experiment to make. */
export type CreateExperimentInput = InputOf<typeof createExperiment>
/** Settings of an experiment to change. */
export type UpdateExperimentInput = InputOf<typeof updateExperiment>
/** The status that an experiment shall have. */
export type ChangeExperimentStatusInput = InputOf<typeof changeExperimentStatus>
/** Settings of a group to add. */
export type CreateExperimentGroupInput = InputOf<typeof createExperimentGroup>
/** Settings of a group to change. */
export type UpdateExperimentGroupInput = InputOf<typeof updateExperimentGroup>
/** Which user goes into which group. */
export type AttachUserToExperimentInput = InputOf<typeof attachUserToExperiment>
