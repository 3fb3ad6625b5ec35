import { round } from '../money.ts'
import type { Row } from './table.ts'

/** The six metrics of a cell as the API gives them; what would divide by zero is null. */
export interface Cell {
  readonly arpas: number | null
  readonly arppu: number | null
  readonly arpu: number | null
  readonly payers: number
  readonly revenue: number
  readonly subscriptions: number
}

/** The cells of a row, one for each period it has. */
export const cellsOf = ({ users, revenue, payers, payments }: Row): Cell[] =>
  revenue.map((sum, period) => createCell(sum, payers[period]!, payments[period]!, users))

/** The totals of a table: a period sums the rows that have it, and its ratios are by the members of those rows only. */
export function totalOf(rows: readonly Row[]): { users: number; periods: Cell[] } {
  const length = Math.max(0, ...rows.map((row) => row.revenue.length))
  const periods = Array.from({ length }, (_, period) => {
    const having = rows.filter((row) => row.revenue.length > period)
    const sum = (column: 'revenue' | 'payers' | 'payments') =>
      add(having.map((row) => row[column][period]!))
    return createCell(sum('revenue'), sum('payers'), sum('payments'), usersOf(having))
  })
  return { users: usersOf(rows), periods }
}

/** Largest value of each metric over the cells; 0 where no cell has one. */
export function maximaOf(cells: readonly Cell[]): Record<keyof Cell, number> {
  const largest = (metric: keyof Cell): number => {
    let best: number | null = null
    for (const { [metric]: value } of cells)
      if (value !== null && (best === null || value > best)) best = value
    return best ?? 0
  }
  return {
    arpas: largest('arpas'),
    arppu: largest('arppu'),
    arpu: largest('arpu'),
    payers: largest('payers'),
    revenue: largest('revenue'),
    subscriptions: largest('subscriptions'),
  }
}

function createCell(revenue: number, payers: number, payments: number, users: number): Cell {
  const per = (count: number) => (count === 0 ? null : round(revenue / count))
  return {
    arpas: per(payments),
    arppu: per(payers),
    arpu: per(users),
    payers,
    revenue: round(revenue),
    subscriptions: payments,
  }
}

const usersOf = (rows: readonly Row[]): number => add(rows.map((row) => row.users))

const add = (values: readonly number[]): number => values.reduce((sum, value) => sum + value, 0)
