'use client'
import { memo, useMemo, useState } from 'react'
import { useIsServerHtml } from '../../hydration/hooks.ts'
import { useChartTexts } from './useChartTexts.ts'

/** A column of numbers. */
export interface ChartTableColumn {
  readonly id: string
  readonly label: string
}

/** A row: its heading, and a text for each column. */
export interface ChartTableRow {
  readonly id: string | number
  readonly heading: string
  readonly texts: readonly string[]
}

/** Props of `ChartTable`. */
export interface ChartTableProps {
  /** Accessible name: that of the chart. */
  readonly label: string
  /** Heading of the column of row headings. */
  readonly corner: string
  readonly columns: readonly ChartTableColumn[]
  /** Made where the table is drawn: in server HTML, and in a browser when it is opened. Must keep its identity while they do. */
  readonly rows: () => readonly ChartTableRow[]
  /** Rows that are not in the table yet. @default 0 */
  readonly left?: number | undefined
  /** Asks for more of them. */
  readonly onMore?: (() => void) | undefined
}

/** The numbers of a chart as a table, folded away: for who cannot see the picture, and for who wants to copy it. */
export const ChartTable = memo(function ChartTable(props: ChartTableProps) {
  const { label, corner, columns, rows, left = 0, onMore } = props
  const { t, format } = useChartTexts()
  // What a server has drawn stays; what begins in a browser is drawn by who opens it, as most never do.
  const [isFilled, setFilled] = useState(useIsServerHtml())
  const drawn = useMemo(() => (isFilled ? rows() : []), [isFilled, rows])
  return (
    <details className="qv-chart-data" onToggle={() => setFilled(true)}>
      <summary className="qv-chart-summary">{t('charts.table')}</summary>
      {isFilled && (
        <div className="qv-chart-scroll" aria-label={label} {...SCROLLED}>
          <table className="qv-chart-table" aria-label={label}>
            <thead>
              <tr>
                <th className="qv-chart-heading" scope="col">
                  {corner}
                </th>
                {columns.map((column) => (
                  <th key={column.id} className="qv-chart-heading" scope="col">
                    {column.label}
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>
              {drawn.map((row) => (
                <tr key={row.id}>
                  <th className="qv-chart-heading" scope="row">
                    {row.heading}
                  </th>
                  {columns.map((column, index) => (
                    <td key={column.id} className="qv-chart-cell">
                      {row.texts[index]}
                    </td>
                  ))}
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      )}
      {isFilled && left > 0 && (
        <button type="button" className="qv-button" onClick={onMore}>
          {t('charts.table.more', { count: left, n: format.count(left) })}
        </button>
      )}
    </details>
  )
})

// A box that scrolls must be reached by the keyboard, too.
const SCROLLED = { role: 'region', tabIndex: 0 } as const
