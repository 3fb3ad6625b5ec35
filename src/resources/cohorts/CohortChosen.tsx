'use client'
import { latePart } from '../../ui/latePart.tsx'
import type { CohortTableModel } from './useCohortTable.ts'
import { useCohortActionTexts } from './useCohortTexts.ts'
import type { RowSelection } from './useRowSelection.ts'

// Intervals and their words: only where two cohorts are chosen.
const CohortComparison = latePart(() =>
  import('./CohortComparison.tsx').then((module) => module.CohortComparison),
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
      <div className="qv-chosen-text" role="status" data-clear="">
        {count === 1 && t('cohorts.rows.one')}
        {a !== undefined && b !== undefined && more.length === 0 && (
          <CohortComparison model={model} rows={[a, b]} />
        )}
        {more.length > 0 && t('cohorts.rows.chosen', { count, n: format.count(count) })}
      </div>
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
