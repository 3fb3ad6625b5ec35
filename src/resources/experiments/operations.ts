import * as v from 'valibot'
import { noBody } from '../../core/answers.ts'
import { cursorPages, listOf } from '../../core/lists.ts'
import { defineOperation } from '../../core/operation.ts'
import { isPlain } from '../../core/plain.ts'
import {
  alias,
  experiment,
  group,
  id,
  read,
  sent,
  settings,
  statuses,
  summaryItem,
} from './schemas.ts'

const minute = 60_000

/** All experiments of the project. */
export const listExperiments = /* @__PURE__ */ defineOperation({
  id: 'v4ListExperiments',
  resource: 'experiments',
  method: 'GET',
  path: '/experiments',
  kind: 'read',
  summary: 'All experiments of the project, with their state.',
  input: () => v.strictObject({}),
  output: () => listOf(experiment()),
  pages: cursorPages,
  staleTime: minute,
})

/** One experiment, without its groups. */
export const getExperiment = /* @__PURE__ */ defineOperation({
  id: 'v4GetExperiment',
  resource: 'experiments',
  method: 'GET',
  path: '/experiments/{experiment_id}',
  kind: 'read',
  summary: 'One experiment with its state and goal, without its groups.',
  input: () => v.strictObject({ experiment_id: id() }),
  output: () => experiment(),
  staleTime: minute,
})

/** Settings and results of experiments, group by group: users, conversions, money and its sums of squares. */
export const getExperimentsSummary = /* @__PURE__ */ defineOperation({
  id: 'v4GetExperimentsSummary',
  resource: 'experiments',
  method: 'GET',
  path: '/experiments/summary',
  kind: 'read',
  summary: 'Results of 1 to 50 experiments by group, accrued so far over users of different ages.',
  input: () =>
    v.strictObject({
      filter: v.strictObject({
        experiment_uid: v.pipe(v.array(v.string()), v.minLength(1), v.maxLength(50)),
      }),
    }),
  output: () =>
    v.looseObject({
      total_count: read(v.number()),
      items: v.optional(v.array(summaryItem()), []),
    }),
  // The page documents no envelope; the one that all other lists have is read too.
  adapt: (raw) =>
    isPlain(raw) && !('items' in raw) && 'data' in raw ? { ...raw, items: raw['data'] } : raw,
  staleTime: minute,
})

/** The groups of an experiment. */
export const listExperimentGroups = /* @__PURE__ */ defineOperation({
  id: 'v4ListExperimentGroups',
  resource: 'experiments',
  method: 'GET',
  path: '/experiments/{experiment_id}/groups',
  kind: 'read',
  summary: 'The groups of an experiment: what each is given and its share of the traffic.',
  input: () => v.strictObject({ experiment_id: id() }),
  output: () => listOf(group()),
  pages: cursorPages,
  staleTime: minute,
})

/** Makes an experiment as a draft; groups are added one by one. */
export const createExperiment = /* @__PURE__ */ defineOperation({
  id: 'v4CreateExperiment',
  resource: 'experiments',
  method: 'POST',
  path: '/experiments',
  kind: 'write',
  summary: 'Makes an experiment as a draft; its groups are added afterwards, one by one.',
  input: () =>
    v.strictObject({
      name: v.string(),
      alias_id: alias(256),
      description: v.optional(v.string()),
      context_key: v.optional(v.string()),
      ...settings(),
    }),
  output: () => experiment(),
  invalidates: ['experiments'],
})

/** Changes the named settings of an experiment; its status has an operation of its own. */
export const updateExperiment = /* @__PURE__ */ defineOperation({
  id: 'v4UpdateExperiment',
  resource: 'experiments',
  method: 'PATCH',
  path: '/experiments/{experiment_id}',
  kind: 'write',
  summary: 'Changes the settings that are named, except the status, which has its own operation.',
  input: () =>
    v.strictObject({
      experiment_id: id(),
      name: v.optional(v.string()),
      alias_id: v.optional(alias(64)),
      description: sent(v.string()),
      context_key: sent(v.string()),
      ...settings(),
    }),
  output: () => experiment(),
  invalidates: ['experiments'],
})

/** Removes an experiment with its groups. */
export const deleteExperiment = /* @__PURE__ */ defineOperation({
  id: 'v4DeleteExperiment',
  resource: 'experiments',
  method: 'DELETE',
  path: '/experiments/{experiment_id}',
  kind: 'write',
  summary: 'Removes an experiment with its groups and results.',
  input: () => v.strictObject({ experiment_id: id() }),
  output: noBody,
  invalidates: ['experiments'],
})

/** Starts, pauses, resumes or finishes an experiment. */
export const changeExperimentStatus = /* @__PURE__ */ defineOperation({
  id: 'v4ChangeExperimentStatus',
  resource: 'experiments',
  method: 'POST',
  path: '/experiments/{experiment_id}/status',
  kind: 'write',
  summary: 'Starts, pauses, resumes or finishes an experiment; what is finished stays so.',
  input: () => v.strictObject({ experiment_id: id(), status: v.picklist(statuses) }),
  output: () => experiment(),
  invalidates: ['experiments'],
})

/** Adds a group to an experiment. */
export const createExperimentGroup = /* @__PURE__ */ defineOperation({
  id: 'v4CreateExperimentGroup',
  resource: 'experiments',
  method: 'POST',
  path: '/experiments/{experiment_id}/groups',
  kind: 'write',
  summary: 'Adds a group with its share of the traffic to an experiment.',
  input: () =>
    v.strictObject({
      experiment_id: id(),
      weight: v.number(),
      name: sent(v.string()),
      is_control: v.optional(v.boolean()),
      remote_config_uid: sent(v.string()),
    }),
  output: () => group(),
  invalidates: ['experiments'],
})

/** Changes the named settings of a group. */
export const updateExperimentGroup = /* @__PURE__ */ defineOperation({
  id: 'v4UpdateExperimentGroup',
  resource: 'experiments',
  method: 'PATCH',
  path: '/experiments/{experiment_id}/groups/{group_id}',
  kind: 'write',
  summary: 'Changes the settings of a group that are named.',
  input: () =>
    v.strictObject({
      experiment_id: id(),
      group_id: id(),
      weight: v.optional(v.number()),
      name: sent(v.string()),
      is_control: v.optional(v.boolean()),
      remote_config_uid: sent(v.string()),
    }),
  output: () => group(),
  invalidates: ['experiments'],
})

/** Removes a group from an experiment. */
export const deleteExperimentGroup = /* @__PURE__ */ defineOperation({
  id: 'v4DeleteExperimentGroup',
  resource: 'experiments',
  method: 'DELETE',
  path: '/experiments/{experiment_id}/groups/{group_id}',
  kind: 'write',
  summary: 'Removes a group from an experiment.',
  input: () => v.strictObject({ experiment_id: id(), group_id: id() }),
  output: noBody,
  invalidates: ['experiments'],
})

/** Puts a user into a group by hand, whatever the automatic assignment says. */
export const attachUserToExperiment = /* @__PURE__ */ defineOperation({
  id: 'v4AttachUserToExperiment',
  resource: 'experiments',
  method: 'POST',
  path: '/experiments/{experiment_id}/users/{user_id}',
  kind: 'write',
  summary: 'Puts a user into a group by hand, whatever the automatic assignment says.',
  input: () => v.strictObject({ experiment_id: id(), user_id: id(), group_id: id() }),
  output: noBody,
  invalidates: ['experiments'],
})

/** Takes a user out of an experiment. */
export const detachUserFromExperiment = /* @__PURE__ */ defineOperation({
  id: 'v4DetachUserFromExperiment',
  resource: 'experiments',
  method: 'DELETE',
  path: '/experiments/{experiment_id}/users/{user_id}',
  kind: 'write',
  summary: 'Takes a user out of an experiment.',
  input: () => v.strictObject({ experiment_id: id(), user_id: id() }),
  output: noBody,
  invalidates: ['experiments'],
})
