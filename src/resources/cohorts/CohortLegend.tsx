'use client'
import { useCohortTexts } from './useCohortTexts.ts'
import { numberText, type Reading } from './cohortTexts.ts'
import { TOP_LEVEL } from './grid.colour.model.ts'
import type { CellState } from './grid.types.ts'
import { occurringStates } from './grid.states.model.ts'
import { unitOf } from './grid.views.model.ts'
import type { CohortTableModel } from './useCohortTable.ts'

const SHOWN: readonly CellState[] = ['final', 'settling', 'open', 'provisional']

/** Says what the colours and patterns of the table mean: the ramp with its ends, and the states that occur. */
export function CohortLegend({ model, reading }: { model: CohortTableModel; reading: Reading }) {
  const { t, format } = useCohortTexts()
  const { grid, anchor } = model
  const unit = unitOf(reading.metric, reading.view)
  const occurring = occurringStates(grid)
  return (
    <div className="qv-legend" role="group" aria-label={t('cohorts.legend')}>
      <span className="qv-legend-ramp">
        <span>{numberText(format, 0, unit, grid.currency)}</span>
        <span className="qv-legend-levels" aria-hidden="true">
          {LEVELS.map((level) => (
            <span
              key={level}
              className="qv-legend-swatch qv-heat"
              data-level={level}
              data-state="final"
            />
          ))}
        </span>
        <span>{numberText(format, anchor, unit, grid.currency)}</span>
      </span>
      {SHOWN.filter((state) => occurring.has(state)).map((state) => (
        <span key={state} className="qv-legend-state" title={t(`cohorts.state.${state}.hint`)}>
          <span
            className="qv-legend-sample qv-heat"
            data-level={4}
            data-state={state}
            aria-hidden="true"
          >
            12
          </span>
          {t(`cohorts.state.${state}`)}
        </span>
      ))}
    </div>
  )
}

const LEVELS = Array.from({ length: TOP_LEVEL + 1 }, (_, level) => level)
