'use client'
import { useCallback, useEffect, useMemo, useRef, useState } from 'react'

/** Which cohorts are selected, by the host or by the table itself. */
export interface RowSelectionOptions {
  /** Ids of the selected cohorts (`rowId`), in the order of their selection. Without them the table keeps its own. */
  readonly selectedRows?: readonly string[] | undefined
  /** Told of each change. */
  readonly onSelectedRowsChange?: ((rows: readonly string[]) => void) | undefined
}

/** The selected cohorts. */
export interface RowSelection {
  readonly selectedRows: readonly string[]
  readonly isSelected: (id: string) => boolean
  readonly toggle: (id: string) => void
  readonly clear: () => void
}

/** Holds the selected cohorts. They stay selected while they are folded away, sorted or fetched again. */
export function useRowSelection(options: RowSelectionOptions): RowSelection {
  const { selectedRows: given, onSelectedRowsChange } = options
  const [own, setOwn] = useState<readonly string[]>(NONE)
  const selectedRows = given ?? own
  // Two keys pressed before the first is drawn: the second adds to what the first has chosen.
  const latest = useRef(selectedRows)
  useEffect(() => void (latest.current = selectedRows))
  const change = useCallback(
    (rows: readonly string[]) => {
      latest.current = rows
      setOwn(rows)
      onSelectedRowsChange?.(rows)
    },
    [onSelectedRowsChange],
  )
  return useMemo(() => {
    const ids = new Set(selectedRows)
    return {
      selectedRows,
      isSelected: (id) => ids.has(id),
      toggle: (id) => {
        const rows = latest.current
        change(rows.includes(id) ? rows.filter((row) => row !== id) : [...rows, id])
      },
      clear: () => change(NONE),
    }
  }, [selectedRows, change])
}

const NONE: readonly string[] = []
