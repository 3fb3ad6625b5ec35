import type { cohorts } from '../../i18n/en/cohorts.ts'
import type { common } from '../../i18n/en/common.ts'
import type { controls } from '../../i18n/en/controls.ts'
import type { Texts } from '../../i18n/useTexts.ts'
import { sizeHeading } from './cohortTexts.ts'
import type { OfferedView } from './grid.views.model.ts'
import { GROUPINGS } from './grouping.ts'
import { COHORT_METRICS } from './metrics.ts'
import type { CohortPanelView } from './panelView.model.ts'
import type { CohortDefinition, CohortsMeta } from './types.ts'

/** Texts of the cohort panel. */
export type CohortPanelTexts = Texts<
  keyof typeof common | keyof typeof controls | keyof typeof cohorts
>

interface Choice {
  readonly value: string
  readonly label: string
  readonly group?: string | undefined
}

/** What the choices depend on beside the view. */
interface Sources {
  readonly meta: CohortsMeta | undefined
  readonly views: readonly OfferedView[]
  readonly currencies: readonly string[]
}

const DEFINITIONS: readonly CohortDefinition[] = [
  'new_customers',
  'initial_conversions',
  'new_paying',
]
const MINIMUMS = [0, 10, 25, 50, 100, 250, 500, 1_000] as const

/** Choices of the controls: the project's own, in our words where we know the code, else in the API's. */
export function controlChoices(
  texts: CohortPanelTexts,
  value: CohortPanelView,
  { meta, views, currencies }: Sources,
) {
  const { t, format } = texts
  const metrics = named(COHORT_METRICS, (code) => t(`controls.metric.${code}`))
  const groupings = named(GROUPINGS, (code) => t(`controls.grouping.${code}`))
  const list = <Code extends string>(codes: readonly Code[], name: (code: Code) => string) =>
    offer(undefined, named(codes, name))
  return {
    metrics: offer(meta?.metrics, metrics).filter((choice) => Object.hasOwn(metrics, choice.value)),
    // What may mislead stands behind its sentence, in every browser's own list.
    views: views.map(({ view, caution }) => ({
      value: view,
      label: t(`cohorts.view.${view}`),
      group: caution ? t(`controls.caution.${caution}`) : undefined,
    })),
    modes: offer(
      meta?.modes,
      named(['by_days', 'by_renewals'], (code) => t(`controls.mode.${code}`)),
    ),
    groupings: offer(meta?.groupings, groupings).filter((choice) =>
      Object.hasOwn(groupings, choice.value),
    ),
    definitions: offer(
      meta?.cohort_definitions,
      named(DEFINITIONS, (code) => sizeHeading(texts, code)),
    ),
    revenueTypes: list(['gross', 'net'], (code) => t(`controls.revenue.${code}`)),
    currencies: currencies.map((code) => ({ value: code, label: code })),
    environments: [
      { value: '1', label: t('controls.environment.production') },
      { value: '0', label: t('controls.environment.sandbox') },
    ],
    splits: [
      { value: '', label: t('controls.split.none') },
      ...(meta?.filter_conditions ?? [])
        .filter(({ type }) => type === 'list')
        .map(({ attribute, label }) => ({ value: attribute, label })),
    ],
    minSizes: [...new Set([...MINIMUMS, value.minSize])]
      .toSorted((a, b) => a - b)
      .map((size) => ({
        value: String(size),
        label:
          size === 0
            ? t('controls.minSize.none')
            : t('controls.minSize.n', { n: format.count(size) }),
      })),
    colourScopes: list(['table', 'column', 'row'], (code) => t(`controls.colour.scope.${code}`)),
    colours: list(['blue', 'viridis', 'diverging'], (code) => t(`controls.colour.${code}`)),
    densities: list(['comfortable', 'compact'], (code) => t(`controls.density.${code}`)),
  }
}

/** What the project can be filtered by: attributes whose values it lists. */
export const filterAttributes = (meta: CohortsMeta | undefined) =>
  (meta?.filter_conditions ?? [])
    .filter((condition) => condition.values?.length)
    .map(({ attribute, label, values = [] }) => ({
      code: attribute,
      label,
      values: values.map((item) => ({ value: item.code, label: item.label })),
    }))

function named<Code extends string>(
  codes: readonly Code[],
  name: (code: Code) => string,
): Record<string, string> {
  return Object.fromEntries(codes.map((code) => [code, name(code)]))
}

function offer(
  listed: readonly { code: string; label: string }[] = [],
  known: Record<string, string>,
): Choice[] {
  if (listed.length > 0)
    return listed.map(({ code, label }) => ({ value: code, label: known[code] ?? label }))
  return Object.entries(known).map(([code, label]) => ({ value: code, label }))
}
