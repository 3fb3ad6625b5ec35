'use client'
import { createMutationHook, type MutationHook } from '../../react/createMutationHook.ts'
import { createQueryHook, type QueryHook } from '../../react/createQueryHook.ts'
import { createSuspenseHook, type SuspenseHook } from '../../react/createSuspenseHook.ts'
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
import type { ChangeExperimentStatusInput, Experiment, ExperimentsAnswer } from './types.ts'

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

/** Makes an experiment as a draft. */
export const useCreateExperiment: MutationHook<typeof createExperiment> =
  /* @__PURE__ */ createMutationHook(createExperiment)

/** Changes the named settings of an experiment. */
export const useUpdateExperiment: MutationHook<typeof updateExperiment> =
  /* @__PURE__ */ createMutationHook(updateExperiment)

/** Removes an experiment with its groups. */
export const useDeleteExperiment: MutationHook<typeof deleteExperiment> =
  /* @__PURE__ */ createMutationHook(deleteExperiment)

const withStatus = (
  experiment: Experiment,
  { experiment_id, status }: ChangeExperimentStatusInput,
): Experiment => (experiment.id === experiment_id ? { ...experiment, status } : experiment)

/** Starts, pauses, resumes or finishes an experiment; the new status shows at once and goes back if it is refused. */
export const useChangeExperimentStatus: MutationHook<typeof changeExperimentStatus> =
  /* @__PURE__ */ createMutationHook(changeExperimentStatus, {
    v4GetExperiment: (answer, input) => withStatus(answer as Experiment, input),
    v4ListExperiments: (answer, input) => {
      const list = answer as ExperimentsAnswer
      return { ...list, data: list.data.map((experiment) => withStatus(experiment, input)) }
    },
  })

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
