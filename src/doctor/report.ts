import { buildCohortGrid } from '../resources/cohorts/grid.build.model.ts'
import type { CohortGrid } from '../resources/cohorts/grid.types.ts'
import type { CohortsAnswer } from '../resources/cohorts/types.ts'
import type { LtvAnswer, LtvTrialConversionAnswer } from '../resources/ltv/types.ts'
import { compareTable } from './compare.ts'
import { parsePrintedTable } from './dashboardTable.ts'
import type { Finding, Outcome } from './examine.ts'
import {
  cohortIdentities,
  ltvIdentities,
  sharedIdentities,
  trialIdentities,
  type Identity,
} from './identities.ts'
import { redact } from './redact.ts'

const MARKS: Record<Outcome, string> = {
  fits: 'fits      ',
  partly: 'partly    ',
  unknown: 'UNKNOWN   ',
  refused: 'REFUSED   ',
  unanswered: 'UNANSWERED',
  skipped: 'skipped   ',
}

/** One line for a read: how it went and, where it did not fit, why. */
export function findingLine({ operation, outcome, detail }: Finding): string {
  return `${MARKS[outcome]} ${operation.id}${detail && `: ${detail}`}`
}

/** Every identity that the answers at hand can be tried on. */
export function identitiesOf(findings: readonly Finding[]): Identity[] {
  const cohorts = answerOf<CohortsAnswer>(findings, 'v4GetCohortAnalyticsData')
  const ltv = answerOf<LtvAnswer>(findings, 'v4GetLtvAnalyticsData')
  const trials = answerOf<LtvTrialConversionAnswer>(
    findings,
    'v4GetLtvTrialConversionAnalyticsData',
  )
  return [
    ...(cohorts ? cohortIdentities(cohorts) : []),
    ...(ltv ? ltvIdentities(ltv) : []),
    ...(cohorts && ltv ? sharedIdentities(cohorts, ltv) : []),
    ...(trials ? trialIdentities(trials) : []),
  ]
}

/** One line for an identity. */
export function identityLine({ sentence, holds, detail }: Identity): string {
  const mark = holds === null ? 'untried   ' : holds ? 'holds     ' : 'FAILS     '
  return `${mark} ${sentence} (${detail})`
}

/** The cohort table of the findings as the grid reads it; undefined without one. */
export function gridOf(findings: readonly Finding[], now: number): CohortGrid | undefined {
  const answer = answerOf<CohortsAnswer>(findings, 'v4GetCohortAnalyticsData')
  return answer && buildCohortGrid(answer, { now })
}

/** What the ratios of the cohort table were found to be ratios of. */
export function basisLines(grid: CohortGrid): string[] {
  if (grid.rows.length === 0) return ['The range has no cohort, so no basis can be found.']
  const found = Object.entries(grid.basis).map(([metric, basis]) => `${metric}: ${basis}`)
  return [
    `Basis found: ${found.join(', ')}`,
    ...(grid.mayBeCumulative
      ? ['Revenue never falls along any row: it may be a running total. If so, set cellBasis.']
      : []),
    ...(grid.wasCalendarAligned ? ['Columns came as calendar periods and were moved.'] : []),
  ]
}

/** How an exported table of the dashboard agrees with the grid. */
export function comparisonLines(csv: string, grid: CohortGrid): string[] {
  const { rows, isByOrder, agreements } = compareTable(parsePrintedTable(csv), grid)
  if (rows === 0)
    return [
      `No row of the table is a cohort between ${day(grid.from)} and ${day(grid.to - 1)}, by month. ` +
        'Export the dashboard’s table for installs of these months, by month, and compare again.',
    ]
  const best = agreements.slice(0, 3).map(({ reading, compared, equal, firstDifference }) => {
    const where = firstDifference && `; differs first at ${firstDifference}`
    return `  ${reading.metric}, ${reading.view}: ${equal} of ${compared} numbers equal${where}`
  })
  const how = isByOrder ? ' (matched by their order: their headings are no dates)' : ''
  return [`${rows} rows are cohorts of the grid${how}. The best readings:`, ...best]
}

/** What did not fit, with the shape of its answer and none of its values: to be attached to an issue. */
export function sampleOf(findings: readonly Finding[]): string {
  const doubtful = findings.filter(
    ({ operation, outcome, raw }) =>
      raw !== undefined &&
      (outcome === 'unknown' ||
        outcome === 'partly' ||
        operation.id === 'v4GetCohortAnalyticsData' ||
        operation.id === 'v4GetLtvAnalyticsData'),
  )
  const sample = doubtful.map(({ operation, outcome, detail, raw }) => ({
    operation: operation.id,
    outcome,
    ...(detail && { detail }),
    answer: redact(raw),
  }))
  return JSON.stringify(sample, null, 2)
}

function answerOf<Answer>(findings: readonly Finding[], id: string): Answer | undefined {
  return findings.find(({ operation }) => operation.id === id)?.answer as Answer | undefined
}

const day = (at: number): string => new Date(at * 1000).toISOString().slice(0, 10)
