import Papa from 'papaparse'
import { isoDate } from '../../core/calendar.ts'
import { CSV_WRITING } from '../../core/csv.ts'
import type { ExperimentRow } from './list.model.ts'
import {
  datesText,
  healthTexts,
  metricText,
  resultTexts,
  statusText,
  type ExperimentListTexts,
} from './listTexts.ts'

/** What a list holds when it is written out. */
export interface ExperimentsCsvSource {
  readonly rows: readonly ExperimentRow[]
  /** When the list was fetched, in milliseconds since the epoch. */
  readonly asOf: number
  /** Names of metrics by id, where they are not the API's. */
  readonly metricNames?: Readonly<Record<string, string>> | undefined
}

/**
 * A list of experiments as CSV (RFC 4180) in the order it has: numbers stay numbers, words stand as codes and as sentences. What is
 * not known is empty, nobody is 0, and too little data is `not-enough-data`.
 */
export function experimentsCsv(
  texts: ExperimentListTexts,
  { rows, asOf, metricNames = {} }: ExperimentsCsvSource,
): string {
  const lines = rows.map((row) => {
    const { experiment, startedAt, finishedAt, days, health, judged } = row
    const { word, reasons } = resultTexts(texts, row, metricNames)
    const metric = experiment.primary_metric
    return {
      id: experiment.id,
      name: experiment.name,
      alias: experiment.alias_id,
      status: experiment.status,
      status_text: statusText(texts, experiment.status),
      started_on: startedAt === null ? null : isoDate(startedAt),
      finished_on: finishedAt === null ? null : isoDate(finishedAt),
      dates_text: datesText(texts, experiment),
      days,
      primary_metric: metric,
      primary_metric_text: metric && metricText(texts, metric, metricNames),
      goal_direction: experiment.goal_direction,
      context_key: experiment.context_key,
      health: judged ? health : row.state,
      health_text: healthTexts(texts, row).join(' '),
      result: judged ? judged.decision.word : (row.state ?? 'no-results'),
      result_arm: judged?.decision.arm ?? null,
      result_text: word,
      result_reasons: reasons.join(' '),
      users_exposed: judged?.analysis.maturity.exposed ?? null,
      users_mature: judged?.analysis.maturity.mature ?? null,
      users_planned: judged?.analysis.plan.plannedUsers ?? null,
      as_of: new Date(asOf).toISOString(),
    }
  })
  return Papa.unparse(lines, CSV_WRITING)
}

/** Name of the file: a day's list does not overwrite another day's. */
export const csvName = ({ asOf }: Pick<ExperimentsCsvSource, 'asOf'>): string =>
  `experiments-${isoDate(asOf / 1000)}.csv`
