import type { samplePlanner } from '../../i18n/en/samplePlanner.ts'
import type { Translate } from '../../i18n/translate.ts'
import type { PlannerFault } from './planner.model.ts'

/** What is wrong with a field of a planner, as a sentence; what is only missing is not said while it may still come. */
export function plannerFault(
  t: Translate<keyof typeof samplePlanner>,
  faults: readonly PlannerFault[],
  field: PlannerFault['field'],
  isLoading = false,
): string | undefined {
  const fault = faults.find((one) => one.field === field)
  if (!fault || (isLoading && fault.code === 'missing')) return undefined
  if (field === 'share') return t('samplePlanner.fault.share.all')
  return t(`samplePlanner.fault.${fault.code}`)
}
