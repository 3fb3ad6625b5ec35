import { nameFilter } from '../../core/attributes.ts'
import type { controls } from '../../i18n/en/controls.ts'
import type { Translate } from '../../i18n/translate.ts'
import type { CohortsInput, CohortsMeta } from './types.ts'

/** A question with its filters and its split in the project's words instead of codes: what is read back to a person. */
export function nameQuestion(question: CohortsInput, meta: CohortsMeta | undefined): CohortsInput {
  const { filter, group_by } = question
  if (!meta || (!filter && !group_by)) return question
  const split = meta.filter_conditions.find(({ attribute }) => attribute === group_by)
  return {
    ...question,
    ...(group_by && { group_by: split?.label ?? group_by }),
    ...(filter && { filter: nameFilter(filter, meta.filter_conditions) }),
  }
}

/** Names of the controls that ask for the fields of a question. */
export const controlNames = (t: Translate<keyof typeof controls>) => ({
  cohort_from: t('controls.from'),
  cohort_to: t('controls.to'),
  mode: t('controls.mode'),
  grouping: t('controls.grouping'),
  cohort_definition: t('controls.definition'),
  revenue_type: t('controls.revenue'),
  currency: t('controls.currency'),
  environment: t('controls.environment'),
  group_by: t('controls.split'),
})
