/** Sums of one cohort by period; the arrays are as long as the periods the cohort has. */
export interface Row {
  /** Number of its window on the timeline. */
  readonly window: number
  users: number
  readonly revenue: number[]
  readonly payers: number[]
  readonly payments: number[]
}

/** A cohort table while it is summed up. */
export class Table {
  private readonly byWindow = new Map<number, Row>()
  /** Row of each member, by customer number. */
  private readonly byCustomer: (Row | undefined)[] = []

  join(customer: number, window: number): void {
    let row = this.byWindow.get(window)
    if (!row) {
      row = { window, users: 0, revenue: [], payers: [], payments: [] }
      this.byWindow.set(window, row)
    }
    row.users++
    this.byCustomer[customer] = row
  }

  rowOf(customer: number): Row | undefined {
    return this.byCustomer[customer]
  }

  /** Rows that have members, the earliest first. */
  rows(): Row[] {
    return [...this.byWindow.values()].toSorted((a, b) => a.window - b.window)
  }
}

/** Gives a row at least `length` periods, new ones at 0. */
export function lengthen(row: Row, length: number): void {
  while (row.revenue.length < length) {
    row.revenue.push(0)
    row.payers.push(0)
    row.payments.push(0)
  }
}
