import type { ExperimentPlan } from './analysis.types.ts'
import type { Experiment, ExperimentGroup } from './types.ts'

/** Something a group can be given, by what the API calls it and what people call it. */
export interface Payload {
  readonly uid: string
  readonly name: string
}

/** What a form says of an experiment, in the API's names; null where nothing is set. */
export interface ExperimentSettings {
  readonly name: string
  readonly alias_id: string
  readonly description: string | null
  readonly context_key: string | null
  readonly is_context_specific: boolean
  readonly primary_metric: string | null
  readonly goal_value: number | null
  readonly goal_direction: string | null
  /** Percent of users let in; null for all. */
  readonly segment_percent: number | null
}

/** What a form says of one group. */
export interface GroupSettings {
  /** Names it in its form, from one save to the next. */
  readonly key: string
  /** Null for one to be added. */
  readonly id: string | null
  readonly name: string | null
  readonly is_control: boolean
  /** Share of the traffic, in any unit: 1 and 1 are halves. */
  readonly weight: number
  readonly remote_config_uid: string | null
}

/** A whole form that makes sense: what its send button hands over. */
export interface ExperimentSubmission {
  readonly experiment: ExperimentSettings
  /** In the order of the form; groups of the API that are not among them are to be removed. */
  readonly groups: readonly GroupSettings[]
  /** For the host to keep, which the API does not; null where no planned size was stated. */
  readonly plan: ExperimentPlan | null
}

/** What goes wrong in a form, as a server says it: `field` is `name`, `segment_percent`, `groups.1.weight` (in the order submitted). */
export interface FormFault {
  readonly field: string
  readonly message: string
}

/** How far a save came before it failed, in words' place: names of groups. */
export interface SaveProgress {
  /** True when the experiment itself stands as the form says. */
  readonly isExperimentSaved: boolean
  /** Groups that stand as the form says. */
  readonly saved: readonly string[]
  /** Groups that do not yet. */
  readonly missing: readonly string[]
}

/** What is known beside an experiment when it is written or changed. */
export interface ExperimentSurroundings {
  /** Remote configurations that a group can be given; without them their uid is typed. */
  readonly remoteConfigurations?: readonly Payload[] | undefined
  /** Names of offerings that groups have. The API has no way to set them: they are shown. */
  readonly offerings?: readonly Payload[] | undefined
  /** All other experiments of the project: two on one context key at the same time are warned of, and an alias that is taken. */
  readonly otherExperiments?: readonly Experiment[] | undefined
}

/** The experiment that a form begins with; nothing for a new one. */
export interface FormSubject {
  /** The one that is changed; without it a new one is made. */
  readonly experiment?: Experiment | undefined
  /** Its groups. */
  readonly groups?: readonly ExperimentGroup[] | undefined
  /** The plan the host keeps of it. */
  readonly plan?: ExperimentPlan | undefined
}

/** Why groups cannot be added or removed, a sentence each; null where they can. */
export interface GroupBlocks {
  readonly add: string | null
  readonly remove: string | null
}
