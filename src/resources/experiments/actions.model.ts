import type { ExperimentStatus } from './types.ts'

/** What changes an experiment's status. */
export type StatusAction = 'start' | 'pause' | 'resume' | 'finish'
/** What can be done with an experiment as a whole. */
export type ExperimentAction = StatusAction | 'edit' | 'delete'

/** The status that an action leads to. */
export const STATUS_AFTER: Readonly<Record<StatusAction, ExperimentStatus>> = {
  start: 'active',
  pause: 'paused',
  resume: 'active',
  finish: 'finished',
}

const ACTIONS: Readonly<Record<string, readonly ExperimentAction[]>> = {
  draft: ['start', 'edit', 'delete'],
  active: ['pause', 'finish', 'edit', 'delete'],
  paused: ['resume', 'finish', 'edit', 'delete'],
  finished: ['edit', 'delete'],
}

/** What can be done in a status, the most usual first; of a status that this version does not know only what changes none. */
export const actionsOf = (status: string | null): readonly ExperimentAction[] =>
  (status !== null && ACTIONS[status]) || ['edit', 'delete']
