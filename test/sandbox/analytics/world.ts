import { readFileSync } from 'node:fs'
import { expect, it } from 'vitest'
import { execute } from '../../../src/core/execute.ts'
import { createSandbox, type Sandbox } from '../../../src/entries/sandbox.ts'
import { getChart } from '../../../src/resources/charts/operations.ts'
import type { ChartAnswer, ChartCode, ChartInput } from '../../../src/resources/charts/types.ts'
import { getLtv } from '../../../src/resources/ltv/operations.ts'
import type { LtvInput } from '../../../src/resources/ltv/types.ts'
import { figure } from '../../figures.ts'
import { askCohorts, at } from '../ask.ts'
import { createOracle } from '../oracle/oracle.ts'
import { SEEDS } from '../seeds.ts'

export const DAY = 86_400
export const NOW = new Date('2026-02-28T13:37:21Z')
export const now = NOW.getTime() / 1000
export const midnight = at('2026-02-28')
/** A range of whole months, past and complete. */
export const range = { from: at('2025-11-01'), to: at('2026-02-01') }
/** The same as a range of cohorts. */
export const members = { cohort_from: range.from, cohort_to: range.to }
/** All time: the business is 18 months old. */
export const ever = { from: at('2024-08-01'), to: Math.ceil(now) }
/** In the range, for SQL. */
export const inRange = `at >= ${range.from} AND at < ${range.to}`

/** Attributes of the simulated business. */
export const ATTRIBUTES = ['country', 'store', 'campaign', 'product']

const analyticsSql = readFileSync(new URL('analytics.sql', import.meta.url), 'utf8')

/** Asks a sandbox as a hook does: through its fetcher, checked by the operation's own schemas. */
export function analyticsOf({ fetcher }: Pick<Sandbox, 'fetcher'>) {
  return {
    fetcher,
    chart: (chart_code: ChartCode, input: Omit<ChartInput, 'chart_code'> = {}) =>
      execute(getChart, { chart_code, ...input }, { fetcher }),
    ltv: (input: LtvInput = {}) => execute(getLtv, input, { fetcher }),
  }
}

/** A small business of a seed, to ask by the API and by SQL. */
export function openAnalytics(seed: number) {
  const sandbox = createSandbox({ seed, now: NOW, customers: 800 })
  const oracle = createOracle(sandbox.log(), sandbox.rates(), NOW)
  for (const statement of analyticsSql.split(/;\n/).filter((text) => /\w/.test(text)))
    oracle.query(statement)
  const all = <Row>(text: string) => oracle.query(text) as unknown as Row[]
  const one = (text: string) => Number(Object.values(oracle.query(text)[0]!)[0] ?? 0)
  const { chart, ltv, fetcher } = analyticsOf(sandbox)
  return {
    sandbox,
    fetcher,
    chart,
    ltv,
    all,
    one,
    close: oracle.close,
    /** US dollars that SQL adds up: `gross` or `net`, refunds negative. */
    money: (column: 'gross' | 'net', where: string) =>
      one(`SELECT sum(${column}) FROM dollars WHERE environment = 1 AND ${where}`),
    count: (where: string, table = 'live') => one(`SELECT count(*) FROM ${table} WHERE ${where}`),
    /** The one line of a rate over the range, with what it is a share of. */
    rate: async (code: ChartCode) => {
      const { total, totalWeight } = (await chart(code, range)).series[0]!
      return { total: Number(total), weight: Number(totalWeight) }
    },
    /** Revenue of all columns of a cohort table. */
    cohortTotal: async (input: Parameters<typeof askCohorts>[1]) => {
      const { total } = await askCohorts(sandbox, { grouping: 'month', ...input })
      return sum((total?.periods ?? []).map((cell) => cell?.revenue ?? 0))
    },
  }
}

/** Declares equalities as tests and counts those that hold; `report` closes a file with the figures. */
export function countEqualities() {
  const held = { all: 0, sql: 0 }
  const declare =
    (kind: 'all' | 'sql') =>
    (name: string, check: () => Promise<void>): void => {
      it(name, async () => {
        await check()
        held.all++
        if (kind === 'sql') held.sql++
      })
    }
  return {
    /** Two answers that must agree. */
    equality: declare('all'),
    /** An answer and what SQLite computes from the log. */
    sqlEquality: declare('sql'),
    report: (name: string, least: { all: number; sql: number }) =>
      it(`counts at least ${least.all} equalities, ${least.sql} by SQL, for each seed`, () => {
        expect(held.all / SEEDS.length).toBeGreaterThanOrEqual(least.all)
        expect(held.sql / SEEDS.length).toBeGreaterThanOrEqual(least.sql)
        figure(`${name}: equalities`, held.all, 'equal', SEEDS.join())
        figure(`${name}: equalities with an SQL side`, held.sql, 'equal', SEEDS.join())
      }),
  }
}

/** Equal to the cent, and to less than a hundredth of a percent. */
export const expectSame = (found: number, expected: number, what: string) =>
  expect(Math.abs(found - expected), `${what}: ${found} against ${expected}`).toBeLessThan(0.005)

/** Totals of all lines of a chart together. */
export const totalOf = ({ series }: ChartAnswer): number =>
  sum(series.map(({ total }) => Number(total)))

/** Totals of the range before, of all lines together. */
export const totalBefore = ({ series }: ChartAnswer): number =>
  sum(series.map(({ totalPrev }) => Number(totalPrev)))

/** Values of a chart by bucket, all lines together. */
export const valuesOf = ({ series }: ChartAnswer): number[] =>
  (series[0]?.data ?? []).map((_, bucket) =>
    sum(series.map(({ data }) => Number(data[bucket]!.value))),
  )

/** Starts of a chart's buckets, unix seconds. */
export const startsOf = ({ series }: ChartAnswer): number[] =>
  (series[0]?.data ?? []).map((point) => point.start_time)

/** Adds up. */
export const sum = (values: readonly number[]): number =>
  values.reduce((total, value) => total + value, 0)
