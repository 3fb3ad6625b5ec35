import { chosenAttributes } from '../../core/attributes.ts'
import type { Format } from '../../i18n/format.ts'
import type { cohortHints } from '../../i18n/en/cohortHints.ts'
import type { cohorts } from '../../i18n/en/cohorts.ts'
import type { common } from '../../i18n/en/common.ts'
import type { Texts } from '../../i18n/useTexts.ts'
import type {
  CohortColumn,
  CohortGrid,
  CohortGridRow,
  CohortSummary,
  CohortValue,
  Reading,
} from './grid.types.ts'
import { cautionOf, isOffered, underOf, unitOf } from './grid.views.model.ts'
import { isGrouping } from './grouping.ts'
import type { CohortDefinition, CohortMetric, CohortsInput } from './types.ts'

export type { Reading } from './grid.types.ts'

/** Texts and formatters of the cohort table. */
export type CohortTexts = Texts<keyof typeof common | keyof typeof cohorts>

/** The same with the texts that explain numbers. */
export type CohortHintTexts = Texts<
  keyof typeof common | keyof typeof cohorts | keyof typeof cohortHints
>

/** Name of a metric; what ARPU divides by depends on who counts. */
export function metricName(
  { t }: CohortTexts,
  metric: CohortMetric,
  definition: CohortDefinition,
): string {
  return t(metric === 'arpu' ? `cohorts.metric.arpu.${definition}` : `cohorts.metric.${metric}`)
}

/** Name of what is read: the metric and, but for plain amounts, its view. */
export function readingName(
  texts: CohortTexts,
  { definition }: Pick<CohortGrid, 'definition'>,
  { metric, view }: Reading,
): string {
  const { t } = texts
  const name = metricName(texts, metric, definition)
  if (view === 'absolute') return name
  return t('cohorts.readBack.view', { metric: name, view: t(`cohorts.view.${view}`) })
}

/** Heading of the size column: what the cohort is made of. */
export const sizeHeading = ({ t }: CohortTexts, definition: CohortDefinition): string =>
  t(`cohorts.size.${definition}`)

/** Heading of the cohort column: how long its windows are. */
export const cohortHeading = ({ t }: CohortTexts, grouping: string): string =>
  t(isGrouping(grouping) ? `cohorts.heading.${grouping}` : 'cohorts.heading.other')

/** Heading of a period: its offset where its length is known, else the API's own label. */
export const columnHeading = ({ t }: CohortTexts, column: CohortColumn): string =>
  column.unit ? t(`cohorts.column.${column.unit}`, { n: column.offset }) : column.label

/** Heading of a row: its window in the viewer's words. */
export function rowHeading(
  { t, format }: CohortTexts,
  { start }: CohortGridRow,
  grid: CohortGrid,
): string {
  if (grid.grouping === 'month') return format.month(start)
  if (grid.grouping === 'year') return format.year(start)
  if (grid.grouping !== 'quarter') return format.day(start)
  const n = Math.floor(new Date(start * 1000).getUTCMonth() / 3) + 1
  return t('cohorts.heading.quarterOf', { n, year: format.year(start) })
}

/** Heading of a summary row: a mean says what it is per, and that of payers that it is a share, also below counts. */
export function summaryLabel({ t }: CohortTexts, { kind, reading, unit }: CohortSummary): string {
  if (kind === 'median') return t('cohorts.median')
  if (underOf(reading) !== 'size') return t('cohorts.mean')
  return t(unit === 'percent' ? 'cohorts.mean.share' : 'cohorts.mean.perMember')
}

/** A number as the table, the tooltip and the screen reader show it: empty before its time, a dash without a value. */
export function valueText(
  { format }: CohortTexts,
  { value, state, unit }: CohortValue,
  currency: string,
): string {
  if (value === null) return state === 'future' ? '' : '–'
  return numberText(format, value, unit, currency)
}

/** A plain number in the format of its unit. */
export function numberText(
  format: Format,
  value: number,
  unit: CohortValue['unit'],
  currency: string,
): string {
  if (unit === 'money') return format.money(value, currency)
  if (unit === 'rate') return format.rate(value)
  return unit === 'count' ? format.count(value) : format.percent(value)
}

/** The question of a table in one line: what, how, in which money, over which time, of whom. Filters and split as they are named in `question`. */
export function readBack(
  texts: CohortTexts,
  grid: CohortGrid,
  question: CohortsInput,
  { metric, view }: Reading,
): string {
  const { t, format } = texts
  const line = t(unitOf(metric, view) === 'money' ? 'cohorts.readBack' : 'cohorts.readBack.count', {
    metric: readingName(texts, grid, { metric, view }),
    revenue: t(`cohorts.revenue.${question.revenue_type ?? 'gross'}`),
    currency: grid.currency,
    size: sizeHeading(texts, grid.definition),
    grouping: isGrouping(grid.grouping) ? t(`cohorts.grouping.${grid.grouping}`) : grid.grouping,
    mode: isMode(grid.mode) ? t(`cohorts.mode.${grid.mode}`) : grid.mode,
    range: format.range(grid.from, grid.to),
    environment: t(question.environment === 0 ? 'environment.sandbox' : 'environment.production'),
  })
  const filters = chosenAttributes(question.filter).map(([attribute, values]) =>
    t('cohorts.filter', { attribute, values: values.join(', ') }),
  )
  const split = question.group_by ? [t('cohorts.split', { attribute: question.group_by })] : []
  return [line, ...filters, ...split].join(' · ')
}

/** How fresh the numbers are. `asOf` in milliseconds. */
export function asOfText({ t, format }: CohortTexts, grid: CohortGrid, asOf: number): string {
  return t('cohorts.asOf', { day: format.day(grid.now - 1), instant: format.instant(asOf) })
}

/** What a reader must know before trusting what the table shows, as sentences; often none. */
export function noticeTexts(
  texts: CohortTexts,
  grid: CohortGrid,
  question: CohortsInput,
  reading: Reading,
): string[] {
  const { t, format } = texts
  const notices: string[] = []
  const asked = question.currency
  if (asked && asked !== grid.currency)
    notices.push(t('cohorts.notice.currency', { given: grid.currency, asked }))
  if (grid.rows.length === 0) return notices
  if (!isOffered(grid, reading)) notices.push(t('cohorts.notice.view'))
  else if (cautionOf(reading.view, grid) === 'partialFirst')
    notices.push(t('cohorts.notice.partialFirst'))
  if (grid.mixedLengths) notices.push(t('cohorts.notice.mixedLengths'))
  if (grid.assumesEnds) notices.push(t('cohorts.notice.ends'))
  if (grid.mayBeCumulative) notices.push(t('cohorts.notice.cumulative'))
  if (grid.wasCalendarAligned) notices.push(t('cohorts.notice.aligned'))
  const { metric } = reading
  if (grid.basis[metric] === 'vendor')
    notices.push(t('cohorts.notice.vendor', { metric: metricName(texts, metric, grid.definition) }))
  const cut = grid.rows.filter((row) => row.state === 'cut').length
  if (cut > 0) notices.push(t('cohorts.notice.cut', { count: cut, n: format.count(cut) }))
  return notices
}

/** Likely reasons for an empty table, the most likely first. */
export function emptyReasons(
  texts: CohortTexts,
  grid: CohortGrid,
  question: CohortsInput,
): string[] {
  const { t, format } = texts
  const reasons = [
    chosenAttributes(question.filter).length > 0 && t('cohorts.empty.filter'),
    question.environment === 0 && t('cohorts.empty.environment'),
    t('cohorts.empty.range', { range: format.range(grid.from, grid.to) }),
    grid.definition !== 'new_customers' &&
      t('cohorts.empty.definition', { size: sizeHeading(texts, grid.definition) }),
    t('cohorts.empty.source'),
  ]
  return reasons.filter((reason) => reason !== false)
}

const isMode = (mode: string): mode is 'by_days' | 'by_renewals' =>
  mode === 'by_days' || mode === 'by_renewals'
