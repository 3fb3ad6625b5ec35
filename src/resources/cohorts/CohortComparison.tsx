'use client'
import { comparisonText } from './cohortCompare.ts'
import { LEADING } from './cohortDrawing.ts'
import { columnHeading, rowHeading } from './cohortTexts.ts'
import type { CohortGrid } from './grid.types.ts'
import { rowId } from './grid.lines.model.ts'
import { compareShares, finalShare, hasIntervals } from './grid.uncertainty.model.ts'
import type { CohortModel } from './useCohortModel.ts'
import { useCompareTexts } from './useCompareTexts.ts'

/** Props of `CohortComparison`. */
export interface CohortComparisonProps {
  readonly model: CohortModel
  /** Ids of two cohorts (`rowId`). */
  readonly rows: readonly [string, string]
}

/** The answer of two selected cohorts in one sentence: for the column in use, else for the nearest one that is complete in both. */
export function CohortComparison({ model, rows }: CohortComparisonProps) {
  const texts = useCompareTexts()
  const { grid, reading, active } = model
  const [a, b] = rows.map((id) => findRow(model, id))
  if (!a || !b) return null
  const shares = (column: number) =>
    [a, b].map(({ grid: of, row }) => finalShare(of, row, column, reading))
  const wanted = Math.max(0, active.column - LEADING)
  const column = grid.columns
    .toSorted((one, other) => Math.abs(one.index - wanted) - Math.abs(other.index - wanted))
    .find(({ index }) => shares(index).every((share) => share !== null))
  const [ofA, ofB] = column ? shares(column.index) : []
  const reason = hasIntervals(grid, reading) ? 'compare.unfinished' : 'compare.none'
  return (
    <>
      {texts.t('compare.title', { a: a.name, b: b.name })}
      {'. '}
      {column && ofA && ofB ? (
        <strong title={texts.t('compare.hint')}>
          {comparisonText(texts, columnHeading(texts, column), compareShares(ofA, ofB))}
        </strong>
      ) : (
        texts.t(reason)
      )}
    </>
  )

  /** A cohort by its id, also while its segment is folded. */
  function findRow({ grid: whole, lines }: CohortModel, id: string) {
    const groups = lines.filter((line) => line.kind === 'segment')
    const all: readonly { segment: string | null; grid: CohortGrid; label?: string }[] =
      groups.length > 0 ? groups : [{ segment: null, grid: whole }]
    for (const { segment, label, grid: of } of all) {
      const row = of.rows.find((cohort) => rowId(cohort, segment) === id)
      if (!row) continue
      const name = [segment === null ? undefined : label, rowHeading(texts, row, of)]
      return { grid: of, row: row.index, name: name.filter(Boolean).join(' · ') }
    }
    return null
  }
}
