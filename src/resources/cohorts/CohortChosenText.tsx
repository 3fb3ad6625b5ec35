'use client'
import { CohortComparison } from './CohortComparison.tsx'
import type { CohortModel } from './useCohortModel.ts'
import { useCompareTexts } from './useCompareTexts.ts'

/** Props of `CohortChosenText`. */
export interface CohortChosenTextProps {
  readonly model: CohortModel
  /** Ids of the selected cohorts (`rowId`), at least one. */
  readonly rows: readonly string[]
}

/** How many cohorts are selected, and of exactly two which is the better one. */
export function CohortChosenText({ model, rows }: CohortChosenTextProps) {
  const { t, format } = useCompareTexts()
  const [a, b, ...more] = rows
  if (a === undefined || b === undefined) return t('cohorts.rows.one')
  if (more.length === 0) return <CohortComparison model={model} rows={[a, b]} />
  return t('cohorts.rows.chosen', { count: rows.length, n: format.count(rows.length) })
}
