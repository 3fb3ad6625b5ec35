'use client'
import type { Problem } from '../../ui/ProblemNotice.tsx'
import type {
  ExperimentSubmission,
  ExperimentSurroundings,
  FormSubject,
  SaveProgress,
} from './form.types.ts'

/** Props of `ExperimentForm`. What it begins with is read once: a `key` begins anew. */
export interface ExperimentFormProps extends FormSubject, ExperimentSurroundings {
  /** Why the last save failed; details name their fields as the API does, groups by their place: `groups.1.weight`. */
  readonly problem?: Problem | undefined
  /** How far that save came. */
  readonly progress?: SaveProgress | undefined
  /** True while a save is under way. @default false */
  readonly isPending?: boolean
  /** Why nothing can be saved, a sentence; null when it can. @default null */
  readonly blocked?: string | null
  /** ISO 4217 code of a goal and a cap in money. */
  readonly currency?: string | undefined
  /** Handed the whole form once it makes sense. */
  readonly onSubmit: (submission: ExperimentSubmission) => void
  /** Asked for once nothing typed is lost, or when the viewer said that it may be; without it there is no button. */
  readonly onCancel?: (() => void) | undefined
  /** Told when the form begins to differ from what it began with, and when it no longer does. */
  readonly onDirtyChange?: ((isDirty: boolean) => void) | undefined
}

/** Makes or changes an experiment with its groups and its plan: checks what is typed, and hands it over whole. */
export function ExperimentForm(_props: ExperimentFormProps) {
  return null
}
