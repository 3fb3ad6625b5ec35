import type { cohorts } from '../../i18n/en/cohorts.ts'
import type { common } from '../../i18n/en/common.ts'
import type { controls } from '../../i18n/en/controls.ts'
import type { Texts } from '../../i18n/useTexts.ts'
import type { OfferedView } from './grid.views.model.ts'
import { GROUPINGS } from './grouping.ts'
import { COHORT_METRICS } from './metrics.ts'
import type { CohortsMeta } from './types.ts'

/** Texts of the cohort panel. */
export type CohortPanelTexts = Texts<
  keyof typeof common | keyof typeof controls | keyof typeof cohorts
>

/** One choice of a control. */
export interface Choice {
  readonly value: string
  readonly label: string
  readonly group?: string | undefined
}

/** Choices of the controls in view: the project's own, in our words where we know the code, else in the API's. */
export function controlChoices(
  { t }: CohortPanelTexts,
  meta: CohortsMeta | undefined,
  views: readonly OfferedView[],
) {
  const metrics = named(COHORT_METRICS, (code) => t(`controls.metric.${code}`))
  const groupings = named(GROUPINGS, (code) => t(`controls.grouping.${code}`))
  return {
    metrics: offer(meta?.metrics, metrics).filter((choice) => Object.hasOwn(metrics, choice.value)),
    // What may mislead stands behind its sentence, in every browser's own list.
    views: views.map(({ view, caution }) => ({
      value: view,
      label: t(`cohorts.view.${view}`),
      group: caution ? t(`controls.caution.${caution}`) : undefined,
    })),
    groupings: offer(meta?.groupings, groupings).filter((choice) =>
      Object.hasOwn(groupings, choice.value),
    ),
    splits: [
      { value: '', label: t('controls.split.none') },
      ...(meta?.filter_conditions ?? [])
        .filter(({ type }) => type === 'list')
        .map(({ attribute, label }) => ({ value: attribute, label })),
    ],
  }
}

/** Names by code. */
export function named<Code extends string>(
  codes: readonly Code[],
  name: (code: Code) => string,
): Record<string, string> {
  return Object.fromEntries(codes.map((code) => [code, name(code)]))
}

/** The listed choices, by our names where we know the code; without any, all that we know. */
export function offer(
  listed: readonly { code: string; label: string }[] = [],
  known: Record<string, string>,
): Choice[] {
  if (listed.length > 0)
    return listed.map(({ code, label }) => ({ value: code, label: known[code] ?? label }))
  return Object.entries(known).map(([code, label]) => ({ value: code, label }))
}
