import type { cohorts } from '../../i18n/en/cohorts.ts'
import type { common } from '../../i18n/en/common.ts'
import type { controls } from '../../i18n/en/controls.ts'
import type { moreControls } from '../../i18n/en/moreControls.ts'
import type { Texts } from '../../i18n/useTexts.ts'
import { sizeHeading } from './cohortTexts.ts'
import { named, offer } from './controlChoices.ts'
import type { CohortDefinition, CohortsMeta } from './types.ts'

/** Texts of the cohort panel with those of what is folded away. */
export type MoreControlTexts = Texts<
  keyof typeof common | keyof typeof controls | keyof typeof moreControls | keyof typeof cohorts
>

const DEFINITIONS: readonly CohortDefinition[] = [
  'new_customers',
  'initial_conversions',
  'new_paying',
]
const MINIMUMS = [0, 10, 25, 50, 100, 250, 500, 1_000] as const

/** Choices of the controls behind the fold; `minSize` is the least size that is chosen. */
export function moreChoices(
  texts: MoreControlTexts,
  meta: CohortsMeta | undefined,
  minSize: number,
) {
  const { t, format } = texts
  return {
    modes: offer(
      meta?.modes,
      named(['by_days', 'by_renewals'], (code) => t(`controls.mode.${code}`)),
    ),
    definitions: offer(
      meta?.cohort_definitions,
      named(DEFINITIONS, (code) => sizeHeading(texts, code)),
    ),
    revenueTypes: list(['gross', 'net'], (code) => t(`controls.revenue.${code}`)),
    environments: [
      { value: '1', label: t('controls.environment.production') },
      { value: '0', label: t('controls.environment.sandbox') },
    ],
    minSizes: [...new Set([...MINIMUMS, minSize])]
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

const list = <Code extends string>(codes: readonly Code[], name: (code: Code) => string) =>
  offer(undefined, named(codes, name))
