import { expect } from 'vitest'
import type { CohortCell, CohortRow, CohortsAnswer } from '../../../src/resources/cohorts/types.ts'
import type { Metrics, OracleAnswer, OracleTable } from './oracle.ts'

const METRICS = ['revenue', 'payers', 'subscriptions', 'arpu', 'arppu', 'arpas'] as const

interface Table {
  readonly cohorts: readonly CohortRow[]
  readonly total: { readonly users: number; readonly periods: readonly CohortCell[] } | null
  readonly max_values: Metrics
}

/** Expects an answer to be what SQL computed, money to the cent; returns how many values were equal. */
export function expectEqual(answer: CohortsAnswer, oracle: OracleAnswer, question: string): number {
  expect([answer.cohort_from, answer.cohort_to], `${question}: snapped range`).toEqual([
    oracle.from,
    oracle.to,
  ])
  const whole = oracle.tables.find(({ scope }) => scope === '') ?? EMPTY
  const parts = oracle.tables.filter(({ scope }) => scope !== '')
  const segments = answer.segments ?? []
  expect(segments.map(({ value }) => value).toSorted(), `${question}: segments`).toEqual(
    parts.map(({ scope }) => scope),
  )
  const tables: [name: string, Table, OracleTable][] = [['whole', answer, whole]]
  for (const part of parts)
    tables.push([part.scope, segments.find(({ value }) => value === part.scope)!, part])
  return tables.reduce(
    (sum, [name, table, wanted]) => sum + compareTable(table, wanted, `${question}, ${name}`),
    0,
  )
}

const EMPTY: OracleTable = {
  scope: '',
  users: 0,
  rows: [],
  total: [],
  maxima: { revenue: 0, payers: 0, subscriptions: 0, arpu: 0, arppu: 0, arpas: 0 },
}

function compareTable(table: Table, wanted: OracleTable, where: string): number {
  const shape = table.cohorts.map((row) => [
    row.label,
    row.cohort_start,
    row.cohort_end,
    row.users,
    row.periods.length,
  ])
  expect(shape, `${where}: rows`).toEqual(
    wanted.rows.map((row) => [row.label, row.start, row.end, row.users, row.cells.length]),
  )
  expect(table.total?.users ?? 0, `${where}: total users`).toBe(wanted.users)
  const pairs: [CohortCell, Metrics, string][] = [[table.max_values, wanted.maxima, 'maxima']]
  for (const [row, { periods, label }] of table.cohorts.entries())
    for (const [k, cell] of periods.entries())
      pairs.push([cell, wanted.rows[row]!.cells[k]!, `row ${label}, period ${k}`])
  const total = table.total?.periods ?? []
  expect(total.length, `${where}: total periods`).toBe(wanted.total.length)
  for (const [k, cell] of total.entries())
    pairs.push([cell, wanted.total[k]!, `total, period ${k}`])
  const wrong = pairs.flatMap(([cell, metrics, name]) => differences(cell, metrics, name))
  expect(wrong.slice(0, 5), where).toEqual([])
  return pairs.length * METRICS.length + shape.length
}

function differences(cell: CohortCell, wanted: Metrics, name: string): string[] {
  return METRICS.flatMap((metric) => {
    const [found, expected] = [cell?.[metric] ?? null, wanted[metric]]
    const equal =
      found === null || expected === null ? found === expected : Math.abs(found - expected) < 0.005
    return equal ? [] : [`${name}: ${metric} is ${found}, SQL says ${expected}`]
  })
}
