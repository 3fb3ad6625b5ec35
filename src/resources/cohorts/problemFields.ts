import type { controls } from '../../i18n/en/controls.ts'
import type { Translate } from '../../i18n/translate.ts'
import type { CohortsMeta } from './types.ts'

const CONTROLS = {
  cohort_from: 'controls.from',
  cohort_to: 'controls.to',
  mode: 'controls.mode',
  grouping: 'controls.grouping',
  cohort_definition: 'controls.definition',
  revenue_type: 'controls.revenue',
  currency: 'controls.currency',
  environment: 'controls.environment',
  group_by: 'controls.split',
} as const

/** A problem whose fields are called as the controls are, where a control asks for them; others keep the API's name. */
export function nameFields<
  Problem extends { details: readonly { field: string; message: string }[] },
>(problem: Problem, t: Translate<keyof typeof controls>, meta: CohortsMeta | undefined): Problem {
  const nameOf = (field: string): string => {
    if (isControl(field)) return t(CONTROLS[field])
    const attribute = /^filter[.[]([^\]]+)/.exec(field)?.[1]
    const condition = meta?.filter_conditions.find((item) => item.attribute === attribute)
    return condition?.label ?? field
  }
  return {
    ...problem,
    details: problem.details.map(({ field, message }) => ({ field: nameOf(field), message })),
  }
}

const isControl = (field: string): field is keyof typeof CONTROLS => Object.hasOwn(CONTROLS, field)
