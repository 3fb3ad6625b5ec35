'use client'
import { lazy, Suspense } from 'react'
import type { CohortTableModel } from './useCohortTable.ts'
import { useCohortActionTexts } from './useCohortTexts.ts'
import type { RowSelection } from './useRowSelection.ts'

// Intervals and their words: only where two cohorts are chosen.
const CohortComparison = lazy(() =>
  import('./CohortComparison.tsx').then((module) => ({ default: module.CohortComparison })),
)

/** Props of `CohortChosen`. */
export interface CohortChosenProps {
  readonly model: CohortTableModel
  readonly rowSelection: RowSelection
}

/** Above the table: how many cohorts are selected, and of exactly two which is the better one. */
export function CohortChosen({ model, rowSelection }: CohortChosenProps) {
  const { t, format } = useCohortActionTexts()
  const { selectedRows, clear } = rowSelection
  const [a, b, ...more] = selectedRows
  const count = selectedRows.length
  return (
    <div className="qv-chosen" data-empty={count === 0 ? '' : undefined}>
      <p className="qv-chosen-text" role="status">
        {count === 1 && t('cohorts.rows.one')}
        {a !== undefined && b !== undefined && more.length === 0 && (
          <Suspense>
            <CohortComparison model={model} rows={[a, b]} />
          </Suspense>
        )}
        {more.length > 0 && t('cohorts.rows.chosen', { count, n: format.count(count) })}
      </p>
      {count > 0 && (
        <button
          type="button"
          className="qv-button"
          onClick={() => {
            clear()
            model.focusCell(model.active)
          }}
        >
          {t('cohorts.rows.clear')}
        </button>
      )}
    </div>
  )
}
