'use client'
import { latePart } from '../../ui/latePart.tsx'
import type { CohortModel } from './useCohortModel.ts'
import { useCohortActionTexts } from './useCohortTexts.ts'
import type { RowSelection } from './useRowSelection.ts'

// Words and intervals: only where cohorts are chosen.
const CohortChosenText = latePart(() =>
  import('./CohortChosenText.tsx').then((module) => module.CohortChosenText),
)

/** Props of `CohortChosen`. */
export interface CohortChosenProps {
  readonly model: CohortModel
  readonly rowSelection: RowSelection
}

/** Above the table: how many cohorts are selected, and of exactly two which is the better one. */
export function CohortChosen({ model, rowSelection }: CohortChosenProps) {
  const { t } = useCohortActionTexts()
  const { selectedRows: rows, clear } = rowSelection
  const hasRows = rows.length > 0
  return (
    <div className="qv-chosen" data-empty={hasRows ? undefined : ''}>
      <div className="qv-chosen-text" role="status" data-clear="">
        {hasRows && <CohortChosenText model={model} rows={rows} />}
      </div>
      {hasRows && (
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
