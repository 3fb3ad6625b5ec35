'use client'
import { useMemo, type ReactNode } from 'react'
import { numberText, type CohortHintTexts, type CohortTexts } from './cohortTexts.ts'
import { TOP_LEVEL, type Heat, type HeatStop } from './grid.colour.model.ts'
import { occurringStates } from './grid.states.model.ts'
import type { CellState, CohortGrid, Reading } from './grid.types.ts'
import { unitOf } from './grid.views.model.ts'
import type { CohortModel } from './useCohortModel.ts'
import { useCohortTexts } from './useCohortTexts.ts'

/** Props of `CohortLegend`. */
export interface CohortLegendProps {
  /** The grid and the colours that are explained; with the lines of a table, the states of its segments and its small cohorts too. */
  readonly model: { readonly grid: CohortGrid; readonly heat: Heat } & Partial<
    Pick<CohortModel, 'lines' | 'minSize'>
  >
  /** Metric and view that the numbers are read in. */
  readonly reading: Reading
  /** What stands for the states, where cells that are not final have no colour, as in a heat map. @default a sample of each, as in a table */
  readonly children?: ReactNode
  /** With them each state says more where it is pointed at. */
  readonly hints?: CohortHintTexts | undefined
}

/** Says what the colours and patterns mean: what is compared, numbers at the ends and the middle, the states that occur, and cohorts that are too small. */
export function CohortLegend({ model, reading, hints, children }: CohortLegendProps) {
  const texts = useCohortTexts()
  const { t, format } = texts
  const { grid, heat, lines, minSize = 0 } = model
  const { scope, scale } = heat.options
  const states = useMemo(() => {
    const grids = new Set([grid, ...(lines ?? []).map((line) => line.grid)])
    const found = [...grids].map(occurringStates)
    return SHOWN.filter((state) => found.some((occurring) => occurring.has(state)))
  }, [grid, lines])
  return (
    <div className="qv-legend" role="group" aria-label={t('cohorts.legend')} data-ramp={heat.ramp}>
      <div className="qv-legend-ramp">
        <span>{t(`cohorts.legend.${scale === 'diverging' ? 'mean' : scope}`)}</span>
        <span className="qv-legend-scale">
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
          <span className="qv-legend-stops">
            {stopTexts(texts, grid, heat, reading).map((text) => (
              <bdi key={text} className="qv-legend-stop">
                {text}
              </bdi>
            ))}
          </span>
        </span>
      </div>
      {children ??
        states.map((state) => (
          <span
            key={state}
            className="qv-legend-state"
            title={hints?.t(`cohorts.state.${state}.hint`)}
          >
            <span
              className="qv-legend-sample qv-heat"
              data-level={scale === 'diverging' ? 7 : 4}
              data-state={state}
              aria-hidden="true"
            >
              12
            </span>
            {t(`cohorts.state.${state}`)}
          </span>
        ))}
      {lines?.some((line) => line.kind === 'cohort' && line.isSmall) && (
        <span className="qv-legend-state">
          ○ {t('cohorts.legend.small', { size: format.count(minSize) })}
        </span>
      )}
    </div>
  )
}

const SHOWN = ['final', 'settling', 'open', 'provisional'] as const satisfies readonly CellState[]
const LEVELS = [...Array(TOP_LEVEL + 1).keys()]

/** The numbers of the scale; words where each column or row has its own. A middle that reads as an end is left out. */
function stopTexts(
  texts: CohortTexts,
  grid: CohortGrid,
  { options, stops }: Heat,
  { metric, view }: Reading,
): readonly string[] {
  const { t, format } = texts
  const unit = unitOf(metric, view)
  const number = (value: number) => numberText(format, value, unit, grid.currency)
  const away = (value: number) =>
    unit === 'percent' ? t('cohorts.legend.points', { n: format.points(value) }) : number(value)

  const written = stops.map(({ level, value }: HeatStop) => {
    if (options.scale !== 'diverging')
      return value === null ? t('cohorts.legend.highest') : number(value)
    if (value === 0) return t('cohorts.legend.middle')
    const side = level > 0 ? 'above' : 'below'
    return value === null
      ? t(`cohorts.legend.farthest.${side}`)
      : t(`cohorts.legend.${side}`, { value: away(Math.abs(value)) })
  })
  return written.filter((text, index) => text !== written[index - 1])
}
