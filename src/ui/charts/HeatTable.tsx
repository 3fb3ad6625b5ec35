'use client'
import { useCallback, useMemo, useState } from 'react'
import { ChartTable } from './ChartTable.tsx'
import type { HeatBand } from './types.ts'

/** Props of `HeatTable`. */
export interface HeatTableProps {
  readonly label: string
  readonly corner: string
  readonly rowLabels: readonly string[]
  /** Names that the rows stand under: each row is headed by both. */
  readonly bands?: readonly HeatBand[] | undefined
  readonly columnLabels: readonly string[]
  readonly text: (row: number, column: number) => string
}

/** Cells in the table at first, and how many more each time somebody asks. */
const FIRST = 400
const MORE = 5_000

/** The cells of a heat map as a table; of a large one the first rows, and more on request. */
export function HeatTable(props: HeatTableProps) {
  const { label, corner, rowLabels, bands, columnLabels, text } = props
  const [cells, setCells] = useState(FIRST)
  const count = Math.max(1, Math.floor(cells / columnLabels.length))
  const columns = useMemo(
    () => columnLabels.map((name, column) => ({ id: String(column), label: name })),
    [columnLabels],
  )
  const rows = useCallback(() => {
    const names = bands?.flatMap(({ label: name, rows: own }) => Array<string>(own).fill(name))
    return rowLabels.slice(0, count).map((heading, row) => ({
      id: row,
      heading: names ? `${names[row]} · ${heading}` : heading,
      texts: columnLabels.map((_, column) => text(row, column)),
    }))
  }, [bands, rowLabels, columnLabels, count, text])
  return (
    <ChartTable
      {...{ label, corner, columns, rows }}
      left={Math.max(0, rowLabels.length - count)}
      onMore={() => setCells((now) => now + MORE)}
    />
  )
}
