import { buildCohortGrid } from '../resources/cohorts/grid.build.model.ts'
import type { CohortGrid } from '../resources/cohorts/grid.types.ts'
import type { CohortsAnswer } from '../resources/cohorts/types.ts'
import type { LtvAnswer, LtvTrialConversionAnswer } from '../resources/ltv/types.ts'
import { agrees, type Comparison } from './compare.ts'
import type { Finding, Outcome } from './examine.ts'
import {
  cohortIdentities,
  ltvIdentities,
  sharedIdentities,
  trialIdentities,
  type Identity,
} from './identities.ts'
import { redact } from './redact.ts'

/** All that came of a visit. */
export interface Visit {
  readonly findings: readonly Finding[]
  readonly identities: readonly Identity[]
  /** Undefined where the cohort table could not be read. */
  readonly grid: CohortGrid | undefined
  /** An exported table held against the grid, where there are both. */
  readonly comparison: Comparison | undefined
}

const COHORTS = 'v4GetCohortAnalyticsData'
const LTV = 'v4GetLtvAnalyticsData'
const TRIALS = 'v4GetLtvTrialConversionAnalyticsData'

const MARKS: Record<Outcome, string> = {
  fits: 'fits      ',
  partly: 'partly    ',
  unknown: 'UNKNOWN   ',
  refused: 'REFUSED   ',
  keyRefused: 'REFUSED   ',
  unasked: 'unasked   ',
  unanswered: 'UNANSWERED',
  skipped: 'skipped   ',
}

/** One line for a read: how it went and, where it did not fit, why. */
export function findingLine({ operation, outcome, detail }: Finding): string {
  return `${MARKS[outcome]} ${operation.id}${detail && `: ${detail}`}`
}

/** What there is to say, and to do, where the API does not know the key; undefined where it was not refused. `base` is the address that was asked. */
export function keyRefusalLines(
  findings: readonly Finding[],
  base: string,
): readonly string[] | undefined {
  if (!findings.some(({ outcome }) => outcome === 'keyRefused')) return undefined
  const unasked = findings.flatMap(({ operation, outcome }) =>
    outcome === 'unasked' ? [operation.id] : [],
  )
  return [
    `${base} does not know this key, so nothing was read, and whether its answers fit cannot be said.`,
    'Set QONVERSION_SECRET_KEY to the whole Secret Key of the project: it begins with sk_ or test_sk_. The project key that apps carry opens ' +
      'nothing here, and a key that was replaced no longer does.',
    `Not asked, because they would be refused alike: ${unasked.join(', ')}.`,
  ]
}

/** Every identity that the answers at hand can be tried on. */
export function identitiesOf(findings: readonly Finding[]): Identity[] {
  // Checked by the operation's own schema: the types are those of its answer.
  const cohorts = answerOf(findings, COHORTS) as CohortsAnswer | undefined
  const ltv = answerOf(findings, LTV) as LtvAnswer | undefined
  const trials = answerOf(findings, TRIALS) as LtvTrialConversionAnswer | undefined
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
  const answer = answerOf(findings, COHORTS) as CohortsAnswer | undefined
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
    ...(Object.values(grid.basis).includes('vendor')
      ? ['vendor: none of the ratios known for it fits, so it is shown as the API gives it.']
      : []),
    ...(grid.wasCalendarAligned ? ['Columns came as calendar periods and were moved.'] : []),
  ]
}

/** What the visit came to: what to do about what does not fit, one sentence for each kind of trouble, or what to look at all the same. */
export function verdictOf({ findings, identities, grid, comparison }: Visit): readonly string[] {
  const has = (...outcomes: Outcome[]) => findings.some(({ outcome }) => outcomes.includes(outcome))
  const refused = findings.filter(({ outcome }) => outcome === 'refused')
  // An address that is no API's knows none of the lists, which every project has.
  const isElsewhere =
    refused.length > 0 &&
    !has('fits', 'partly') &&
    refused.every(({ detail }) => detail.startsWith('404'))
  const advice: readonly (readonly [boolean, string])[] = [
    [
      has('unanswered'),
      'UNANSWERED: nothing came back. Check --base, and that this machine reaches it.',
    ],
    [
      isElsewhere,
      'REFUSED: nothing is at that address. Check --base: it ends with the version of the API, as https://api.qonversion.io/v4 does.',
    ],
    [
      refused.length > 0 && !isElsewhere,
      'REFUSED: check that QONVERSION_SECRET_KEY is the whole key of this project and may read this.',
    ],
    [
      has('unknown', 'partly'),
      'UNKNOWN, partly: give QonversionProvider an adapter for that operation, and open an issue with the sample above.',
    ],
    [
      identities.some(({ holds }) => holds === false),
      'FAILS: figures mean something else than assumed. Open an issue with the sample above.',
    ],
    [
      comparison !== undefined && !agrees(comparison),
      'DIFFERS: the exported table is not the one that the API answered with. Export it anew for the same months, all customers, real ' +
        'purchases and the same currency, because periods that still run change by the hour; if months that are over differ too, open an issue.',
    ],
  ]
  const wrong = advice.flatMap(([occurs, text]) => (occurs ? text : []))
  if (wrong.length > 0) return ['Some things do not fit.', ...wrong]
  const isDoubtful = grid && (grid.mayBeCumulative || Object.values(grid.basis).includes('vendor'))
  return [
    isDoubtful
      ? 'Everything that could be tried fits, but what the cohort table holds is in doubt: read what stands under it above.'
      : 'Everything that could be tried fits.',
  ]
}

/** True where everything that could be tried fits. */
export function fitsAll({ findings, identities, comparison }: Visit): boolean {
  return (
    findings.every(({ outcome }) => outcome === 'fits' || outcome === 'skipped') &&
    identities.every(({ holds }) => holds !== false) &&
    (comparison === undefined || agrees(comparison))
  )
}

/** What did not fit, with the shape of its answer and none of its values: to be attached to an issue. */
export function sampleOf(findings: readonly Finding[]): string {
  const doubtful = findings.filter(
    ({ operation, outcome, raw }) =>
      raw !== undefined &&
      (outcome === 'unknown' ||
        outcome === 'partly' ||
        operation.id === COHORTS ||
        operation.id === LTV),
  )
  const sample = doubtful.map(({ operation, outcome, detail, raw }) => ({
    operation: operation.id,
    outcome,
    detail: detail || undefined,
    answer: redact(raw),
  }))
  return JSON.stringify(sample, null, 2)
}

const answerOf = (findings: readonly Finding[], id: string): unknown =>
  findings.find(({ operation }) => operation.id === id)?.answer
