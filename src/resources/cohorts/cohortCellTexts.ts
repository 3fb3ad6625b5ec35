import { addPeriods } from '../../core/calendar.ts'
import {
  columnHeading,
  metricName,
  numberText,
  rowHeading,
  valueText,
  type CohortHintTexts,
} from './cohortTexts.ts'
import type { CohortGrid, CohortValue, Reading, RowState } from './grid.types.ts'
import { intervalOf } from './grid.uncertainty.model.ts'
import { lacksPrevious, readCell, readTotal } from './grid.views.model.ts'
import { isGrouping } from './grouping.ts'

/** A cell in words: the sentence a screen reader speaks and a tooltip heads, and what explains it. */
export interface CellDescription {
  readonly sentence: string
  readonly details: readonly string[]
}

/** Describes one number of a row, with its interval where it has one; `isNet` where its money is net. */
export function describeCell(
  texts: CohortHintTexts,
  grid: CohortGrid,
  rowIndex: number,
  column: number,
  reading: Reading,
  isNet = false,
): CellDescription {
  const { t } = texts
  const row = grid.rows[rowIndex]!
  const cell = readCell(grid, rowIndex, column, reading)
  return {
    sentence: t('cohorts.describe', {
      cohort: rowHeading(texts, row, grid),
      column: columnHeading(texts, grid.columns[column]!),
      value: valueText(texts, cell, grid.currency) || '–',
      state: t(`cohorts.state.${cell.state}`),
    }),
    details: [
      ...partsText(texts, grid, cell, reading),
      ...(lacksPrevious(reading, column) ? [t('cohorts.first')] : []),
      ...intervalText(texts, grid, rowIndex, column, reading),
      ...periodText(texts, grid, row.start, column),
      definitionText(texts, grid, reading),
      t(`cohorts.state.${cell.state}.hint`),
      ...returnsText(texts, grid, cell),
      ...(isNet && cell.state === 'final' && isMoney(reading) ? [t('cohorts.refunds')] : []),
      ...rowHint(texts, row.state),
    ],
  }
}

/** Describes one number of the totals row. */
export function describeTotal(
  texts: CohortHintTexts,
  grid: CohortGrid,
  column: number,
  reading: Reading,
): CellDescription {
  const { t } = texts
  const cell = readTotal(grid, column, reading)
  return {
    sentence: t('cohorts.describe', {
      cohort: t('cohorts.total'),
      column: columnHeading(texts, grid.columns[column]!),
      value: valueText(texts, cell, grid.currency),
      state: t(`cohorts.state.${cell.state}`),
    }),
    details: [
      ...partsText(texts, grid, cell, reading),
      ...(lacksPrevious(reading, column) ? [t('cohorts.first')] : []),
      definitionText(texts, grid, reading),
      t(reading.view === 'absolute' ? 'cohorts.total.hint' : 'cohorts.total.hint.derived'),
      ...(cell.state === 'final' ? [] : [t('cohorts.total.unfinished')]),
      ...returnsText(texts, grid, cell),
    ],
  }
}

/** Describes a cohort by its window and its state. */
export function describeRow(
  texts: CohortHintTexts,
  grid: CohortGrid,
  rowIndex: number,
): CellDescription {
  const row = grid.rows[rowIndex]!
  return {
    sentence: texts.format.range(row.start, row.end),
    details: rowHint(texts, row.state),
  }
}

/** Describes a period by its offset and, by renewals, the API's own label: by days that is a date of the first cohort alone. */
export function describeColumn(
  texts: CohortHintTexts,
  grid: CohortGrid,
  column: number,
): CellDescription {
  const { label } = grid.columns[column]!
  const heading = columnHeading(texts, grid.columns[column]!)
  const isNamed = grid.mode === 'by_days' || label === heading
  return { sentence: isNamed ? heading : `${heading} (${label})`, details: [] }
}

/** What a number is: its metric, what the view makes of it, and on what basis the answer has it. */
export function definitionText(
  texts: CohortHintTexts,
  grid: CohortGrid,
  { metric, view }: Reading,
): string {
  const { t } = texts
  const basis = grid.basis[metric]
  const name = metricName(texts, metric, grid.definition)
  if (basis !== 'period') return `${name}: ${t(`cohorts.basis.${basis}`)}`
  // Who paid of all members says both at once.
  const own = view === 'percentOfSize' ? [] : [t(`cohorts.definition.${metric}`)]
  return `${name}: ${[...own, ...STEPS[view].map((step) => t(`cohorts.definition.${step}`))].join(' ')}`
}

/** Who paid and how often is counted refunded or not; money is not. */
const isMoney = ({ metric }: Pick<Reading, 'metric'>) =>
  metric !== 'payers' && metric !== 'subscriptions'

const STEPS = {
  absolute: [],
  cumulative: ['cumulative'],
  perMember: ['perMember'],
  cumulativePerMember: ['cumulative', 'perMember'],
  percentOfSize: ['percentOfSize'],
  percentOfFirst: ['percentOfFirst'],
  percentOfPrevious: ['percentOfPrevious'],
} as const

/** What a ratio is of what: 41 of 100, or an amount divided by people; exact where the ratio itself is rounded. */
export function partsText(
  { t, format }: CohortHintTexts,
  grid: Pick<CohortGrid, 'currency'>,
  { value, unit, of }: CohortValue,
  { metric, view }: Reading,
): string[] {
  // Without a value only that there was nothing to divide by is worth a line: it is why.
  if (!of || (value === null && of.denominator > 0)) return []
  const counted = isMoney({ metric }) ? 'money' : 'count'
  const ofSame = view === 'percentOfFirst' || view === 'percentOfPrevious'
  const write = (number: number, kind: 'count' | 'money') =>
    numberText(format, number, kind, grid.currency)
  const parts = {
    part: write(of.numerator, counted),
    whole: write(of.denominator, ofSame ? counted : 'count'),
  }
  return [t(unit === 'percent' ? 'cohorts.of' : 'cohorts.per', parts)]
}

function intervalText(
  { t, format }: CohortHintTexts,
  grid: CohortGrid,
  row: number,
  column: number,
  reading: Reading,
): string[] {
  const interval = intervalOf(grid, row, column, reading)
  if (!interval) return []
  const [low, high] = [format.percent(interval.low), format.percent(interval.high)]
  return [t('cohorts.interval', { low, high })]
}

function periodText(
  { format }: CohortHintTexts,
  grid: CohortGrid,
  start: number,
  column: number,
): string[] {
  const { grouping } = grid
  if (grid.mode !== 'by_days' || !isGrouping(grouping)) return []
  const from = addPeriods(grouping, start, column)
  return [format.range(from, addPeriods(grouping, from, 1))]
}

/** A new subscription counts from its first payment, whenever it begins: no date ends that. */
const returnsText = (
  { t }: CohortHintTexts,
  { mode }: Pick<CohortGrid, 'mode'>,
  { state }: Pick<CohortValue, 'state'>,
): string[] => (state === 'final' && mode === 'by_renewals' ? [t('cohorts.returns')] : [])

function rowHint({ t }: CohortHintTexts, state: RowState): string[] {
  return state === 'complete' ? [] : [t(`cohorts.row.${state}`)]
}
