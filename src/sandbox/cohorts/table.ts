/** Sums of one cohort by period; the arrays are as long as the periods the cohort has. */
export interface Row {
  /** Number of its window on the timeline. */
  readonly window: number
  users: number
  readonly revenue: number[]
  readonly payers: number[]
  readonly payments: number[]
}

/** A cohort table while it is summed up: its rows by window. */
export type Table = Map<number, Row>

/** Counts one more member into the row of a window, and returns it. */
export function join(table: Table, window: number): Row {
  let row = table.get(window)
  if (!row) table.set(window, (row = { window, users: 0, revenue: [], payers: [], payments: [] }))
  row.users++
  return row
}

/** The rows of a table, the earliest first. */
export const rowsOf = (table: Table): Row[] =>
  [...table.values()].toSorted((a, b) => a.window - b.window)

/** Gives a row at least `length` periods, new ones at 0. */
export function lengthen(row: Row, length: number): void {
  while (row.revenue.length < length) {
    row.revenue.push(0)
    row.payers.push(0)
    row.payments.push(0)
  }
}
