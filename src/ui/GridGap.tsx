'use client'
import { useRef } from 'react'
import { useClientLayoutEffect } from '../hydration/hooks.ts'

/** Room of rows that are not drawn, in a body. */
export function RowGap({ rows }: { rows: number }) {
  const ref = useRef<HTMLTableRowElement>(null)
  useClientLayoutEffect(() => {
    ref.current?.style.setProperty('block-size', `calc(${rows} * var(--qv-grid-row))`)
  }, [rows])
  return <tr ref={ref} aria-hidden="true" className="qv-grid-gap" />
}

/** Room of columns that are not drawn, in a row. */
export function ColumnGap({ columns }: { columns: number }) {
  const ref = useRef<HTMLTableCellElement>(null)
  useClientLayoutEffect(() => {
    ref.current?.style.setProperty('inline-size', `calc(${columns} * var(--qv-grid-cell))`)
  }, [columns])
  return <td ref={ref} aria-hidden="true" className="qv-grid-gap" />
}
