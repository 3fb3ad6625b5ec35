import { readFileSync } from 'node:fs'
import { DatabaseSync } from 'node:sqlite'
import type { LogRow, RateRow } from '../../../src/entries/sandbox.ts'

/** A question with every part spelled out; null for none. Instants in unix seconds. */
export interface OracleQuestion {
  readonly mode: string
  readonly grouping: string
  readonly definition: string
  readonly net: boolean
  readonly currency: string
  readonly environment: number
  readonly from: number
  readonly to: number
  readonly filterBy: string | null
  readonly filterValues: readonly string[]
  readonly groupBy: string | null
}

/** Metrics by name, as SQL computes them. */
export type Metrics = Readonly<
  Record<'revenue' | 'payers' | 'subscriptions' | 'arpu' | 'arppu' | 'arpas', number | null>
>

/** One table of the answer; the whole has the scope '', a segment that of its value. */
export interface OracleTable {
  readonly scope: string
  readonly users: number
  readonly rows: readonly {
    readonly label: string
    readonly start: number
    readonly end: number
    readonly users: number
    readonly cells: readonly Metrics[]
  }[]
  readonly total: readonly Metrics[]
  readonly maxima: Metrics
}

/** What the oracle answers. */
export interface OracleAnswer {
  readonly from: number
  readonly to: number
  readonly tables: readonly OracleTable[]
}

const sql = (name: string) => readFileSync(new URL(`${name}.sql`, import.meta.url), 'utf8')

/** An independent engine: SQLite computes cohort tables from a raw log, by SQL written from the rules alone. */
export function createOracle(log: readonly LogRow[], rates: readonly RateRow[], now: Date) {
  const db = new DatabaseSync(':memory:')
  load(db, 'log', log)
  load(db, 'rate', rates, ['date', 'currency', 'usd'])
  db.exec('CREATE UNIQUE INDEX rate_by_day ON rate (date, currency)')
  load(db, 'setting', [{ now: now.getTime() / 1000 }])
  db.exec(sql('prepare'))
  const tableSql = sql('table')
  return {
    ask(question: OracleQuestion): OracleAnswer {
      load(db, 'question', [columnsOf(question)])
      db.exec(tableSql)
      const answer = read(db)
      db.exec(`
        DROP VIEW maxima; DROP VIEW total; DROP VIEW metrics; DROP TABLE cell; DROP TABLE period; DROP TABLE booked;
        DROP TABLE cohort; DROP TABLE member; DROP TABLE snapped; DROP TABLE question;`)
      return answer
    },
    /** Any other question to the prepared tables. */
    query: (text: string) => db.prepare(text).all(),
    close: () => db.close(),
  }
}

function columnsOf(question: OracleQuestion) {
  return {
    mode: question.mode,
    grouping: question.grouping,
    definition: question.definition,
    net: question.net ? 1 : 0,
    currency: question.currency,
    environment: question.environment,
    cohort_from: question.from,
    cohort_to: question.to,
    filter_by: question.filterBy,
    filter_values: JSON.stringify(question.filterValues),
    group_by: question.groupBy,
  }
}

function load(
  db: DatabaseSync,
  table: string,
  rows: readonly object[],
  columns: readonly string[] = Object.keys(rows[0] ?? {}),
): void {
  db.exec(`CREATE TABLE ${table} (${columns.join()})`)
  const insert = db.prepare(`INSERT INTO ${table} VALUES (${columns.map(() => '?').join()})`)
  db.exec('BEGIN')
  for (const row of rows) {
    const values = row as Readonly<Record<string, string | number | null>>
    insert.run(...columns.map((column) => values[column] ?? null))
  }
  db.exec('COMMIT')
}

interface Scoped extends Metrics {
  readonly scope: string
  readonly cohort: number
}

function read(db: DatabaseSync): OracleAnswer {
  const all = <Row>(text: string) => db.prepare(text).all() as unknown as Row[]
  const cells = groupBy(
    all<Scoped>('SELECT * FROM metrics ORDER BY scope, cohort, k'),
    ({ scope, cohort }) => `${scope} ${cohort}`,
  )
  const rows = groupBy(
    all<{ scope: string; cohort: number; users: number; starts: string; ends: string }>(
      `SELECT scope, cohort, users, starts, ends
       FROM question JOIN cohort JOIN calendar ON calendar.grouping = question.grouping AND i = cohort
       ORDER BY scope, cohort`,
    ),
    ({ scope }) => scope,
  )
  const totals = groupBy(all<Scoped>('SELECT * FROM total ORDER BY scope, k'), ({ scope }) => scope)
  const tables = all<Scoped>('SELECT * FROM maxima ORDER BY scope').map((maxima) => {
    const own = rows.get(maxima.scope)!
    return {
      scope: maxima.scope,
      users: own.reduce((sum, row) => sum + row.users, 0),
      rows: own.map((row) => ({
        label: row.starts,
        start: Date.parse(`${row.starts}T00:00:00Z`) / 1000,
        end: Date.parse(`${row.ends}T00:00:00Z`) / 1000,
        users: row.users,
        cells: cells.get(`${row.scope} ${row.cohort}`) ?? [],
      })),
      total: totals.get(maxima.scope) ?? [],
      maxima,
    }
  })
  const [snapped] = all<{ cohort_from: number; cohort_to: number }>('SELECT * FROM snapped')
  return { from: snapped!.cohort_from, to: snapped!.cohort_to, tables }
}

function groupBy<Row>(rows: readonly Row[], key: (row: Row) => string): Map<string, Row[]> {
  const groups = new Map<string, Row[]>()
  for (const row of rows) {
    const group = groups.get(key(row))
    if (group) group.push(row)
    else groups.set(key(row), [row])
  }
  return groups
}
