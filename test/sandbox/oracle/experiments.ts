import { readFileSync } from 'node:fs'
import { DatabaseSync } from 'node:sqlite'
import type { LogRow, RateRow } from '../../../src/entries/sandbox.ts'

/** An experiment with two groups of equal weight, as SQL is told of it. Instants in unix seconds. */
export interface OracleExperiment {
  readonly id: string
  readonly started: number
  readonly finished: number | null
  readonly offer: string | null
  /** Ids, and which share of the users assigned is lost before they are exposed. */
  readonly groups: readonly { readonly id: string; readonly lost: number }[]
}

/** Results of one group as SQL computes them, all its figures by name. */
export type OracleGroup = Readonly<Record<string, number>>

const sql = readFileSync(new URL('experiments.sql', import.meta.url), 'utf8')
const [tables, question] = [
  sql.slice(0, sql.lastIndexOf('SELECT\n  experiment')),
  sql.slice(sql.lastIndexOf('SELECT\n  experiment')),
]

/** An independent engine: SQLite reads the results of experiments out of a raw log; by group id. */
export function askExperiments(
  log: readonly LogRow[],
  rates: readonly RateRow[],
  experiments: readonly OracleExperiment[],
  setting: { readonly now: number; readonly windowDays: number | null },
): ReadonlyMap<string, OracleGroup> {
  const db = new DatabaseSync(':memory:')
  db.function('share', { deterministic: true, varargs: true }, (...path) => share(path.join('/')))
  load(db, 'log', log)
  load(db, 'rate', rates)
  load(db, 'setting', [{ now: setting.now, window_days: setting.windowDays }])
  load(
    db,
    'experiment',
    experiments.map(({ id, started, finished, offer }) => ({ id, started, finished, offer })),
  )
  load(
    db,
    'grp',
    experiments.flatMap(({ id: experiment, groups }) =>
      groups.map((group, position) => ({ ...group, experiment, position })),
    ),
  )
  db.exec('CREATE INDEX log_of_customer ON log (customer_id); CREATE INDEX of_day ON rate (date)')
  db.exec(tables)
  const rows = db.prepare(question).all() as Record<string, string | number>[]
  db.close()
  return new Map(rows.map((row) => [String(row['grp']), figuresOf(row)]))
}

const figuresOf = (row: Readonly<Record<string, string | number>>): OracleGroup =>
  Object.fromEntries(
    Object.entries(row).filter((entry): entry is [string, number] => typeof entry[1] === 'number'),
  )

/** FNV-1a of the text and one round of mixing, in whole numbers without end: no arithmetic of the sandbox is used. */
function share(text: string): number {
  const cut = (value: bigint) => BigInt.asUintN(32, value)
  let state = 0x811c9dc5n
  for (const letter of text) state = cut((state ^ BigInt(letter.charCodeAt(0))) * 0x01000193n)
  const golden = 0x9e3779b9n
  let bits = cut(golden + state * golden)
  bits = cut((bits ^ (bits >> 16n)) * 0x21f0aaadn)
  bits = cut((bits ^ (bits >> 15n)) * 0x735a2d97n)
  return Number(bits ^ (bits >> 15n)) / 2 ** 32
}

function load(db: DatabaseSync, name: string, rows: readonly object[]): void {
  const columns = Object.keys(rows[0] ?? {})
  db.exec(`CREATE TABLE ${name} (${columns.join(', ')})`)
  const insert = db.prepare(`INSERT INTO ${name} VALUES (${columns.map(() => '?').join(', ')})`)
  db.exec('BEGIN')
  for (const row of rows) insert.run(...(Object.values(row) as (string | number | null)[]))
  db.exec('COMMIT')
}
