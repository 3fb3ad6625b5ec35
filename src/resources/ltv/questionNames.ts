import { nameFilter } from '../../core/attributes.ts'
import type { controls } from '../../i18n/en/controls.ts'
import type { ltvPanel } from '../../i18n/en/ltvPanel.ts'
import type { Translate } from '../../i18n/translate.ts'
import type { LtvInput, LtvMeta } from './types.ts'

/** A question with its filters and its split in the project's words instead of codes: what is read back to a person. */
export function nameQuestion(question: LtvInput, meta: LtvMeta | undefined): LtvInput {
  const { filter, segment } = question
  if (!meta || (!filter && !segment)) return question
  const split = meta.segmentations.find(({ code }) => code === segment)
  return {
    ...question,
    ...(segment && { segment: split?.label ?? segment }),
    ...(filter && { filter: nameFilter(filter, meta.filter_conditions) }),
  }
}

/** Names of the controls that ask for the fields of a question. */
export const controlNames = (t: Translate<keyof typeof controls | keyof typeof ltvPanel>) => ({
  cohort_from: t('controls.from'),
  cohort_to: t('controls.to'),
  mode: t('ltv.control.ages'),
  segment: t('controls.split'),
  revenue_type: t('controls.revenue'),
  currency: t('controls.currency'),
  environment: t('controls.environment'),
})
