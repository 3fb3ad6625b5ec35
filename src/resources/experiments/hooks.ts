'use client'
import { createMutationHook, type MutationHook } from '../../react/createMutationHook.ts'
import { createQueryHook, type QueryHook } from '../../react/createQueryHook.ts'
import { createSuspenseHook, type SuspenseHook } from '../../react/createSuspenseHook.ts'
import type { Guesses } from '../../react/write.ts'
import {
  attachUserToExperiment,
  changeExperimentStatus,
  createExperiment,
  createExperimentGroup,
  deleteExperiment,
  deleteExperimentGroup,
  detachUserFromExperiment,
  getExperiment,
  getExperimentsSummary,
  listExperimentGroups,
  listExperiments,
  updateExperiment,
  updateExperimentGroup,
} from './operations.ts'
import type {
  ChangeExperimentStatusInput,
  CreateExperimentInput,
  Experiment,
  ExperimentsAnswer,
  UpdateExperimentInput,
} from './types.ts'

/** All experiments of the project, with their state. */
export const useExperiments: QueryHook<typeof listExperiments> =
  /* @__PURE__ */ createQueryHook(listExperiments)

/** `useExperiments` that suspends. */
export const useSuspenseExperiments: SuspenseHook<typeof listExperiments> =
  /* @__PURE__ */ createSuspenseHook(listExperiments)

/** One experiment, without its groups. */
export const useExperiment: QueryHook<typeof getExperiment> =
  /* @__PURE__ */ createQueryHook(getExperiment)

/** `useExperiment` that suspends. */
export const useSuspenseExperiment: SuspenseHook<typeof getExperiment> =
  /* @__PURE__ */ createSuspenseHook(getExperiment)

/** Settings and results of 1 to 50 experiments by group, accrued so far over users of different ages. */
export const useExperimentsSummary: QueryHook<typeof getExperimentsSummary> =
  /* @__PURE__ */ createQueryHook(getExperimentsSummary)

/** `useExperimentsSummary` that suspends. */
export const useSuspenseExperimentsSummary: SuspenseHook<typeof getExperimentsSummary> =
  /* @__PURE__ */ createSuspenseHook(getExperimentsSummary)

/** The groups of an experiment with their shares of the traffic. */
export const useExperimentGroups: QueryHook<typeof listExperimentGroups> =
  /* @__PURE__ */ createQueryHook(listExperimentGroups)

/** `useExperimentGroups` that suspends. */
export const useSuspenseExperimentGroups: SuspenseHook<typeof listExperimentGroups> =
  /* @__PURE__ */ createSuspenseHook(listExperimentGroups)

/** An experiment that is being made, under an id that no experiment has. */
const pending = (input: CreateExperimentInput): Experiment =>
  ({ ...BLANK, ...input, id: `pending.${input.alias_id}`, status: 'draft' }) as Experiment
const BLANK = {
  description: null,
  started_at: null,
  finished_at: null,
  segment_percent: null,
  primary_metric: null,
  goal_value: null,
  goal_direction: null,
  context_key: null,
  is_context_specific: null,
  created_at: null,
  updated_at: null,
}

/** Makes an experiment as a draft; it is in the list at once, as `pending.<alias>` until it is made, and goes if it is refused. */
export const useCreateExperiment: MutationHook<typeof createExperiment> =
  /* @__PURE__ */ createMutationHook(createExperiment, {
    v4ListExperiments: (answer, input) => {
      const list = answer as ExperimentsAnswer
      return { ...list, data: [...list.data, pending(input)] }
    },
  })

const changed = (
  experiment: Experiment,
  { experiment_id, ...settings }: UpdateExperimentInput | ChangeExperimentStatusInput,
): Experiment =>
  experiment.id === experiment_id ? ({ ...experiment, ...settings } as Experiment) : experiment

/** Shows a change at once, in the list and on the experiment alone. */
const shownAtOnce: Guesses<typeof updateExperiment> & Guesses<typeof changeExperimentStatus> = {
  v4GetExperiment: (answer, input) => changed(answer as Experiment, input),
  v4ListExperiments: (answer, input) => {
    const list = answer as ExperimentsAnswer
    return { ...list, data: list.data.map((experiment) => changed(experiment, input)) }
  },
}

/** Changes the named settings of an experiment; they show at once and go back if they are refused. */
export const useUpdateExperiment: MutationHook<typeof updateExperiment> =
  /* @__PURE__ */ createMutationHook(updateExperiment, shownAtOnce)

/** Removes an experiment with its groups. */
export const useDeleteExperiment: MutationHook<typeof deleteExperiment> =
  /* @__PURE__ */ createMutationHook(deleteExperiment)

/** Starts, pauses, resumes or finishes an experiment; the new status shows at once and goes back if it is refused. */
export const useChangeExperimentStatus: MutationHook<typeof changeExperimentStatus> =
  /* @__PURE__ */ createMutationHook(changeExperimentStatus, shownAtOnce)

/** Adds a group to an experiment. */
export const useCreateExperimentGroup: MutationHook<typeof createExperimentGroup> =
  /* @__PURE__ */ createMutationHook(createExperimentGroup)

/** Changes the named settings of a group. */
export const useUpdateExperimentGroup: MutationHook<typeof updateExperimentGroup> =
  /* @__PURE__ */ createMutationHook(updateExperimentGroup)

/** Removes a group from an experiment. */
export const useDeleteExperimentGroup: MutationHook<typeof deleteExperimentGroup> =
  /* @__PURE__ */ createMutationHook(deleteExperimentGroup)

/** Puts a user into a group by hand, whatever the automatic assignment says. */
export const useAttachUserToExperiment: MutationHook<typeof attachUserToExperiment> =
  /* @__PURE__ */ createMutationHook(attachUserToExperiment)

/** Takes a user out of an experiment. */
export const useDetachUserFromExperiment: MutationHook<typeof detachUserFromExperiment> =
  /* @__PURE__ */ createMutationHook(detachUserFromExperiment)
