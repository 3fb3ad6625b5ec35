import type { common } from '../../i18n/en/common.ts'
import type { experimentActions } from '../../i18n/en/experimentActions.ts'
import type { experimentMetrics } from '../../i18n/en/experimentMetrics.ts'
import type { experiments } from '../../i18n/en/experiments.ts'
import type { Texts } from '../../i18n/useTexts.ts'
import type { ExperimentAction } from './actions.model.ts'
import { decisionText, isWaiting } from './describeResult.ts'
import type { ExperimentRow } from './list.model.ts'
import { onSameContext, servesUsers } from './run.facts.model.ts'
import type { Experiment, ExperimentGroup } from './types.ts'

/** What is said of actions is made of these sections. */
export type ExperimentActionTexts = Texts<
  | keyof typeof common
  | keyof typeof experiments
  | keyof typeof experimentMetrics
  | keyof typeof experimentActions
>

/** What is known of an experiment when something is to be done with it. */
export interface ActionSubject {
  /** As the API answers it. */
  readonly experiment: Experiment
  /** Its groups, where they are known. */
  readonly groups?: readonly ExperimentGroup[] | undefined
  /** Experiments of the project; itself may be among them. */
  readonly others?: readonly Experiment[] | undefined
  /** What its results say so far. */
  readonly judged?: ExperimentRow['judged'] | undefined
}

/** What is said before something is done: what happens to users, and what speaks against it. */
export interface ActionText {
  readonly lines: readonly string[]
  readonly warnings: readonly string[]
}

/** What a dialog says before an action. */
export function actionText(
  texts: ExperimentActionTexts,
  action: ExperimentAction,
  subject: ActionSubject,
): ActionText {
  const { t } = texts
  const { experiment } = subject
  const isServing = servesUsers(experiment)
  switch (action) {
    case 'start':
      return {
        lines: [whoComesIn(texts, experiment), t('experimentActions.start.design')],
        warnings: [...designFaults(texts, subject), ...shared(texts, subject)],
      }
    case 'resume':
      return {
        lines: [t('experimentActions.resume.users'), t('experimentActions.resume.new')],
        warnings: shared(texts, subject),
      }
    case 'pause':
      return {
        lines: [t('experimentActions.pause.users'), t('experimentActions.pause.new')],
        warnings: [],
      }
    case 'finish':
      return {
        lines: [
          t('experimentActions.finish.users'),
          t('experimentActions.finish.mature'),
          t('experimentActions.finish.final'),
        ],
        warnings: resultSoFar(texts, subject),
      }
    case 'edit':
      return {
        lines: [t('experimentActions.edit.refused')],
        warnings: [t('experimentActions.edit.phase'), ...shared(texts, subject)],
      }
    default:
      return {
        lines: [t('experimentActions.delete.users')],
        warnings: isServing ? [t('experimentActions.delete.serves')] : [],
      }
  }
}

function whoComesIn(
  { t, format }: ExperimentActionTexts,
  { segment_percent: percent }: Experiment,
): string {
  return percent === null || percent >= 100
    ? t('experimentActions.start.all')
    : t('experimentActions.start.users', { share: format.percent(percent / 100) })
}

function designFaults(
  { t, format }: ExperimentActionTexts,
  { groups }: ActionSubject,
): readonly string[] {
  if (!groups) return []
  const controls = groups.filter(({ is_control }) => is_control).length
  const faults = [
    ...(groups.filter(({ weight }) => (weight ?? 0) > 0).length < 2
      ? [t('experimentActions.start.groups.few')]
      : []),
    ...(controls === 1
      ? []
      : [t('experimentActions.start.groups.control', { n: format.count(controls) })]),
  ]
  return faults.length === 0 ? [] : [[t('experimentActions.start.groups'), ...faults].join(' ')]
}

function shared(
  { t }: ExperimentActionTexts,
  { experiment, others = [] }: ActionSubject,
): readonly string[] {
  const found = onSameContext(experiment, others)
  if (found.length === 0) return []
  return [
    t('experimentActions.shared', {
      count: found.length,
      key: experiment.context_key ?? '',
      names: found
        .map(({ name, id }) => t('experimentActions.shared.name', { name: name || id }))
        .join(', '),
    }),
  ]
}

function resultSoFar(texts: ExperimentActionTexts, { judged }: ActionSubject): readonly string[] {
  if (!judged) return []
  const { analysis, decision } = judged
  const result = texts.t('experimentActions.finish.result', {
    result: decisionText(texts, analysis, decision),
  })
  return [
    isWaiting(decision.word) ? `${result} ${texts.t('experimentActions.finish.open')}` : result,
  ]
}
